import type { Sequence, SequenceStep } from '../../src/plan/sequence.ts'

// Slow and plain: every order is written out, and every value is summed from its own beginning on.

/** Every order that keeps to what must come before what. */
export function everyOrder({ steps }: Sequence): readonly (readonly number[])[] {
  const orders = (left: readonly number[]): readonly (readonly number[])[] =>
    left.length === 0
      ? [[]]
      : left.flatMap((first) =>
          orders(left.filter((one) => one !== first)).map((rest) => [first, ...rest])
        )
  return orders(steps.map((_, k) => k)).filter((order) =>
    order.every((place, t) =>
      (steps[place] as SequenceStep).after.every((before) => order.indexOf(before) < t)
    )
  )
}

/** The slacks of an order by period and party, the end last. */
export function slacksIn(sequence: Sequence, order: readonly number[]): readonly number[][] {
  const { parties, discount, before, breakdown, bond } = sequence
  const steps = order.map((place) => sequence.steps[place] as SequenceStep)
  const n = steps.length
  return Array.from({ length: n + 1 }, (_, t) =>
    parties.map((_, i) => {
      const d = discount[i] as number
      const held = (s: number): number =>
        steps.slice(0, s).reduce((sum, one) => sum + (one.stream[i] as number), before[i] as number)
      const back = steps
        .slice(0, t)
        .reduce((sum, one) => sum + (one.kept[i] as number), breakdown[i] as number)
      // from period s on: each step as it comes, then the last stream for good
      const path = (s: number): number => {
        let sum = 0
        for (let u = s; u < n; u++)
          sum += d ** (u - s) * (held(u + 1) - ((steps[u] as SequenceStep).cost[i] as number))
        return sum + (d ** (n - s) * held(n)) / (1 - d)
      }
      if (t === n) return path(n) - (held(n) + d * back)
      const { grab, caught, penalty } = steps[t] as SequenceStep
      const q = caught[i] as number
      const seen = d * back - (bond[i] as number) - (penalty[i] as number)
      const unseen = d * path(t + 1)
      return path(t) - (held(t) + (grab[i] as number) + q * seen + (1 - q) * unseen)
    })
  )
}
