// A record of very many entries on a team's server: put into its store, then asked for.
import { keyId, leafOf, sealEntry, stampText } from '../packages/core/src/log/index.ts'
import type { LogEntry, Signer } from '../packages/core/src/ports/index.ts'
import { PostgresRecordStore } from '../packages/host/src/record/index.ts'
import type { Cluster } from '../packages/host/test/cluster.ts'
import type { TeamBench } from '../packages/server/test/team/bench.ts'
import type { TeamProcess } from '../packages/server/test/team/process.ts'
import { ask, type Member, metric } from './team-people.ts'

/** Entries that go into the store by one call. */
const TOGETHER = 5000

/** What it takes. */
export interface Large {
  readonly cluster: Cluster
  readonly bench: TeamBench
  readonly served: TeamProcess
  readonly people: readonly Member[]
  readonly record: string
  readonly signers: readonly Signer[]
  /** Files one more entry by the server. */
  readonly file: () => Promise<number>
  readonly told: (name: string, value: number, unit: string) => void
}

/** Fills a record up, starts the server anew, and times what is asked of it. */
export async function largeRecord(large: Large, entries: number): Promise<void> {
  const { bench, served, people, record, told } = large
  await filled(large, entries)
  await served.kill()
  await served.start()
  const who = people[0] as Member
  const timed = async (name: string, work: () => Promise<unknown>): Promise<void> => {
    const began = performance.now()
    await work()
    told(`${entries} entries, ${name}`, (performance.now() - began) / 1000, 's')
  }
  const asked = (path: string) => async () => {
    for (;;) {
      const { status, body } = await ask(bench, who, { path })
      if (status === 200) return
      if (body.error?.code !== 'being-opened') throw new Error(JSON.stringify(body))
      await new Promise((done) => setTimeout(done, 500))
    }
  }
  // Others are served while it is opened; the longest that one of them waits is told.
  const cases = asked('/api/cases')
  let longest = 0
  let opened = false
  const beside = (async () => {
    while (!opened) {
      const began = performance.now()
      await cases()
      longest = Math.max(longest, performance.now() - began)
      await new Promise((done) => setTimeout(done, 100))
    }
  })()
  const before = await metric(served, 'process_cpu_seconds_total')
  await timed('its status for the first time', asked(record))
  opened = true
  await beside
  const used = (await metric(served, 'process_cpu_seconds_total')) - before
  told(`${entries} entries, processor of the server until then`, used, 's')
  const memory = (await metric(served, 'process_resident_memory_bytes')) / 1e6
  told(`${entries} entries, memory of the server`, memory, 'MB')
  told(`${entries} entries, the longest wait of others meanwhile`, longest / 1000, 's')
  await timed('its status', asked(record))
  await timed('the records of its case', asked(record.replace(/\/[^/]*$/, '')))
  await timed('2000 entries in its midst', asked(`${record}/entries?from=${entries >> 1}`))
  await timed('ten entries at its end', asked(`${record}/entries?from=${entries - 10}`))
  await timed('one entry more', large.file)
}

/** Entries as they stand in the store: their signatures are none, for they are past the doors. */
async function filled(large: Large, entries: number): Promise<void> {
  const { bench, cluster, people, record, signers } = large
  const signer = signers[1] as Signer
  const name = record.replace('/api/cases/', '').replace('/records', '')
  const store = await PostgresRecordStore.open({ url: cluster.url(), record: name })
  const path = `${record}/before?key=${keyId(signer.publicKey)}`
  const { record: called, sequence } = (await ask(bench, people[0] as Member, { path })).body
  const unsigned: Signer = { publicKey: signer.publicKey, sign: async () => new Uint8Array(64) }
  const size = await store.size()
  const from = Date.now() - entries
  for (let n = size; n < entries; n += TOGETHER) {
    const all = Array.from({ length: Math.min(TOGETHER, entries - n) }, async (_, at) => {
      const recorded = stampText(from + n + at)
      const { entry } = await sealEntry(
        {
          ...{ record: called, sequence: sequence + n - size + at, id: `bulk-${n + at}` },
          ...{ kind: 'incident.reported', author: { party: 'm' }, recorded },
          content: {
            occurred: { at: recorded, precision: 'minute' },
            ...{ place: { name: 'crossing' }, category: 'fire', means: ['saw'] }
          }
        },
        unsigned
      )
      return { leaf: leafOf(entry, recorded) } satisfies LogEntry
    })
    const { outcome } = await store.append(n, await Promise.all(all))
    if (outcome !== 'appended') throw new Error(`${outcome} at ${n}`)
  }
  await store.close()
}
