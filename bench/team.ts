/**
 * Times a team's server on PostgreSQL, each in a process of its own: how soon 500 who listen to a
 * record hear of an entry, and 200 requests a second of reads and saves. Run with
 * `node bench/team.ts [listeners] [requests a second] [seconds]`.
 *
 * How to read it: milliseconds are by the clock and say little on a machine that others use; its load
 * stands in the first line. `processor` is what the server itself used for one request, whoever else
 * was there, without what PostgreSQL used.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, request } from 'node:http'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64, keyId, sealEntry } from '../packages/core/src/log/index.ts'
import type { Signer } from '../packages/core/src/ports/index.ts'
import { newSigner } from '../packages/host/src/record/index.ts'
import { Cluster, hasPostgres } from '../packages/host/test/cluster.ts'
import { texts } from '../packages/server/test/server.ts'
import { type Browser, ORIGIN, TeamBench } from '../packages/server/test/team/bench.ts'
import { TeamProcess } from '../packages/server/test/team/process.ts'
import { figure } from './figures.ts'

const [LISTENERS = 500, RATE = 200, SECONDS = 10] = process.argv.slice(2).map(Number)
const ENTRIES = 20

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const share = (all: readonly number[], part: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0

function told(name: string, value: number, unit: string): void {
  figure({ name, value, unit, better: 'less' })
  console.log(`${name.padEnd(52)} ${value.toFixed(2)} ${unit}`)
}

/** Seconds of the processor that the server has used. */
function processor(at: string): Promise<number> {
  return new Promise((resolve, reject) => {
    get(at, (response) => {
      let text = ''
      response.on('data', (part) => {
        text += part
      })
      response.on('end', () => resolve(Number(/^process_cpu_seconds_total (\S+)/m.exec(text)?.[1])))
    }).on('error', reject)
  })
}

