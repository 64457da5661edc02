import type { DealSpace } from '../deal-space.ts'
import type { Ratio } from '../exact.ts'
import { compareAscending, compareRatios } from '../exact.ts'
import type { MilpFinding } from './finding.ts'
import { isSolution, nothing, solutionOf } from './finding.ts'
import type { MilpSolutions } from './milp.ts'
import type { Chosen } from './model.ts'
import { greatestProduct } from './nash.ts'
import type { Weighed } from './weighed.ts'

/**
 * A first answer by every standard: the best of the packages that weights found, and what no package
 * exceeds. Nothing of it but the sum is proved to be best.
 *
 * With weights w that sum to 1, ideals I, and B the most that the sum of w g / I reaches, no package
 * has a least share above B, a least gain above B / sum(w / I) or, since a geometric mean is at most
 * the arithmetic one, a product of gains above (B / n)^n times the product of I / w.
 */
export function foundByWeights(
  space: DealSpace,
  found: Weighed
): Pick<MilpSolutions, 'nash' | 'maxMin' | 'egalitarian' | 'welfare'> {
  const { ideals, welfare, scale, packages } = found
  const own = ideals.filter(isSolution)
  if (own.length < ideals.length) {
    const open = nothing(ideals.includes('none'))
    return { welfare, nash: open, maxMin: open, egalitarian: open }
  }
  const all = [...space.parties.keys()]
  const able = all.filter((party) => (scale[party] as number) > 0)
  const areProved = own.every(({ complete }) => complete)
  const units = (party: number): number => space.unitsPerPoint[party] as number
  const idealOf = (party: number): number => scale[party] as number
  const product = (weights: readonly number[], bound: number): number =>
    able.reduce((so, p) => (so * (bound / able.length) * idealOf(p)) / (weights[p] as number), 1)
  const sum = (weights: readonly number[]): number =>
    able.reduce((so, p) => so + (weights[p] as number) / idealOf(p), 0)
  const fairest = greatestProduct(packages)
  return {
    welfare,
    nash: fairest
      ? told(
          {
            chosen: fairest,
            value: all.reduce((so, p) => (so * (fairest.gains[p] as number)) / units(p), 1)
          },
          leastOf(found, product)
        )
      : nothing(able.length < all.length),
    // shares of an ideal that is not proved would be shares of nothing in particular
    maxMin: areProved
      ? told(
          greatestLeast(packages, able, (p) => own[p]?.gains[p] as number),
          leastOf(found, (_, bound) => bound)
        )
      : 'unknown',
    egalitarian: told(
      greatestLeast(packages, all, units),
      able.length < all.length ? 0 : leastOf(found, (weights, bound) => bound / sum(weights))
    )
  }
}

const told = (best: Valued | undefined, bound: number): MilpFinding =>
  best ? solutionOf({ ...best, proved: false, bound }, best.value) : 'none'

interface Valued {
  readonly chosen: Chosen
  readonly value: number
}

/** The least of what the weights each say that no package exceeds. */
const leastOf = (
  { bounds }: Weighed,
  of: (weights: readonly number[], bound: number) => number
): number =>
  bounds.reduce(
    (least, { weights, bound }) => Math.min(least, of(weights, bound)),
    Number.POSITIVE_INFINITY
  )

/** The package whose least gain over something is greatest, then the second least, and so on. Exact. */
export function greatestLeast(
  packages: readonly Chosen[],
  parties: readonly number[],
  over: (party: number) => number
): Valued | undefined {
  if (parties.length === 0) return undefined
  const best = packages
    .map((chosen) => ({
      chosen,
      ratios: parties
        .map((party): Ratio => [chosen.gains[party] as number, over(party)])
        .sort(compareRatios)
    }))
    .reduce<{ readonly chosen: Chosen; readonly ratios: readonly Ratio[] } | undefined>(
      (first, one) => (first && compareAscending(one.ratios, first.ratios) <= 0 ? first : one),
      undefined
    )
  const [least] = best?.ratios ?? []
  return best && least && { chosen: best.chosen, value: least[0] / least[1] }
}
