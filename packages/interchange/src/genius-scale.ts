import type { DealInterest, DealParty } from './deal-case.ts'
import { tidy } from './deal-case.ts'
import { Refusal } from './deal-case-refusal.ts'

/**
 * One party as another program has it: utility = sum over issues of weight times evaluation of the
 * chosen value.
 */
export interface Additive {
  readonly weights: readonly number[]
  /** By issue and value. */
  readonly evaluations: readonly (readonly number[])[]
  readonly reserve: number
  /** True where every evaluation lies in 0..1 and its scale is to be kept. */
  readonly normalised: boolean
}

/** The same in points: utility = shift + unit * points / 100. */
export interface InPoints extends Pick<DealParty, 'interests' | 'noDeal'> {
  readonly unit: number
  readonly shift: number
}

/** How far from 0 a case allows a no-deal to be, in points. */
const FARTHEST = 1000

/**
 * Weights and evaluations as a case has them, 0..100 on each issue. A case divides by the sum of
 * its weights, so the reserve is divided by the same: it stays where it was among the utilities. An
 * issue of one value cannot be argued about: it is left out, and its worth taken off the reserve.
 */
export function inPoints(
  where: string,
  { weights, evaluations, reserve, normalised }: Additive
): InPoints {
  const issues = evaluations.map((own, k) => issueInPoints(weights[k] ?? 0, own, normalised))
  const shift = issues.reduce((sum, issue) => sum + issue.shift, 0)
  const unit = issues.reduce((sum, issue) => sum + (issue.interest?.weight ?? 0), 0)
  if (unit <= 0)
    throw new Refusal(
      `${where}: every package is worth the same: give some issue a weight and different evaluations`
    )
  const noDeal = (100 * (reserve - shift)) / unit
  if (Math.abs(noDeal) > FARTHEST)
    throw new Refusal(
      `${where}: the reserve ${tidy(reserve)} is ten times as far away as the best package (${tidy(shift + unit)}): correct it`
    )
  return { interests: issues.map(({ interest }) => interest), noDeal, unit, shift }
}

interface IssueInPoints {
  readonly interest?: DealInterest & { readonly weight: number }
  readonly shift: number
}

function issueInPoints(weight: number, own: readonly number[], normalised: boolean): IssueInPoints {
  const [only, ...others] = own
  if (only !== undefined && others.length === 0) return { shift: weight * only }
  const low = normalised ? 0 : Math.min(0, ...own)
  const span = normalised ? 1 : Math.max(...own) - low
  const values = own.map((value) => (span > 0 ? (100 * (value - low)) / span : 0))
  return { interest: { weight: weight * span, values }, shift: weight * low }
}
