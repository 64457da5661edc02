import fc from 'fast-check'
import type { RungRead, StakesRead } from '../../src/strategy/ladder.ts'

/** Random stakes in whole points, so that ties come up. */
const stakes = fc
  .tuple(
    fc.integer({ min: -5, max: 5 }),
    fc.integer({ min: 0, max: 6 }),
    fc.integer({ min: 1, max: 9 })
  )
  .map(
    ([conceded, more, less]): StakesRead => ({
      win: conceded + more,
      yield: conceded,
      disaster: conceded - less
    })
  )

/** Random ladders of one to six rungs. */
export const ladders = fc.array(
  fc.record({
    risk: fc.constantFrom(0, 0.125, 0.25, 0.5, 0.75, 1),
    stakes: fc.tuple(stakes, stakes)
  }),
  { minLength: 1, maxLength: 6 }
) as fc.Arbitrary<readonly RungRead[]>

/** For each rung from today up: whether the side whose turn it is climbs there. */
export type Plan = readonly boolean[]

/** What both have if play stands at a rung and one side is to move, by the formula word for word. */
export function played(
  rungs: readonly RungRead[],
  { at, by, plan }: { readonly at: number; readonly by: 0 | 1; readonly plan: Plan }
): readonly [number, number] {
  const here = rungs[at === 0 ? 0 : at - 1] as RungRead
  const top = at === rungs.length
  const step = rungs[top ? at - 1 : at] as RungRead
  const end = (winner: 0 | 1, { stakes: own }: RungRead): readonly [number, number] => [
    winner === 0 ? own[0].win : own[0].yield,
    winner === 1 ? own[1].win : own[1].yield
  ]
  const other = by === 0 ? 1 : 0
  if (!plan[at]) return end(other, here)
  const on = top ? end(by, step) : played(rungs, { at: at + 1, by: other, plan })
  return [0, 1].map(
    (side) =>
      (1 - step.risk) * (on[side] as number) +
      step.risk * (step.stakes[side as 0 | 1].disaster as number)
  ) as [number, number]
}

/**
 * All pure plans of both sides that are subgame perfect when `first` moves first: at every rung the
 * one to move can do no better by doing the other thing there (the principle of one deviation).
 */
export function perfectPlans(rungs: readonly RungRead[], first: 0 | 1): readonly Plan[] {
  const plans = Array.from({ length: 2 ** (rungs.length + 1) }, (_, bits) =>
    Array.from({ length: rungs.length + 1 }, (__, at) => (bits & (1 << at)) !== 0)
  )
  return plans.filter((plan) =>
    plan.every((climbs, at) => {
      const by = (at % 2 === 0 ? first : 1 - first) as 0 | 1
      const otherwise = plan.map((one, k) => (k === at ? !climbs : one))
      const [now, then] = [plan, otherwise].map((one) => played(rungs, { at, by, plan: one })[by])
      return (now as number) >= (then as number) - 1e-9
    })
  )
}
