import type { Amount, Deal, DealSpace } from '../bargaining/index.ts'
import { bestAmounts, leastMultiple } from '../bargaining/index.ts'
import type { Case } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'
import { issuesCharged } from '../worth/charges.ts'

/**
 * An amount between the steps that a divisible issue is read at, better than any step with all else
 * as in the package.
 */
export interface BetweenSteps {
  readonly issue: string
  readonly unit?: Case['issues'][number]['unit']
  /** The step that the package has. */
  readonly step: number
  /**
   * By the product of gains for `nash`, by the least gain for `egalitarian`; absent where a step is
   * best.
   */
  readonly nash?: Amount
  readonly egalitarian?: Amount
}

/**
 * For each divisible issue that no condition speaks of and no entry of a ledger hangs on: whether dividing it finer improves a
 * package. One issue at a time.
 */
export function betweenSteps(
  source: Case,
  space: DealSpace,
  { choice, gains }: Deal
): readonly BetweenSteps[] {
  const charged = space.parties.flatMap((party) => {
    const stance = source.stances.get(party)
    return stance ? issuesCharged(stance) : []
  })
  const bound = new Set([...space.excluded.flatMap(issuesIn), ...charged])
  return source.issues.flatMap((issue, k) => {
    const amounts = issue.options.map(({ amount }) => amount)
    if (bound.has(issue.id) || amounts.some((amount) => amount === undefined)) return []
    const step = amounts[choice[k] ?? 0] as number
    const found = finer(space, { issue: k, amounts: amounts as readonly number[], gains, choice })
    const nash = found.nash.find(({ amount }) => !amounts.includes(amount))
    const egalitarian = found.maxMin.find(({ amount }) => !amounts.includes(amount))
    if (!nash && !egalitarian) return []
    return [
      {
        issue: issue.id,
        ...(issue.unit === undefined ? {} : { unit: issue.unit }),
        step,
        ...(nash ? { nash } : {}),
        ...(egalitarian ? { egalitarian } : {})
      }
    ]
  })
}

interface Grid {
  readonly issue: number
  readonly amounts: readonly number[]
  readonly gains: Float64Array
  readonly choice: readonly number[]
}

/**
 * Worths in whole numbers comparable across parties (the least common multiple of all units to a
 * point), so that fractions stay short. Where worths were rounded no amount is said exactly.
 */
function finer(
  { issues, unitsPerPoint, exact }: DealSpace,
  { issue, amounts, gains, choice }: Grid
): ReturnType<typeof bestAmounts> {
  const worth = issues[issue]?.worth ?? []
  const units = Array.from(unitsPerPoint, BigInt)
  const common = units.reduce(leastMultiple, 1n)
  const scaled = (value: number, party: number): bigint =>
    BigInt(value) * (common / (units[party] as bigint))
  const own = worth[choice[issue] ?? 0] as Float64Array
  const knots = amounts
    .map((amount, option) => ({ amount, worth: Array.from(worth[option] as Float64Array, scaled) }))
    .sort((a, b) => a.amount - b.amount)
  const { nash, maxMin } = bestAmounts({
    knots,
    rest: Array.from(gains, (gain, party) => scaled(gain - (own[party] as number), party)),
    perPoint: common
  })
  const told = ({ amount, exactly, gains: found }: Amount): Amount => ({
    amount,
    ...(exactly === undefined || exact.includes(false) ? {} : { exactly }),
    gains: found
  })
  return { nash: nash.map(told), maxMin: maxMin.map(told) }
}
