/**
 * Times a team's server on PostgreSQL, each in a process of its own: 200 requests a second of reads
 * and writes, how many there can be, how soon 500 people who listen to a record hear of an entry, and
 * a record of a million entries. Run with `node bench/team.ts [listeners] [requests a second]
 * [seconds] [entries]`; 0 leaves a part out.
 *
 * How to read it: milliseconds are by the clock and say little on a machine that others use; its load
 * stands in the first line. `processor` is what was used, whoever else was there: by the server, by
 * PostgreSQL, and by this client.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { base64, keyId, sealEntry } from '../packages/core/src/log/index.ts'
import type { Signer } from '../packages/core/src/ports/index.ts'
import { newSigner } from '../packages/host/src/record/index.ts'
import { Cluster, hasPostgres } from '../packages/host/test/cluster.ts'
import { texts } from '../packages/server/test/server.ts'
import { TeamBench } from '../packages/server/test/team/bench.ts'
import { TeamProcess } from '../packages/server/test/team/process.ts'
import { figure } from './figures.ts'
import { ask, databaseSeconds, listen, type Member, members, metric } from './team-people.ts'
import { largeRecord } from './team-record.ts'

const [LISTENERS = 500, RATE = 200, SECONDS = 10, LARGE = 1_000_000] = process.argv
  .slice(2)
  .map(Number)
const ENTRIES = 20
/** Listens to the record of the other server as well. */
const ELSEWHERE = 50
/** Who ask at once where it is looked how many requests there can be. */
const AT_ONCE = 16
/** Keys of those who file. */
const KEYS = 10

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds))
const share = (all: readonly number[], part: number): number =>
  [...all].sort((a, b) => a - b)[Math.min(all.length - 1, Math.floor(all.length * part))] ?? 0

function told(name: string, value: number, unit: string, floor?: number): void {
  if (Number.isNaN(value)) return
  figure({ name, value, unit, better: 'less', ...(floor !== undefined && { floor }) })
  const wanted = floor === undefined ? '' : ` (target ${floor} ${unit})`
  console.log(`${name.padEnd(60)} ${value.toFixed(2)} ${unit}${wanted}`)
}

/** A server, its database, and what is asked of them. */
interface Place {
  readonly cluster: Cluster
  readonly bench: TeamBench
  readonly served: TeamProcess
  readonly people: readonly Member[]
  readonly cases: readonly string[]
  readonly record: string
  /** Each signs one entry after the other. */
  readonly signers: readonly Signer[]
}

/** The milliseconds of the processor that some work took: of the server, of PostgreSQL, of this client. */
async function used({ served, cluster }: Place, work: () => Promise<void>) {
  const look = async () => {
    const { user, system } = process.cpuUsage()
    const client = (user + system) / 1e6
    return [
      await metric(served, 'process_cpu_seconds_total'),
      databaseSeconds(cluster),
      client
    ] as const
  }
  const before = await look()
  await work()
  const after = await look()
  const [server = 0, database = 0, client = 0] = after.map(
    (value, at) => (value - (before[at] ?? 0)) * 1000
  )
  return { server, database, client, all: server + (database || 0) + client }
}

/** An incident as its author signs it. */
async function filed({ bench, record, signers }: Place, who: Member, nth = 0): Promise<number> {
  const signer = signers[nth % signers.length] as Signer
  const path = `${record}/before?key=${keyId(signer.publicKey)}`
  const { record: name, sequence, seen } = (await ask(bench, who, { path })).body
  const occurred = { at: new Date().toISOString(), precision: 'minute' }
  const { entry, body } = await sealEntry(
    {
      ...{ record: name, sequence, id: `e-${crypto.randomUUID().slice(0, 12)}` },
      ...{ kind: 'incident.reported', author: { party: 'm' }, recorded: occurred.at },
      ...(seen && { seen }),
      content: { occurred, place: { name: 'crossing' }, category: 'fire', means: ['saw'] }
    },
    signer
  )
  const sent = { entries: [{ entry, ...(body && { body: base64(body) }) }] }
  const answer = await ask(bench, who, { method: 'POST', path: `${record}/entries`, body: sent })
  const [result] = answer.body.results ?? []
  if (result?.outcome !== 'received') throw new Error(JSON.stringify(answer.body))
  return result.number
}

