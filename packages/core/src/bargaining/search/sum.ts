import { sumInPoints } from '../exact.ts'
import { type AdditiveGame, type Aim, type Level, LINEAR, SUM } from './goal.ts'
import { dot } from './numbers.ts'

/**
 * The sum of some parties' gains in points (`counts` 1, else 0); with `floor`, only where no party
 * loses.
 */
export function sumAim(
  { base, unitsPerPoint: unit }: AdditiveGame,
  { counts, floor }: { counts: Float64Array; floor: boolean }
): Aim {
  const { length } = base
  const parties = Array.from(counts.keys()).filter((p) => counts[p] === 1)
  const { order, value } = sumInPoints(parties, unit)
  const level: Level = {
    ...LINEAR,
    fixed: counts,
    // small beside the counts, as most parties need no weight to be kept from losing
    start: base.map(() => (floor ? 0.5 / length : 0)),
    free: floor ? Array.from(base.keys()) : [],
    lottery: (values) =>
      floor && values.some((value) => value < 0) ? Number.NEGATIVE_INFINITY : dot(counts, values)
  }
  return {
    ...SUM,
    origin: new Float64Array(length),
    unit,
    given: counts,
    value,
    least: new Float64Array(length).fill(floor ? 0 : Number.NEGATIVE_INFINITY),
    levels: [level],
    floor: floor ? 0 : Number.NEGATIVE_INFINITY,
    worth: (gains) => Float64Array.of(value(gains)),
    order,
    score: (values) => {
      const short = floor ? shortfall(values) : 0
      return short < 0 ? short : dot(counts, values)
    }
  }
}

function shortfall(values: Float64Array): number {
  let short = 0
  for (let p = 0; p < values.length; p++) short += Math.min(0, values[p] as number)
  return short
}
