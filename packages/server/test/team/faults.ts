// What goes on while a team's server, its database and its workers are killed: people who ask again,
// follow, save and file, and somebody who asks for sums.
import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { Signer } from '@truce/core'
import { base64, keyId, sealEntry } from '@truce/core/log'
import { StoreRefusal } from '@truce/core/ports'
import { onCluster } from '@truce/host/ensemble-cluster'
import type { Counted, Counting } from '../../../host/test/counting.ts'
import { openCounting } from '../../../host/test/counting.ts'
import { texts } from '../server.ts'
import { type Answer, type Browser, ORIGIN } from './bench.ts'
import { killed } from './process.ts'
import { SIDES } from './world.ts'

/** Asks until it is answered; a server that is away, or says that its database is, is asked again. */
export class Patient {
  readonly who: Browser
  readonly refused = new Map<string, number>()
  /** Answers that no fault of the database or the server explains. */
  readonly wrong: string[] = []

  constructor(who: Browser) {
    this.who = who
  }

  async once(method: string, path: string, body?: unknown): Promise<Answer | undefined> {
    const answer = await this.who.ask(method, path, body).catch(() => undefined)
    const code = answer?.body?.error?.code ?? (answer ? String(answer.status) : 'no answer')
    if (answer && answer.status < 500) return answer
    this.refused.set(code, (this.refused.get(code) ?? 0) + 1)
    if (answer && answer.status !== 503) this.wrong.push(`${answer.status} ${answer.text}`)
    await pause(50)
    return undefined
  }

  async until(method: string, path: string, body?: unknown): Promise<Answer> {
    for (let tries = 0; tries < 2000; tries++) {
      const answer = await this.once(method, path, body)
      if (answer) return answer
    }
    throw new Error(`${method} ${path} is never answered: ${[...this.refused].join(' ')}`)
  }
}

/** A page that follows a stream, and comes again whenever it breaks; what it was told, in order. */
export class Follower {
  readonly told: number[] = []
  again = 0
  private ended = false
  private readonly path: string
  private readonly who: Browser
  private readonly read: (data: Record<string, unknown>) => number

  constructor(who: Browser, path: string, read: (data: Record<string, unknown>) => number) {
    this.who = who
    this.path = path
    this.read = read
    this.connect()
  }

  stop(): void {
    this.ended = true
  }

  private connect(): void {
    if (this.ended) return
    const { bench, cookie, address } = this.who
    const port = Number(new URL(bench.serving.at).port)
    const headers = { host: new URL(ORIGIN).host, cookie, 'x-forwarded-for': address }
    const once = (): void => {
      this.again++
      setTimeout(() => this.connect(), 50)
    }
    const asked = request({ host: '127.0.0.1', port, path: this.path, headers, agent: false })
    asked.on('error', once)
    asked.on('response', (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
        for (let end = text.indexOf('\n\n'); end >= 0; end = text.indexOf('\n\n')) {
          const data = /^data: (.*)$/m.exec(text.slice(0, end))?.[1]
          text = text.slice(end + 2)
          const found = data === undefined ? Number.NaN : this.read(JSON.parse(data))
          if (Number.isFinite(found)) this.told.push(found)
          if (this.ended) response.destroy()
        }
      })
      // A response that breaks off is closed without an error of the request.
      response.on('error', () => undefined)
      response.on('close', once)
    })
    asked.end()
  }
}

export interface Kept {
  readonly id: string
  readonly record: string
  /** Versions that were acknowledged, with their hashes. */
  readonly saved: (readonly [number, string])[]
  /** Entries that were acknowledged: where, and which. */
  readonly filed: (readonly [number, string])[]
  /** Sums that workers made, and those that a plain loop makes. */
  readonly counted: (readonly [Counted, Counted])[]
}

export interface State {
  ending: boolean
}

