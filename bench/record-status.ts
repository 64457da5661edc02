/**
 * Times the projections of a record of a million entries of the flagship's ceasefire, in processor
 * time: reading it in, the first status, and the status after each further entry. Run with
 * `node bench/record-status.ts`, or with another number of entries behind it.
 *
 * The worst status is one of the first: threads of the engine are compiling anew then, and their time
 * counts as ours. Without its optimiser (`node --no-opt`) the first takes half as long, the worst two
 * thirds, and the median more. Collecting garbage adds some 10 ms to every third.
 */
import { loadCase } from '@truce/host'
import type { SeenEntry } from '../packages/core/src/record/index.ts'
import {
  dutiesOf,
  gatesOf,
  monthlyMatrices,
  RecordState,
  statusOf,
  watchOf,
  withdrawalsOf
} from '../packages/core/src/record/index.ts'
import { figure } from './figures.ts'
import { sound } from './synthetic.ts'

const asked = Number(process.argv[2] ?? 1_000_000)
const source = sound((await loadCase('cases/ukraine/2024-maitra')).files)
const [channel = ''] = source.process.channels.keys()

const BEGIN = Date.parse('2025-01-20T00:00:00.000Z')
const YEAR = 365 * 86_400_000
const OBSERVERS = ['norway', 'india', 'austria'] as const

/** Entries of a year, in the order of their hours: incidents with their steps, messages, positions. */
function* entries(): Generator<SeenEntry> {
  for (let n = 0; n < asked; n++) {
    const at = new Date(BEGIN + Math.floor((n / asked) * YEAR)).toISOString()
    const party = OBSERVERS[n % 3] ?? 'norway'
    yield {
      number: n + 1,
      id: `entry-${n}`,
      author: { party, key: `${party}-key`, role: 'observer' },
      recorded: at,
      received: at,
      ...told(n, at)
    } as SeenEntry
  }
}

/** Groups of ten: an incident with four steps, a message with its two, positions and a meeting. */
function told(n: number, at: string): Pick<SeenEntry, 'kind' | 'content'> {
  const head = `entry-${n - (n % 10)}`
  const place = { lon: 37 + (n % 1000) / 1000, lat: 48, within: 500, area: `area ${n % 7}` }
  const occurred = { at, precision: 'minute' as const }
  switch (n % 10) {
    case 0:
      return {
        kind: 'incident.reported',
        content: {
          occurred,
          place,
          category: 'fire',
          observed: { count: n % 13, of: 'explosion' },
          alleged: n % 4 === 0 ? 'russia' : 'ukraine',
          means: ['saw']
        }
      } as never
    case 1:
      return { kind: 'incident.logged', content: { incident: head } } as never
    case 2:
      return { kind: 'incident.acknowledged', content: { incident: head } } as never
    case 3:
      return {
        kind: 'incident.verified',
        content: { incident: head, outcome: 'confirmed', by: ['norway'], means: ['saw'] }
      } as never
    case 4:
      return { kind: 'incident.closed', content: { incident: head } } as never
    case 5:
      return {
        kind: 'message.sent',
        content: {
          channel: channel,
          kind: 'incident',
          status: 'actual',
          urgency: 'immediate',
          to: ['russia'],
          sentAt: at,
          text: { en: 'fire' }
        }
      } as never
    case 6:
      return {
        kind: 'position.observed',
        content: { weapon: 'tank', count: 1, of: 'russia', occurred, place, means: ['saw'] }
      } as never
    default:
      return {
        kind: 'position.observed',
        content: { weapon: 'artillery', count: 2, of: 'ukraine', occurred, place, means: ['saw'] }
      } as never
  }
}

/** Answers of the addressee, that come with each message but every hundredth. */
function answer(n: number, sent: SeenEntry): SeenEntry {
  return {
    ...sent,
    number: asked + n,
    id: `answer-${n}`,
    author: { party: 'russia', key: 'russia-key', role: 'head' },
    kind: 'message.answered',
    content: { message: sent.id, at: sent.received, text: { ru: 'да' } }
  } as SeenEntry
}

/** Milliseconds of processor time that something takes, and what it answers. */
function timed<T>(what: () => T): readonly [number, T] {
  const before = process.cpuUsage()
  const found = what()
  const { user, system } = process.cpuUsage(before)
  return [(user + system) / 1000, found]
}

const all = [...entries()]
  .flatMap((entry, n) =>
    entry.kind === 'message.sent' && n % 1000 !== 5 ? [entry, answer(n, entry)] : [entry]
  )
  .slice(0, asked)
const bare = process.memoryUsage().heapUsed
const state = new RecordState(source)
const [folding] = timed(() => {
  for (const entry of all) state.apply(entry)
})
const now = Date.parse(state.until) + 60_000
const [first] = timed(() => statusOf(state, now))
const [again] = timed(() => statusOf(state, now))
const steps = Array.from({ length: 20 }, (_, k) => {
  const at = new Date(now + k * 1000).toISOString()
  state.apply({
    number: asked * 2 + k,
    id: `later-${k}`,
    author: { party: 'norway', key: 'norway-key', role: 'observer' },
    recorded: at,
    received: at,
    ...told(0, at)
  } as SeenEntry)
  return timed(() => statusOf(state, now + k * 1000 + 1))[0]
}).sort((a, b) => a - b)
const grown = (process.memoryUsage().heapUsed - bare) / 2 ** 20
const each = {
  gates: timed(() => gatesOf(state, now + 60_000))[0],
  duties: timed(() => dutiesOf(state, now + 60_000))[0],
  withdrawals: timed(() => withdrawalsOf(state, { now: now + 60_000 }))[0],
  watch: timed(() => watchOf(state, now + 60_000))[0]
}
const [months] = timed(() => monthlyMatrices(state, now + 60_000))

process.stdout.write(
  `${state.size} entries read in: ${folding.toFixed(0)} ms; first status ${first.toFixed(0)} ms, again ${again.toFixed(1)} ms\n` +
    `after each further entry: median ${(steps[10] ?? 0).toFixed(1)} ms, worst ${(steps.at(-1) ?? 0).toFixed(1)} ms; ${grown.toFixed(0)} MB beside the entries\n` +
    `${Object.entries(each)
      .map(([name, ms]) => `${name} ${ms.toFixed(1)} ms`)
      .join(', ')}; matrices of each month ${months.toFixed(0)} ms\n`
)
const scale = 1_000_000 / asked
const kept = [
  figure({
    name: 'record: projections of 1 M entries built',
    value: ((folding + first) * scale) / 1000,
    unit: 's',
    floor: 30
  }),
  figure({
    name: 'record: status after a further entry, 1 M entries',
    value: steps[10] ?? 0,
    unit: 'ms',
    floor: 100
  })
]
if (kept.includes(false)) process.exitCode = 1