/** Listens to a record; `heard` is called with each size. */
function listen(who: Browser, path: string, heard: (size: number) => void): Promise<() => void> {
  const headers = {
    ...{ host: new URL(ORIGIN).host, cookie: who.cookie, 'x-forwarded-for': who.address }
  }
  const port = Number(new URL(who.bench.serving.at).port)
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers, agent: false }, (response) => {
      response.on('data', (part) => {
        for (const [, size] of String(part).matchAll(/"size":(\d+)/g)) heard(Number(size))
        resolve(() => response.destroy())
      })
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** An incident as its author signs it. */
// biome-ignore lint/suspicious/noExplicitAny: an answer of the server
async function sealedBy(signer: Signer, { record, sequence, seen }: any) {
  const occurred = { at: new Date().toISOString(), precision: 'minute' }
  const { entry, body } = await sealEntry(
    {
      ...{
        record,
        sequence,
        id: `e-${crypto.randomUUID().slice(0, 12)}`,
        kind: 'incident.reported'
      },
      ...{ author: { party: 'm' }, recorded: new Date().toISOString(), ...(seen && { seen }) },
      content: { occurred, place: { name: 'crossing' }, category: 'fire', means: ['saw'] }
    },
    signer
  )
  return { entry, ...(body && { body: base64(body) }) }
}

interface Filed {
  readonly record: string
  readonly signer: Signer
}

async function alarms(who: Browser, { record, signer }: Filed, served: TeamProcess): Promise<void> {
  const id = keyId(signer.publicKey)
  const sent = new Map<number, number>()
  const waits: number[] = []
  const heard = (size: number): void => {
    const at = sent.get(size)
    if (at !== undefined) waits.push(performance.now() - at)
  }
  const stops: (() => void)[] = []
  for (let n = 0; n < LISTENERS; n++) stops.push(await listen(who, `${record}/events`, heard))
  const before = await processor(served.metrics ?? '')
  const { body } = await who.get(record)
  for (let n = 0; n < ENTRIES; n++) {
    const entries = [await sealedBy(signer, (await who.get(`${record}/before?key=${id}`)).body)]
    sent.set(body.size + n + 1, performance.now())
    const { body: said, text } = await who.post(`${record}/entries`, { entries })
    if (said.results?.[0]?.outcome !== 'received') throw new Error(text)
    await pause(500)
  }
  await pause(3000)
  const used = (await processor(served.metrics ?? '')) - before
  for (const stop of stops) stop()
  console.log(`${waits.length} of ${LISTENERS * ENTRIES} alarms heard`)
  told(`alarm to ${LISTENERS} listeners, half of them within`, share(waits, 0.5), 'ms')
  told(`alarm to ${LISTENERS} listeners, 99 of 100 within`, share(waits, 0.99), 'ms')
  told('alarm, processor for one listener and entry', (used * 1000) / (LISTENERS * ENTRIES), 'ms')
}

async function requests(who: Browser, id: string, served: TeamProcess): Promise<void> {
  const [reads, saves]: number[][] = [[], []]
  let base: number = (await who.get(`/api/cases/${id}`)).body.version
  let failed = 0
  const one = async (n: number): Promise<void> => {
    const began = performance.now()
    const isSave = n % 10 === 0
    const { status, body } = isSave
      ? await who.ask('PUT', `/api/cases/${id}`, { files: texts(`${CASE}# ${n}\n`), base })
      : await who.get(`/api/cases/${id}`)
    if (status >= 500) failed++
    if (isSave && status === 200) base = body.version
    else if (isSave && status === 409) base = body.error ? base : (body.current?.version ?? base)
    ;(isSave ? saves : reads)?.push(performance.now() - began)
  }
  const before = await processor(served.metrics ?? '')
  const under: Promise<void>[] = []
  const began = performance.now()
  for (let n = 0; n < RATE * SECONDS; n++) {
    const due = began + (n * 1000) / RATE
    if (due > performance.now()) await pause(due - performance.now())
    under.push(one(n))
  }
  await Promise.all(under)
  const took = (performance.now() - began) / 1000
  const used = (await processor(served.metrics ?? '')) - before
  console.log(`${under.length} requests in ${took.toFixed(1)} s, ${failed} of them failed`)
  for (const [name, all] of [
    ['read', reads ?? []],
    ['save', saves ?? []]
  ] as const) {
    told(`${RATE} requests/s, a ${name}, half of them within`, share(all, 0.5), 'ms')
    told(`${RATE} requests/s, a ${name}, 99 of 100 within`, share(all, 0.99), 'ms')
  }
  told('a request, processor', (used * 1000) / under.length, 'ms')
}

const CASE = (texts()[0]?.text ?? '').replace(
  '  b: {name: B,',
  '  m: {name: M, kind: state, role: mediator}\n  b: {name: B,'
)

if (!hasPostgres) console.log('there is no PostgreSQL here')
else {
  console.log(`${cpus().length} processors, load ${loadavg().map((one) => one.toFixed(1))}`)
  const folder = mkdtempSync(join(tmpdir(), 'truce-bench-team-'))
  mkdirSync(join(folder, 'web'))
  writeFileSync(join(folder, 'web', 'index.html'), '<meta name="truce-token" content="__TOKEN__">')
  const cluster = await Cluster.start()
  const served = new TeamProcess({
    ...TeamBench.options(cluster, folder),
    metrics: '127.0.0.1:0'
  })
  try {
    await served.start()
    const { at, setup, metrics } = served
    const bench = await TeamBench.over(cluster, folder, {
      ...{ at, setup, metrics, close: () => served.kill() }
    })
    const who = await bench.first()
    const lead = (await who.get('/api/account')).body.id
    await who.post('/api/team/organisations', { name: 'M', kind: 'mediation', lead })
    const { body: made } = await who.post('/api/cases', {
      ...{ from: 'files', files: texts(CASE), id: 'paper' }
    })
    const signer = await newSigner()
    const key = { party: 'm', role: 'mediator', publicKey: base64(signer.publicKey) }
    const { body: begun } = await who.post(`/api/cases/${made.id}/records`, {
      ...{ title: 'T', operator: 'm', keys: [key] }
    })
    await requests(who, made.id, served)
    await alarms(who, { record: `/api/cases/${made.id}/records/${begun.id}`, signer }, served)
  } finally {
    await served.kill()
    await cluster.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
