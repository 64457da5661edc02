import { tiedToZero } from './columns.ts'
import type { Extremes, Readings } from './interval.ts'
import { extremes } from './interval.ts'
import type { Offers } from './offers.ts'

/**
 * Whether the gain is positive under every, some or no admissible reading, and how much of every
 * range that survives.
 */
export interface GainGuarantee extends Extremes {
  readonly guarantee: 'every' | 'some' | 'no'
  /**
   * Largest share of every range's width, around its centre, for which the sign of the central gain
   * stays certain.
   */
  readonly radius: number
}

/** One party's stance, what it is offered, and the case around it. */
export interface OfferedStance extends Pick<Readings, 'stance' | 'source'> {
  readonly offers: Offers
}

/**
 * Judged exactly, not by sampling. Options of an ordered issue are read apart here: the widest, so
 * the safest, reading.
 */
export function guaranteeOf(problem: OfferedStance, central: number): GainGuarantee {
  const { low, high } = gainWithin(problem, 1)
  const guarantee = low > 0 ? 'every' : high > 0 ? 'some' : 'no'
  return {
    low,
    high,
    guarantee,
    // A search, dearer than all the rest of a judgement: only reports tell it.
    get radius() {
      return radiusOf(problem, central > 0)
    }
  }
}

/** Least and greatest gain when every range is shrunk to `share` of its width around its centre. */
export function gainWithin({ offers, stance, source }: OfferedStance, share: number): Extremes {
  const { low, high } = extremes(offers, 'no-deal', { stance, source, share, apart: true })
  return { low: tiedToZero(low), high: tiedToZero(high) }
}

/** Bisection on the share of the ranges: certainty can only be lost as they widen. */
function radiusOf(problem: OfferedStance, positive: boolean): number {
  const certain = (share: number): boolean => {
    const { low, high } = gainWithin(problem, share)
    return positive ? low > 0 : high <= 0
  }
  if (certain(1)) return 1
  let [safe, unsafe] = [0, 1]
  // Forty halvings: a share to twelve digits.
  for (let step = 0; step < 40; step++) {
    const middle = (safe + unsafe) / 2
    if (certain(middle)) safe = middle
    else unsafe = middle
  }
  return safe
}
