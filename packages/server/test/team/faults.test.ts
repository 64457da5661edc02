// A team's server and its database are killed at random while people save, file and listen.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Signer } from '@truce/core'
import { base64, keyId, sealEntry } from '@truce/core/log'
import { newSigner } from '@truce/host/record'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sampled } from '../../../core/test/laws.ts'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { texts } from '../server.ts'
import { type Answer, type Browser, ORIGIN, TeamBench } from './bench.ts'
import { TeamProcess } from './process.ts'
import { SIDES } from './world.ts'

/** How often one of the two is killed. */
const KILLS = sampled(50, 0)
const SEED = 20_261_129

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))

/** Asks until it is answered; a server that is away, or says that its database is, is asked again. */
class Patient {
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
class Follower {
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

/** Processes are started anew so often that it belongs to a full run alone. */
const FULL = KILLS > 0

describe.skipIf(!hasPostgres || !FULL)(
  `faults, in a full run with PostgreSQL${WITH_POSTGRES}`,
  () => {
    const cluster = clusterForTests()

    it(`the server or its database killed ${KILLS} times: nothing acknowledged is lost, and all goes on by itself`, {
      timeout: 120_000 + KILLS * 60_000
    }, async () => {
      const folder = await mkdtemp(join(tmpdir(), 'truce-faults-'))
      await mkdir(join(folder, 'web'))
      await writeFile(join(folder, 'web', 'index.html'), PAGE)
      const served = new TeamProcess(TeamBench.options(cluster(), folder))
      await served.start()
      const serving = {
        at: served.at,
        setup: served.setup,
        metrics: undefined,
        close: () => served.kill()
      }
      const bench = await TeamBench.over(cluster(), folder, serving)
      try {
        const admin = await bench.first()
        const wish = {
          name: 'M',
          kind: 'mediation',
          lead: (await admin.get('/api/account')).body.id
        }
        const made = await admin.post('/api/team/organisations', wish)
        expect([made.status, made.text]).toEqual([201, made.text])
        const { kept, wrong, refused, heard } = await faulty({ bench, served, admin })
        expect(wrong).toEqual([])
        const patient = new Patient(admin)
        // Every save that was acknowledged is a version, with the text that was sent.
        const { body: history } = await patient.until('GET', `/api/cases/${kept.id}/versions`)
        const line = new Map(
          history.versions.map((one: { version: number; hash: string }) => [one.version, one.hash])
        )
        expect(kept.saved.filter(([version, hash]) => line.get(version) !== hash)).toEqual([])
        // Every entry that was acknowledged is in the record at its place, and no leaf is torn.
        const { body } = await patient.until('GET', `${kept.record}/entries?from=0`)
        const leaves: string[] = body.entries.map(({ leaf }: { leaf: string }) =>
          Buffer.from(leaf, 'base64').toString('utf8')
        )
        expect(kept.filed.filter(([place, id]) => !leaves[place]?.includes(id))).toEqual([])
        expect(leaves.every((leaf) => leaf.startsWith('{') && leaf.endsWith('}'))).toBe(true)
        // Who follows was told how far it is in the end, and never of less than before.
        expect(heard.entries.told.at(-1)).toBe(leaves.length)
        expect(heard.versions.told.at(-1)).toBe(Math.max(...(line.keys() as Iterable<number>)))
        for (const { told } of [heard.entries, heard.versions])
          expect(told).toEqual([...told].sort((a, b) => a - b))
        expect([...refused.keys()].filter((code) => !EXPECTED.has(code))).toEqual([])
        expect(served.written).not.toMatch(/"what":"failure"/)
        if (process.env['TRUCE_TELL'])
          console.log(
            `${KILLS} kills: ${kept.saved.length} saves and ${kept.filed.length} entries acknowledged, streams came again ${heard.entries.again}+${heard.versions.again} times, refusals`,
            Object.fromEntries(refused)
          )
      } finally {
        await served.kill()
        await rm(folder, { recursive: true, force: true })
      }
    })

    async function faulty({ bench, served, admin }: Within) {
      const patient = new Patient(admin)
      const files = { from: 'files', files: texts(SIDES), id: 'paper' }
      const { body: paper } = await patient.until('POST', '/api/cases', files)
      const signer = await newSigner()
      const key = { party: 'm', role: 'mediator', publicKey: base64(signer.publicKey) }
      const { body: begun } = await patient.until('POST', `/api/cases/${paper.id}/records`, {
        title: 'T',
        operator: 'm',
        keys: [key]
      })
      const record = `/api/cases/${paper.id}/records/${begun.id}`
      const heard = {
        entries: new Follower(admin, `${record}/events`, (data) => Number(data['size'])),
        versions: new Follower(admin, `/api/cases/${paper.id}/events`, (data) =>
          Number(data['version'])
        )
      }
      const kept: Kept = { id: paper.id, record, saved: [], filed: [] }
      const state = { ending: false }
      const work = [saving(patient, kept, state), filing(patient, { kept, state, signer })]
      const plan = fc.sample(fc.tuple(fc.constantFrom('server', 'database'), fc.nat(400)), {
        seed: SEED,
        numRuns: KILLS
      })
      for (const [place, [drawn, wait]] of plan.entries()) {
        const before = kept.saved.length + kept.filed.length
        const since = Date.now()
        while (kept.saved.length + kept.filed.length < before + 4) {
          if (Date.now() - since > 60_000)
            throw new Error(
              `it does not go on: ${[...patient.refused].join(' ')} ${served.written.slice(-3000)}`
            )
          await pause(20)
        }
        await pause(wait)
        // Each of the two is killed at least once.
        if ((place === 0 ? 'database' : place === 1 ? 'server' : drawn) === 'server') {
          await served.kill()
          await served.start()
        } else {
          await cluster().end('SIGKILL')
          await pause(300)
          const away = await bench.ask('GET', '/api/health')
          expect([away.status, away.body]).toEqual([200, { alive: true }])
          const ready = await bench.ask('GET', '/api/ready')
          expect([ready.status, ready.body.error.message]).toEqual([
            503,
            'the database does not answer as it should'
          ])
          await cluster().resume()
        }
      }
      state.ending = true
      await Promise.all(work)
      // A follower that lost its place looks again after a while.
      for (let tries = 0; tries < 400; tries++) {
        const [size, version] = [heard.entries.told.at(-1), heard.versions.told.at(-1)]
        const there = await patient.until('GET', record)
        const { body } = await patient.until('GET', `/api/cases/${paper.id}`)
        if (size === there.body.size && version === body.version) break
        await pause(100)
      }
      for (const one of Object.values(heard)) one.stop()
      return { kept, wrong: patient.wrong, refused: patient.refused, heard }
    }
  }
)

const PAGE = '<!doctype html><meta name="truce-token" content="__TOKEN__"><title>t</title>'

/** What a client may be told while one of the two is away. */
const EXPECTED = new Set(['no answer', 'away', 'held', 'busy'])

interface Within {
  readonly bench: TeamBench
  readonly served: TeamProcess
  readonly admin: Browser
}

interface Kept {
  readonly id: string
  readonly record: string
  /** Versions that were acknowledged, with their hashes. */
  readonly saved: (readonly [number, string])[]
  /** Entries that were acknowledged: where, and which. */
  readonly filed: (readonly [number, string])[]
}

interface State {
  ending: boolean
}

async function saving(patient: Patient, kept: Kept, state: State): Promise<void> {
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

interface Filing {
  readonly kept: Kept
  readonly state: State
  readonly signer: Signer
}

async function filing(patient: Patient, { kept, state, signer }: Filing): Promise<void> {
  const id = keyId(signer.publicKey)
  while (!state.ending) {
    const { body: before } = await patient.until('GET', `${kept.record}/before?key=${id}`)
    const { record, sequence, seen } = before
    const name = `e-${crypto.randomUUID().slice(0, 12)}`
    const sealed = await sealEntry(
      {
        ...{ record, sequence, id: name, kind: 'incident.reported' },
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
    const { entry, body } = sealed
    const entries = [{ entry, ...(body && { body: base64(body) }) }]
    const { body: said } = await patient.until('POST', `${kept.record}/entries`, { entries })
    const [result] = said.results ?? []
    if (result?.outcome === 'received' || result?.outcome === 'known')
      kept.filed.push([result.number, name])
    else if (result?.problems?.[0]?.code !== 'sequence-taken')
      patient.wrong.push(`entry: ${JSON.stringify(said)}`)
    await pause(10)
  }
}
