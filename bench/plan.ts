/**
 * Times the best order of many steps, with and without draws of the values, and a ladder of 44 rungs
 * over 10,000 draws, in processor time. Run with `node bench/plan.ts`.
 */
import { askPlan } from '../packages/core/src/ask/plan.ts'
import { readCase } from '../packages/core/src/case/read.ts'
import { DEFAULTS } from '../packages/core/src/check/defaults.ts'
import type { SourceFile } from '../packages/core/src/model/span.ts'
import { climbing } from '../packages/core/src/strategy/climbing.ts'
import { Judge } from '../packages/core/src/worth/judge.ts'
import { figure } from './figures.ts'
import { sound } from './synthetic.ts'

/** Parties that take turns: step k is by party k, costs its giver a little and is worth more to the next. */
function exchange(steps: number, parties: number): readonly SourceFile[] {
  const ids = Array.from({ length: parties }, (_, k) => `p${k}`)
  const issues = Array.from({ length: steps }, (_, k) => `i${k}`)
  const byId = <T>(list: readonly string[], value: (at: number) => T): Record<string, T> =>
    Object.fromEntries(list.map((id, at) => [id, value(at)]))
  const worth = (giver: number, taker: number, party: number, k: number): readonly number[] => {
    if (party === giver) return [40, 50 + (k % 5), 60]
    return party === taker ? [80, 90, 100] : [50, 55, 60]
  }
  const stance = (party: number): unknown => ({
    interests: byId(issues, (k) => ({
      weight: [1, 1 + (k % 3), 4],
      values: { before: [55, 60, 65], after: worth(k % parties, (k + 1) % parties, party, k) },
      source: 'book'
    })),
    'no-deal': { base: { terms: byId(issues, () => 'before') }, source: 'book' }
  })
  const text = JSON.stringify({
    truce: 1,
    title: 'An exchange in turns',
    'as-of': '2025-06-01',
    required: ids,
    sources: { book: { title: 'A book', kind: 'analysis' } },
    parties: byId(ids, (at) => ({ name: ids[at], kind: 'state', role: 'belligerent' })),
    issues: byId(issues, () => ({
      title: 'A step',
      options: { before: 'Not done', after: 'Done' },
      'if-silent': 'before'
    })),
    stances: byId(ids, stance),
    proposals: { every: { title: 'All steps', terms: byId(issues, () => 'after') } },
    deliverables: issues.map((issue, k) => ({
      id: `d${k}`,
      by: ids[k % parties],
      to: ids[(k + 1) % parties],
      gives: { [issue]: 'after' },
      caught: 0.9,
      source: 'book'
    })),
    plan: { period: 'P14D', discount: byId(ids, () => [0.9, 0.95, 0.98]) }
  })
  return [{ name: 'case.yaml', text }]
}

/** Two sides and so many rungs, each with ranges. */
function ladder(rungs: number): readonly SourceFile[] {
  const [base] = exchange(2, 2)
  const values = { win: [60, 75, 90], yield: [15, 25, 40], disaster: -100 }
  const told = {
    ...JSON.parse(base?.text ?? '{}'),
    escalation: {
      sides: ['p0', 'p1'],
      ladder: Array.from({ length: rungs }, (_, k) => ({
        id: `r${k}`,
        title: 'A rung',
        risk: [0.001, 0.002 + k / 400, 0.01 + k / 200],
        values: { p0: values, p1: values },
        source: 'book'
      })),
      source: 'book'
    }
  }
  return [{ name: 'case.yaml', text: JSON.stringify(told) }]
}

const cpu = (work: () => void): number => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

let missed = 0
function told(name: string, seconds: number, floor: number): void {
  const within = figure({ name, value: seconds, unit: 's', floor })
  if (!within) missed++
  console.log(
    `${name.padEnd(64)} ${seconds.toFixed(2)} s processor time (target ${floor} s)${within ? '' : '  MISSED'}`
  )
}

const asked = (files: readonly SourceFile[], draws: number): string => {
  sound(files)
  const answer = askPlan({ ...readCase(files), hash: '' }, { draws, seed: 1 })
  if (answer.refused) throw new Error('the case of this benchmark is refused')
  const { found } = answer.document()
  if (!found) throw new Error('no order was found')
  const { least, most, exact } = found
  return `least slack ${least.toFixed(2)} of at most ${most.toFixed(2)}, ${exact ? 'proved' : 'not proved'}`
}

for (const [steps, parties, draws, floor] of [
  [18, 2, 1, 2],
  [18, 4, 1, 2],
  [12, 2, 10_000, 5],
  [12, 4, 10_000, 5]
] as const) {
  const files = exchange(steps, parties)
  let found = ''
  const seconds = cpu(() => {
    found = asked(files, draws)
  })
  told(`order of ${steps} steps by ${parties} parties, ${draws} draws`, seconds, floor)
  console.log(`  ${found}`)
}

const rungs = sound(ladder(44))
const { sampler } = Judge.random(rungs, { ...DEFAULTS, draws: 10_000, seed: 1 })
told(
  'ladder of 44 rungs, 10,000 draws',
  cpu(() => climbing(rungs, sampler)),
  1
)
process.exitCode = missed > 0 ? 1 : 0
