import { compareProducts, product } from '../exact.ts'
import type { AdditiveGame, Aim, Level } from './goal.ts'
import { at, reach, sum } from './numbers.ts'

/** Above the rounding of some sums of logarithms, and below any difference that matters. */
const MARGIN = 1e-9

/**
 * The product of gains (Nash 1950). Gains are whole, so a package where all gain has a product of at least one,
 * in units.
 */
export function productAim(game: AdditiveGame): Aim {
  const { base, unitsPerPoint: unit } = game
  const none = new Float64Array(base.length)
  const one = none.map(() => 1)
  const worth = (gains: Float64Array): number =>
    sum(gains.map((gain, p) => Math.log(gain / at(unit, p))))
  return {
    origin: none,
    unit,
    given: none,
    least: one,
    levels: [levelOf(game)],
    // the least product there is, less what rounding may have added
    floor: worth(one) - MARGIN,
    value: (gains) => Number(product(gains)) / Number(product(unit)),
    valueOf: Math.exp,
    above: (value, distance) => value * Math.exp(distance),
    gap: (_, distance) => Math.expm1(distance),
    slack: (_, gap) => Math.log1p(gap),
    worth: (gains) => Float64Array.of(worth(gains)),
    order: compareProducts,
    score
  }
}

/**
 * By the inequality of the means, a product is at most (weighted sum / parties) ^ parties / product
 * of weights.
 */
function levelOf({ parts, base, unitsPerPoint: unit }: AdditiveGame): Level {
  const { length } = base
  return {
    fixed: new Float64Array(length),
    start: base.map((value, p) => at(unit, p) / Math.max(1, value + reach(parts, p, Math.max))),
    free: Array.from(base.keys()),
    shared: 0,
    total: 0,
    logarithmic: true,
    bound: (support, weights) => {
      // a unit for each party already weighs more: some party gains nothing
      if (support < sum(weights.map((weight, p) => weight / at(unit, p))))
        return Number.NEGATIVE_INFINITY
      const log = Math.log(support / length)
      return length * log - logs(weights) + noise(weights, log)
    },
    support: (worth, weights) =>
      length * Math.exp((worth + logs(weights) - noise(weights, worth)) / length),
    lottery: (values) =>
      sum(values.map((value) => (value > 0 ? Math.log(value) : Number.NEGATIVE_INFINITY)))
  }
}

const logs = (weights: Float64Array): number => sum(weights.map(Math.log))

/**
 * More than rounding can change the bound's sum of logarithms: each term is off by about a unit in
 * the last place (2.2e-16 of its size), each addition by half of one; 1e-15 is several times that.
 * Less and the bound might be a hair too low to be true; more and it would only be looser.
 */
function noise(weights: Float64Array, log: number): number {
  const sizes = sum(weights.map((weight) => Math.abs(Math.log(weight))))
  return 1e-15 * (weights.length * (2 + Math.abs(log)) + sizes)
}

/** The product; while somebody gains nothing, how much all of these are short. */
function score(values: Float64Array): number {
  let [result, short] = [1, 0]
  for (let p = 0; p < values.length; p++) {
    const value = values[p] as number
    result *= value
    // even a gain of exactly zero is too little
    if (value <= 0) short += value - MARGIN
  }
  return short < 0 ? short : result
}