/** Entries are filed; who listens here, and at a second server on the same database, is timed. */
async function alarms(place: Place, second: string): Promise<void> {
  const { people, record } = place
  const sent = new Map<number, number>()
  const [waits, elsewhere]: [number[], number[]] = [[], []]
  const path = `${record}/events`
  const into = (all: number[]) => (size: number) => {
    const at = sent.get(size)
    if (at !== undefined) all.push(performance.now() - at)
  }
  const stops: (() => void)[] = []
  for (const one of people.slice(0, LISTENERS))
    stops.push(await listen(place.bench.serving.at, one, { path, heard: into(waits) }))
  for (const one of people.slice(0, ELSEWHERE))
    stops.push(await listen(second, one, { path, heard: into(elsewhere) }))
  const who = people[0] as Member
  const { size } = (await ask(place.bench, who, { path: record })).body
  const resting = await used(place, () => pause(10_000).then(() => undefined))
  const spent = await used(place, async () => {
    for (let n = 0; n < ENTRIES; n++) {
      sent.set(size + n + 1, performance.now())
      await filed(place, who)
      await pause(500)
    }
    await pause(2000)
  })
  for (const stop of stops) stop()
  console.log(
    `${waits.length} of ${LISTENERS * ENTRIES} alarms heard, ${elsewhere.length} elsewhere`
  )
  const to = `alarm to ${LISTENERS} listeners`
  told(`${to}, half of them within`, share(waits, 0.5), 'ms')
  told(`${to}, 99 of 100 within`, share(waits, 0.99), 'ms', 250)
  told('the same at another server, half of them within', share(elsewhere, 0.5), 'ms')
  told('the same at another server, 99 of 100 within', share(elsewhere, 0.99), 'ms', 250)
  told('alarm, processor for one listener and entry', spent.server / (LISTENERS * ENTRIES), 'ms')
  told(`${LISTENERS} listeners, processor of the server a second`, resting.server / 10, 'ms')
  told(`${LISTENERS} listeners, processor of PostgreSQL a second`, resting.database / 10, 'ms')
}

/** What is asked, one after the other: of ten, six read a case, one each lists, looks, files, saves. */
class Mix {
  readonly times = new Map<string, number[]>()
  failed = 0
  private readonly place: Place
  private readonly bases = new Map<string, number>()
  private readonly filing: Promise<unknown>[] = []

  constructor(place: Place) {
    this.place = place
  }

  async ask(n: number): Promise<void> {
    const began = performance.now()
    const kind = ['save', 'list', 'status', 'file'][n % 10] ?? 'read'
    const status = await this.one(kind, n).catch(() => 500)
    if (status >= 500) this.failed++
    this.times.set(kind, [...(this.times.get(kind) ?? []), performance.now() - began])
  }

  private async one(kind: string, n: number): Promise<number> {
    const { bench, people, cases, record } = this.place
    const who = people[n % Math.min(100, people.length)] as Member
    const id = cases[Math.floor(n / 10) % cases.length] ?? ''
    if (kind === 'list') return (await ask(bench, who, { path: '/api/cases' })).status
    if (kind === 'status') return (await ask(bench, who, { path: record })).status
    if (kind === 'read') return (await ask(bench, who, { path: `/api/cases/${id}` })).status
    if (kind === 'save') return this.save(who, id, n)
    const nth = Math.floor(n / 10) % KEYS
    const before = this.filing[nth] ?? Promise.resolve()
    this.filing[nth] = before.then(() => filed(this.place, who, nth))
    await this.filing[nth]
    return 200
  }

  private async save(who: Member, id: string, n: number): Promise<number> {
    const sent = { files: texts(`${CASE}# ${n}\n`), base: this.bases.get(id) ?? 1 }
    const path = `/api/cases/${id}`
    const { status, body } = await ask(this.place.bench, who, { method: 'PUT', path, body: sent })
    const version = body.version ?? body.current?.version
    if (version !== undefined) this.bases.set(id, version)
    return status
  }
}

