import { compareAscending, compareRatios, type Ratio } from '../exact.ts'
import { type AdditiveGame, type Aim, type Goal, type Level, LINEAR, SUM } from './goal.ts'
import { at, reach, sum } from './numbers.ts'

/** Relative: above the rounding of a sum of shares, so that the floor lies below every package. */
const MARGIN = 1e-9
/**
 * What a held party lacks counts this much more than the least share, and the other shares this
 * much: by the score, admissible packages come first whatever the shares, and the others only
 * decide between packages whose least shares are alike. The exact order decides in the end.
 */
const SCORE = { lacking: 1e9, others: 1e-6 }

/** Parties that count, and parties that are only held to their baseline. */
interface Sides {
  readonly counted: readonly number[]
  readonly held: readonly number[]
}

/**
 * The least (gain - baseline) / scale, then the next least and so on (leximax: Imai 1983 for shares
 * of the ideal).
 */
export function maxMinAim(
  { parts, base, unitsPerPoint }: AdditiveGame,
  goal: Extract<Goal, { kind: 'maxMin' }>
): Aim {
  const { baseline, scale } = goal
  const parties = Array.from(base.keys())
  const sides = {
    counted: parties.filter((p) => at(scale, p) > 0),
    held: parties.filter((p) => !(at(scale, p) > 0))
  }
  const { counted } = sides
  if (counted.length === 0) throw new RangeError('at least one party needs a scale above zero')
  const unit = scale.map((value, p) => (value > 0 ? value : at(unitsPerPoint, p)))
  const shares = (gains: Float64Array): Float64Array =>
    gains.map((gain, p) => (gain - at(baseline, p)) / at(unit, p))
  const ratios = (gains: Float64Array): readonly Ratio[] =>
    counted.map((p): Ratio => [at(gains, p) - at(baseline, p), at(scale, p)]).sort(compareRatios)
  const lowest = shares(base.map((value, p) => value + reach(parts, p, Math.min)))
  return {
    ...SUM,
    origin: baseline,
    unit,
    given: new Float64Array(base.length),
    least: baseline.map((value, p) => (at(scale, p) > 0 ? Number.NEGATIVE_INFINITY : value)),
    levels: counted.map((_, k) => levelOf(k + 1, sides, base.length)),
    floor: Math.min(...counted.map((p) => at(lowest, p) - MARGIN * (1 + Math.abs(at(lowest, p))))),
    value: (gains) => Math.min(...ascending(shares(gains), counted)),
    worth: (gains) => runningSums(ascending(shares(gains), counted)),
    order: (a, b) => compareAscending(ratios(a), ratios(b)),
    score: scoreOf(sides)
  }
}

/**
 * The sum of the `count` least is at most any sum of all with weights up to one that sum to
 * `count` (Ogryczak and Sliwinski 2003). The weights begin equal; those that hold a party to its
 * baseline begin small, for most are not needed.
 */
function levelOf(count: number, { counted, held }: Sides, width: number): Level {
  const all = count === counted.length
  const weigh = (share: number, hold: number): Float64Array =>
    Float64Array.from({ length: width }, (_, p) => (counted.includes(p) ? share : hold))
  return {
    ...LINEAR,
    fixed: weigh(all ? 1 : 0, 0),
    start: weigh(all ? 0 : count / counted.length, 0.5 / width),
    free: all ? held : [...counted, ...held],
    shared: all ? 0 : counted.length,
    total: count,
    lottery: (values) =>
      held.some((p) => at(values, p) < 0)
        ? Number.NEGATIVE_INFINITY
        : sum(ascending(values, counted).subarray(0, count))
  }
}

/**
 * The least share with a grain of the others; far below that while a held party gets too little.
 */
function scoreOf({ counted, held }: Sides): (values: Float64Array) => number {
  return (values) => {
    let [least, all, short] = [Number.POSITIVE_INFINITY, 0, 0]
    for (const p of counted) {
      const value = values[p] as number
      if (value < least) least = value
      all += value
    }
    for (const p of held) short += Math.min(0, values[p] as number)
    return SCORE.lacking * short + least + SCORE.others * all
  }
}

const ascending = (values: Float64Array, parties: readonly number[]): Float64Array =>
  Float64Array.from(parties, (p) => at(values, p)).sort()

function runningSums(values: Float64Array): Float64Array {
  let total = 0
  return values.map((value) => {
    total += value
    return total
  })
}
