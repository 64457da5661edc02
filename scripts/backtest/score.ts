// How good chances were, held against what happened.

/** A chance and whether the thing came about. */
export interface Forecast {
  readonly p: number
  readonly happened: boolean
}

/** A bin of chances: how many, their mean, and the share that came about. */
export interface Bin {
  readonly from: number
  readonly to: number
  readonly count: number
  readonly mean: number
  readonly share: number
}

/** Ends of the bins: the cuts of the verdicts. */
const ENDS = [0, 0.05, 0.35, 0.65, 0.95, 1] as const

/** Mean squared distance from what happened (Brier 1950). */
export const brier = (forecasts: readonly Forecast[]): number => mean(forecasts.map(squared))

/** The forecasts of whoever says of each the share of all others that came about. */
export function leftOut(happened: readonly boolean[]): readonly Forecast[] {
  const all = count(happened)
  return happened.map((one) => ({
    p: (all - Number(one)) / (happened.length - 1),
    happened: one
  }))
}

/** The same within each group; a group of one says one half. */
export function leftOutBy(
  happened: readonly boolean[],
  group: readonly boolean[]
): readonly Forecast[] {
  return happened.map((one, i) => {
    const others = happened.filter((_, j) => j !== i && group[j] === group[i])
    return { p: others.length === 0 ? 0.5 : count(others) / others.length, happened: one }
  })
}

/** How much lower the score of the first is, with the standard error of that mean. */
export function advantage(
  first: readonly Forecast[],
  second: readonly Forecast[]
): { readonly value: number; readonly error: number } {
  const gains = second.map((other, i) => squared(other) - squared(first[i] ?? other))
  const value = mean(gains)
  const spread = gains.reduce((sum, gain) => sum + (gain - value) ** 2, 0) / (gains.length - 1)
  return { value, error: Math.sqrt(spread / gains.length) }
}

/**
 * The share of pairs of one that came about and one that did not in which the first has the higher
 * chance; a tie counts one half. Standard error of Hanley and McNeil (1982).
 */
export function discrimination(forecasts: readonly Forecast[]): {
  readonly value: number
  readonly error: number
} {
  const yes = forecasts.filter(({ happened }) => happened).map(({ p }) => p)
  const no = forecasts.filter(({ happened }) => !happened).map(({ p }) => p)
  const a = mean(yes.flatMap((high) => no.map((low) => (high > low ? 1 : high === low ? 0.5 : 0))))
  const [q1, q2] = [a / (2 - a), (2 * a * a) / (1 + a)]
  const variance =
    (a * (1 - a) + (yes.length - 1) * (q1 - a * a) + (no.length - 1) * (q2 - a * a)) /
    (yes.length * no.length)
  return { value: a, error: Math.sqrt(variance) }
}

/** The forecasts by the verdict that their chance comes to. Empty bins are left out. */
export function calibration(forecasts: readonly Forecast[]): readonly Bin[] {
  return ENDS.slice(0, -1).flatMap((from, i) => {
    const to = ENDS[i + 1] ?? 1
    const some = forecasts.filter(({ p }) => p >= from && (p < to || to === 1))
    return some.length === 0
      ? []
      : [
          {
            from,
            to,
            count: some.length,
            mean: mean(some.map(({ p }) => p)),
            share: count(some.map(({ happened }) => happened)) / some.length
          }
        ]
  })
}

const squared = ({ p, happened }: Forecast): number => (p - Number(happened)) ** 2
const count = (all: readonly boolean[]): number => all.filter(Boolean).length
const mean = (numbers: readonly number[]): number =>
  numbers.reduce((sum, one) => sum + one, 0) / numbers.length
