import type { PointSaid } from '@truce/core/report/words'
import { helpingPoints } from '@truce/core/report/words'
import { GAIN } from '../../judged/helping.ts'

/**
 * Of the points of a price, those whose gain shows: over the last one told, in the figure or in that
 * agreement is open then.
 */
export function toldPoints<P extends PointSaid>(points: readonly P[]): readonly P[] {
  const [start] = points
  const told: P[] = []
  for (const point of helpingPoints(points)) {
    const before = told.at(-1) ?? start
    if (!before) continue
    const opens = point.repairs && !before.repairs
    if (opens || point.chance.p > before.chance.p + GAIN) told.push(point)
  }
  return told
}