export async function saving(patient: Patient, kept: Kept, state: State): Promise<void> {
  const at = `/api/cases/${kept.id}`
  let base = (await patient.until('GET', at)).body.version
  for (let n = 0; !state.ending; n++) {
    const files = texts(`${SIDES}# ${n}\n`)
    const { status, body } = await patient.until('PUT', at, { files, base })
    if (status === 200) {
      base = body.version
      kept.saved.push([body.version, body.hash])
    } else base = (await patient.until('GET', at)).body.version
    await pause(10)
  }
}

export interface Filing {
  readonly kept: Kept
  readonly state: State
  readonly signer: Signer
}

export async function filing(patient: Patient, { kept, state, signer }: Filing): Promise<void> {
  while (!state.ending) {
    const asked = { get: (path: string) => patient.until('GET', path) }
    const sealed = await sealedIncident(asked, kept.record, signer)
    const { body: said } = await patient.until('POST', `${kept.record}/entries`, {
      entries: [sealed]
    })
    const [result] = said.results ?? []
    if (result?.outcome === 'received' || result?.outcome === 'known')
      kept.filed.push([result.number, sealed.entry.id])
    else if (result?.problems?.[0]?.code !== 'sequence-taken')
      patient.wrong.push(`entry: ${JSON.stringify(said)}`)
    await pause(10)
  }
}

/** An incident, signed by the mediator's key as the next entry of a record. */
export async function sealedIncident(
  by: { readonly get: (path: string) => Promise<Answer> },
  at: string,
  signer: Signer
) {
  const before = await by.get(`${at}/before?key=${keyId(signer.publicKey)}`)
  if (before.status !== 200) throw new Error(`what is before it: ${before.status} ${before.text}`)
  const { record, sequence, seen } = before.body
  const { entry, body } = await sealEntry(
    {
      ...{
        record,
        sequence,
        id: `e-${crypto.randomUUID().slice(0, 12)}`,
        kind: 'incident.reported'
      },
      author: { party: 'm' },
      recorded: new Date().toISOString(),
      ...(seen && { seen }),
      content: {
        occurred: { at: new Date().toISOString(), precision: 'minute' },
        ...{ place: { name: 'crossing' }, category: 'fire', means: ['saw'] }
      }
    },
    signer
  )
  return { entry, ...(body && { body: base64(body) }) }
}

const COMPUTER = join(import.meta.dirname, '../../../host/test/ensemble-cluster/computer.ts')

/** A worker in a process of its own. */
export class WorkerProcess {
  private readonly url: string
  private child: ChildProcess | undefined
  private count = 0

  constructor(url: string) {
    this.url = url
  }

  start(): void {
    this.count++
    this.child = spawn(process.execPath, [COMPUTER, this.url, `worker ${this.count}`], {
      stdio: 'ignore'
    })
  }

  /** Ends it as a crash does. */
  kill(): Promise<void> {
    return killed(this.child)
  }
}

/** Chunks of one question to the workers, and draws of a chunk. */
const CHUNKS = 12
const CHUNK = 50

/**
 * Asks workers for sums, one question after the other, and the same again where the database was
 * away when it was begun: what was finished of it is there.
 */
export async function counting(url: string, kept: Kept, state: State): Promise<void> {
  for (let seed = 1; !state.ending; seed++) {
    const asked = onCluster<Counting, Counted>({ url, kind: 'counting' })
    const once = () =>
      asked
        .run({ seed, takes: 40 }, { draws: CHUNKS * CHUNK, chunk: CHUNK })
        .catch(async (error: unknown) => {
          if (!(error instanceof StoreRefusal)) throw error
          await pause(100)
        })
    let run = await once()
    while (!run) run = await once()
    const { parts, complete } = run
    if (!complete || parts.size !== CHUNKS) throw new Error(`sums of seed ${seed} are missing`)
    const kernel = openCounting({ seed })
    for (const [index, part] of parts)
      kept.counted.push([part, kernel({ index, from: index * CHUNK, count: CHUNK })])
  }
}

/** A page as small as can be. */
export const PAGE = '<!doctype html><meta name="truce-token" content="__TOKEN__"><title>t</title>'
