import type { Blend, Issue } from '../../model/case.ts'
import type { Judgement } from '../../model/judgement.ts'

/**
 * The value of each option. Amounts of a divisible issue lie on straight lines between the knots
 * that are given.
 */
export function valuesOf(
  issue: Issue,
  given: ReadonlyMap<string, Judgement>
): ReadonlyMap<string, Blend> {
  const knots = [...given]
    .map(([key, judgement]) => ({ amount: Number(key), judgement }))
    .sort((a, b) => a.amount - b.amount)
  const values = new Map<string, Blend>()
  for (const option of issue.options) {
    const exact = given.get(option.id)
    if (exact) values.set(option.id, [{ judgement: exact, share: 1 }])
    else if (option.amount !== undefined) {
      const { amount } = option
      const above = knots.find((knot) => knot.amount >= amount)
      const below = knots.findLast((knot) => knot.amount <= amount)
      if (!above || !below) continue
      const share =
        above.amount === below.amount ? 0 : (amount - below.amount) / (above.amount - below.amount)
      values.set(option.id, [
        { judgement: below.judgement, share: 1 - share },
        { judgement: above.judgement, share }
      ])
    }
  }
  return values
}