async function requests(place: Place): Promise<void> {
  await pause(500)
  const warm = new Mix(place)
  for (let n = 0; n < 200; n++) await warm.ask(n)
  const mix = new Mix(place)
  const many = RATE * SECONDS
  const began = performance.now()
  let seconds = 0
  const spent = await used(place, async () => {
    const under: Promise<void>[] = []
    for (let n = 0; n < many; n++) {
      const due = began + (n * 1000) / RATE
      if (due > performance.now()) await pause(due - performance.now())
      under.push(mix.ask(n))
    }
    await Promise.all(under)
    seconds = (performance.now() - began) / 1000
  })
  console.log(`${many} requests in ${seconds.toFixed(1)} s, ${mix.failed} of them failed`)
  for (const [kind, all] of [...mix.times].sort(([a], [b]) => (a < b ? -1 : 1))) {
    told(`${RATE} requests/s, a ${kind}, half of them within`, share(all, 0.5), 'ms')
    told(`${RATE} requests/s, a ${kind}, 99 of 100 within`, share(all, 0.99), 'ms')
  }
  for (const [name, value] of Object.entries(spent))
    told(`a request, processor of ${NAMES[name] ?? name}`, value / many, 'ms')
  console.log(
    `two cores would bear ${Math.round(2000 / (spent.all / many))} such requests a second`
  )
  const most = new Mix(place)
  let n = 0
  const from = performance.now()
  const worker = async (): Promise<void> => {
    while (performance.now() - from < SECONDS * 500) await most.ask(n++)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  const rate = n / ((performance.now() - from) / 1000)
  figure({ name: `requests/s of ${AT_ONCE} at once`, value: rate, unit: '/s', better: 'more' })
  console.log(`${AT_ONCE} at once: ${Math.round(rate)} requests a second, ${most.failed} failed`)
}

const NAMES: Readonly<Record<string, string>> = {
  server: 'the server',
  database: 'PostgreSQL',
  client: 'the client',
  all: 'all three'
}

const CASE = (texts()[0]?.text ?? '').replace(
  '  b: {name: B,',
  '  m: {name: M, kind: state, role: mediator}\n  b: {name: B,'
)

/** Ten cases of one organisation with all its members, and a record. */
async function prepared(cluster: Cluster, served: TeamProcess, folder: string): Promise<Place> {
  const { at, setup, metrics } = served
  const serving = { at, setup, metrics, close: () => served.kill() }
  const bench = await TeamBench.over(cluster, folder, serving)
  const who = await bench.first()
  const lead = (await who.get('/api/account')).body.id
  const wish = { name: 'M', kind: 'mediation', lead }
  const { id } = (await who.post('/api/team/organisations', wish)).body
  const people = await members(bench, id, Math.max(LISTENERS, 100))
  const cases: string[] = []
  for (let n = 0; n < 10; n++) {
    const wished = { from: 'files', files: texts(CASE), id: 'paper' }
    cases.push((await who.post('/api/cases', wished)).body.id)
  }
  const signers = await Promise.all(Array.from({ length: KEYS }, newSigner))
  const keys = signers.map(({ publicKey }) => ({
    ...{ party: 'm', role: 'mediator', publicKey: base64(publicKey) }
  }))
  const wished = { title: 'T', operator: 'm', keys }
  const { body: begun } = await who.post(`/api/cases/${cases[0]}/records`, wished)
  const record = `/api/cases/${cases[0]}/records/${begun.id}`
  return { cluster, bench, served, people, cases, record, signers }
}

if (!hasPostgres) console.log('there is no PostgreSQL here')
else {
  console.log(`${cpus().length} processors, load ${loadavg().map((one) => one.toFixed(1))}`)
  const folder = mkdtempSync(join(tmpdir(), 'truce-bench-team-'))
  mkdirSync(join(folder, 'web'))
  writeFileSync(join(folder, 'web', 'index.html'), '<meta name="truce-token" content="__TOKEN__">')
  const cluster = await Cluster.start()
  const options = { ...TeamBench.options(cluster, folder), metrics: '127.0.0.1:0' }
  const [served, second] = [new TeamProcess(options), new TeamProcess(options)]
  try {
    await served.start()
    const place = await prepared(cluster, served, folder)
    if (RATE > 0) await requests(place)
    if (LISTENERS > 0) {
      await second.start()
      await alarms(place, second.at)
      await second.kill()
    }
    if (LARGE > 0)
      await largeRecord(
        { ...place, file: () => filed(place, place.people[0] as Member), told },
        LARGE
      )
  } finally {
    await second.kill()
    await served.kill()
    await cluster.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}
