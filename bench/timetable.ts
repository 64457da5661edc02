/**
 * Times a timetable of 1,000 obligations, in processor time. Run with `node bench/timetable.ts`; the
 * first run asks the zones for their changes of clocks, the others know them.
 */
import type { Case } from '../packages/core/src/model/case.ts'
import { timetable } from '../packages/core/src/timetable/index.ts'
import { figure } from './figures.ts'
import { sound, synthetic } from './synthetic.ts'

const TARGET = 0.05
const RUNS = 9

/** A ceasefire, so many deliverables after it or each other, a gate in front of every tenth. */
function dated(count: number, on: (at: number) => string): Case {
  const ids = Array.from({ length: count }, (_, at) => at)
  const deliverables = ids.map((at) => ({
    id: `d${at}`,
    by: at % 2 === 0 ? 'party-1' : 'party-2',
    due: { after: on(at), days: (at * 7) % 30 }
  }))
  const gates = ids
    .filter((at) => at % 10 === 9)
    .map((at) => ({
      id: `g${at}`,
      opens: `deliverable.d${at}`,
      when: { verified: [`d${at - 5}`], 'violations-per-day': { 'at-most': 1, 'for-days': 7 } }
    }))
  const [small] = synthetic({ issues: 2, options: 2, parties: 2 })
  const base = JSON.parse(small?.text ?? '{}')
  base.parties['party-1'].clock = 'Europe/Kyiv'
  base.parties['party-2'].clock = 'Europe/Moscow'
  const ceasefire = {
    class: 'preliminary',
    'enters-into-force': '2025-07-01T00:00[Europe/Kyiv]',
    source: 'book'
  }
  const text = JSON.stringify({ ...base, ceasefire, deliverables, gates })
  return sound([{ name: 'case.yaml', text }])
}

const cpu = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

let missed = 0
for (const [what, source] of [
  [
    'counted from each other in tens',
    dated(910, (at) => (at % 10 === 0 ? 'ceasefire' : `deliverable.d${at - 1}`))
  ],
  ['in one chain', dated(910, (at) => (at === 0 ? 'ceasefire' : `deliverable.d${at - 1}`))]
] as const) {
  const first = cpu(() => timetable(source))
  const times = Array.from({ length: RUNS }, () => cpu(() => timetable(source))).sort(
    (a, b) => a - b
  )
  const median = times[Math.floor(RUNS / 2)] ?? 0
  const { length } = timetable(source).entries
  const name = `timetable of 1,000 obligations, ${what}`
  if (!figure({ name, value: median, unit: 's', floor: TARGET })) missed++
  console.log(
    `${name.padEnd(64)} ${median.toFixed(3)} s processor time (target ${TARGET} s; first ${first.toFixed(3)} s; ${length} obligations)`
  )
}
process.exitCode = missed > 0 ? 1 : 0
