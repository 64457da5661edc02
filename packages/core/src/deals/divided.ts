import type { Amount, Deal, DealSpace } from '../bargaining/index.ts'
import { bestAmounts } from '../bargaining/index.ts'
import type { Case } from '../model/case.ts'
import { issuesIn } from '../model/condition.ts'

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
 * For each divisible issue that no condition speaks of: whether dividing it finer improves a
 * package. One issue at a time.
 */
export function betweenSteps(
  source: Case,
  space: DealSpace,
  { choice, gains }: Deal
): readonly BetweenSteps[] {
  const bound = new Set(space.excluded.flatMap(issuesIn))
  return source.issues.flatMap((issue, k) => {
    const amounts = issue.options.map(({ amount }) => amount)
    if (bound.has(issue.id) || amounts.some((amount) => amount === undefined) || !staysExact(space))
      return []
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

/**
 * Whether worths of all parties can be brought to one unit without leaving the whole numbers of a
 * double.
 */
const staysExact = ({ unitsPerPoint }: DealSpace): boolean =>
  unitsPerPoint.reduce((product, units) => product * units, 100) < 2 ** 53

interface Grid {
  readonly issue: number
  readonly amounts: readonly number[]
  readonly gains: Float64Array
  readonly choice: readonly number[]
}

/**
 * Worths in whole numbers comparable across parties (units of a party times those of all others),
 * so that fractions stay short.
 */
function finer(
  { issues, unitsPerPoint }: DealSpace,
  { issue, amounts, gains, choice }: Grid
): ReturnType<typeof bestAmounts> {
  const worth = issues[issue]?.worth ?? []
  const whole = unitsPerPoint.reduce((product, units) => product * units, 1)
  const scaled = (units: number, party: number): number =>
    units * (whole / (unitsPerPoint[party] as number))
  const own = worth[choice[issue] ?? 0] as Float64Array
  const knots = amounts
    .map((amount, option) => ({ amount, worth: Array.from(worth[option] as Float64Array, scaled) }))
    .sort((a, b) => a.amount - b.amount)
  const found = bestAmounts({
    knots,
    rest: Array.from(gains, (gain, party) => scaled(gain - (own[party] as number), party))
  })
  const inPoints = (one: Amount): Amount => ({
    ...one,
    gains: one.gains.map((gain) => gain / whole)
  })
  return { nash: found.nash.map(inPoints), maxMin: found.maxMin.map(inPoints) }
}
