import type { Column } from '../draws/column.ts'
import type { Estimate } from '../worth/estimate.ts'

/** A number at the centre, and between which ends the middle half of the draws lies. */
export interface Spread {
  readonly central: number
  readonly half: readonly [low: number, high: number]
}

/** The centre, and the middle half of the draws. */
export function spreadOf(central: number, column: Column): Spread {
  return { central, half: [quantileAt(column, 0.25), quantileAt(column, 0.75)] }
}

/** The number that this share of the draws lies under. */
export function quantileAt(column: Column, share: number): number {
  const sorted = Float64Array.from(column).sort()
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
}

/** A share of draws with its standard error. */
export function shareOfDraws(n: number, draws: number): Estimate {
  const p = n / draws
  return { p, standardError: Math.sqrt((p * (1 - p)) / draws) }
}
