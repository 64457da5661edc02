import type { Column } from '../../draws/column.ts'
import { isNoLoss } from '../../worth/columns.ts'

/**
 * Points of gain over which a smooth acceptance rises from even odds to about three in four.
 * Convention of this project.
 */
export const SMOOTHNESS = 5

/** Accepts in each draw without a loss, and in no other. */
export const acceptingSharply = (gain: Column): Float64Array =>
  eachOf(gain, (points) => (isNoLoss(points) ? 1 : 0))

/**
 * Accepts the likelier the more there is to gain, at no gain with even odds: the logistic rule of
 * random utility (McFadden 1974), gains over `SMOOTHNESS`.
 */
export const acceptingSmoothly = (gain: Column): Float64Array =>
  eachOf(gain, (points) => 1 / (1 + Math.exp(-points / SMOOTHNESS)))

/** In a loop: `Float64Array.from` goes through an iterator and takes many times as long. */
function eachOf(gain: Column, accepts: (points: number) => number): Float64Array {
  const made = new Float64Array(gain.length)
  for (let i = 0; i < made.length; i++) made[i] = accepts(gain[i] as number)
  return made
}
