import type { Column } from '../../draws/column.ts'
import { isNoLoss } from '../../worth/columns.ts'

/**
 * Points of gain over which a smooth acceptance rises from even odds to about three in four.
 * Convention of this project.
 */
export const SMOOTHNESS = 5

/** Accepts in each draw without a loss, and in no other. */
export const acceptingSharply = (gain: Column): Float64Array =>
  Float64Array.from(gain, (points) => (isNoLoss(points) ? 1 : 0))

/**
 * Accepts the likelier the more there is to gain, at no gain with even odds: the logistic rule of
 * random utility (McFadden 1974), gains over `SMOOTHNESS`.
 */
export const acceptingSmoothly = (gain: Column): Float64Array =>
  Float64Array.from(gain, (points) => 1 / (1 + Math.exp(-points / SMOOTHNESS)))
