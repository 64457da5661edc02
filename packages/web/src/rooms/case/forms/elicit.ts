import type { Range } from '@truce/core'

/** How much the second of two neighbouring issues counts, of the first: between these shares. */
export interface Ratio {
  readonly low: number
  readonly high: number
}

/** What somebody answers to a comparison. */
export type Answer = 'second' | 'first' | 'same'

/** How often a pair is asked about, and how near is near enough. */
const ASKED = 4
const NEAR = 0.13

/**
 * Weights of issues that are only put in order, in points of a hundred: the mean of all weights in
 * that order (Barron and Barrett's rank-order centroid), each with a range half-way to its
 * neighbours, so that no draw turns the order round.
 */
export function weightsByRank(count: number): readonly Range[] {
  const centroids = Array.from({ length: count }, (_, rank) => centroid(rank, count))
  return centroids.map((mode, rank) => {
    const low = (mode + (centroids[rank + 1] ?? 0)) / 2
    const above = centroids[rank - 1]
    return rounded({ low, mode, high: above === undefined ? 2 * mode - low : (mode + above) / 2 })
  })
}

function centroid(rank: number, count: number): number {
  let sum = 0
  for (let place = rank; place < count; place++) sum += 1 / (place + 1)
  return (100 * sum) / count
}

/** Worths of options that are only put in order: even steps from 100 to 0, half-way each way. */
export function worthsByRank(count: number): readonly Range[] {
  const step = 100 / Math.max(1, count - 1)
  return Array.from({ length: count }, (_, rank) => {
    const mode = 100 - rank * step
    const isEnd = rank === 0 || rank === count - 1
    return isEnd
      ? rounded({ low: mode, high: mode })
      : rounded({ low: mode - step / 2, mode, high: mode + step / 2 })
  })
}

/** What is known of a pair before anything was answered: the second counts less than the first. */
export const UNASKED: Ratio = { low: 0, high: 1 }

/** The share that is asked about next: the middle of what is still open. */
export const askedShare = ({ low, high }: Ratio): number => (low + high) / 2

/** What is known after an answer about the middle. */
export function narrowed(ratio: Ratio, answer: Answer): Ratio {
  const share = askedShare(ratio)
  if (answer === 'second') return { low: share, high: ratio.high }
  if (answer === 'first') return { low: ratio.low, high: share }
  const reach = Math.min(0.05, (ratio.high - ratio.low) / 4)
  return { low: share - reach, high: share + reach }
}

/** Whether more answers about a pair would say little. */
export const isNear = ({ low, high }: Ratio, answers: number): boolean =>
  answers >= ASKED || high - low <= NEAR

/**
 * Weights from the ratios of neighbours, the first issue counting 100: products of the ratios, of
 * their ends for the ends. Where nothing was answered, the ratio of the centroids stands, and the
 * range reaches half-way to nothing and to equality.
 */
export function weightsByRatios(ratios: readonly (Ratio | undefined)[]): readonly Range[] {
  const count = ratios.length + 1
  const weights: { low: number; mode: number; high: number }[] = [
    { low: 100, mode: 100, high: 100 }
  ]
  for (const [rank, known] of ratios.entries()) {
    const usual = centroid(rank + 1, count) / centroid(rank, count)
    const { low, high } = known ?? { low: usual / 2, high: (1 + usual) / 2 }
    const above = weights[rank]
    if (above)
      weights.push({
        low: above.low * low,
        mode: above.mode * (known ? (low + high) / 2 : usual),
        high: above.high * high
      })
  }
  return weights.map(rounded)
}

const rounded = ({ low, mode, high }: Range): Range => ({
  low: Math.round(low),
  high: Math.round(high),
  ...(mode === undefined ? {} : { mode: Math.round(mode) })
})
