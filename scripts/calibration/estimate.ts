// How far polls were off: the constants of packages/core/src/model/poll-errors.ts, each with its
// standard error.
import type { Polled } from './polls.ts'
import type { RELATED, Repeated } from './questions.ts'

/** Milliseconds in a month. */
const MONTH = 30.44 * 24 * 3600 * 1000

/** A number and its standard error. */
export interface Estimate {
  readonly value: number
  readonly error: number
}

/** Ages of polls that are looked at together, in days before the vote. */
export const AGES = [
  [0, 11],
  [12, 35],
  [36, 100],
  [101, 400]
] as const

/** All polls of one vote of about one age, read as one. */
export interface Cell {
  readonly vote: string
  readonly age: number
  readonly months: number
  readonly error: number
  /** Variance of what the polls of the cell do not share, over their number. */
  readonly own: number
}

/** Polls of one vote and age, averaged; `house` is what a pollster adds by itself. */
export function cellsOf(polls: readonly Polled[], house: number): readonly Cell[] {
  return [...Map.groupBy(polls, ({ vote, months }) => `${vote} ${ageOf(months)}`).values()].map(
    (group) => ({
      vote: group[0]?.vote ?? '',
      age: ageOf(group[0]?.months ?? 0),
      months: mean(group.map(({ months }) => months)),
      error: mean(group.map(({ error }) => error)),
      own: (mean(group.map(({ sampling }) => sampling)) + house ** 2) / group.length
    })
  )
}

/**
 * What pollsters differ by in the last days before a vote, beyond sampling: the variance within votes
 * less the sampling variance. Its standard error is that of a variance with as many degrees of
 * freedom.
 */
export function houseOf(polls: readonly Polled[]): Estimate & { readonly freedom: number } {
  const last = polls.filter(({ months }) => ageOf(months) === 0)
  const groups = [...Map.groupBy(last, ({ vote }) => vote).values()]
  const freedom = sum(groups.map((group) => group.length - 1))
  const within = sum(
    groups.flatMap((group) => {
      const middle = mean(group.map(({ error }) => error))
      return group.map(({ error }) => (error - middle) ** 2)
    })
  )
  const sampling = sum(
    groups.map((group) => (group.length - 1) * mean(group.map((poll) => poll.sampling)))
  )
  const value = Math.sqrt(Math.max(0, within - sampling) / freedom)
  // The delta method: the error of a variance, over twice the root.
  return { value, error: ((within / freedom) * Math.sqrt(2 / freedom)) / (2 * value), freedom }
}

/**
 * What all polls of a vote miss together in its last days: the mean square of their means, less what
 * they do not share. A mean other than 0 counts as error.
 */
export function commonOf(cells: readonly Cell[]): Estimate {
  return jackknifed(
    cells.filter(({ age }) => age === 0),
    (some) => Math.sqrt(Math.max(0, mean(some.map(({ error, own }) => error ** 2 - own))))
  )
}

/**
 * What the polls of a vote miss besides for each root month before it: greatest likelihood of normal
 * errors around 0 with variance common^2 + walk^2 min(months, longest) + own.
 */
export function walkOf(cells: readonly Cell[], common: number, longest: number): Estimate {
  return jackknifed(cells, (some) =>
    lowest((walk) =>
      sum(
        some.map(({ months, error, own }) => {
          const variance = common ** 2 + walk ** 2 * Math.min(months, longest) + own
          return Math.log(variance) + error ** 2 / variance
        })
      )
    )
  )
}

/** How far an answer moves in a root month: changes between two waves, less what sampling makes. */
export function movementOf(repeated: readonly Repeated[]): Estimate {
  const steps = repeated.map(([vote, first, second]) => {
    const [one, other] = [shareOf(first), shareOf(second)]
    const months = (Date.parse(second[0]) - Date.parse(first[0])) / MONTH
    return { vote, months, square: (one.share - other.share) ** 2 - one.variance - other.variance }
  })
  return jackknifed(steps, (some) =>
    Math.sqrt(
      Math.max(0, sum(some.map(({ square }) => square)) / sum(some.map(({ months }) => months)))
    )
  )
}

/** What wording makes: the root mean square of differences, less what sampling of 1,000 each makes. */
export function wordingOf(pairs: typeof RELATED): Estimate {
  return jackknifed(
    pairs.map(([vote, one, other]) => ({
      vote,
      square: (one - other) ** 2 - (one * (1 - one) + other * (1 - other)) / 1000
    })),
    (some) => Math.sqrt(mean(some.map(({ square }) => square)))
  )
}

/**
 * The mean by precision. Where the estimates lie further apart than their errors allow, its error is
 * widened by the ratio (Birge 1932).
 */
export function together(estimates: readonly Estimate[]): Estimate {
  const weights = estimates.map(({ error }) => 1 / error ** 2)
  const total = sum(weights)
  const value = sum(estimates.map((one, i) => one.value * (weights[i] ?? 0))) / total
  const chi = sum(estimates.map((one) => ((one.value - value) / one.error) ** 2))
  const ratio = Math.sqrt(Math.max(1, chi / (estimates.length - 1)))
  return { value, error: ratio / Math.sqrt(total) }
}

/** Standard errors by leaving out one vote after another (jackknife): polls of a vote err together. */
function jackknifed<T extends { readonly vote: string }>(
  all: readonly T[],
  estimate: (some: readonly T[]) => number
): Estimate {
  const votes = [...new Set(all.map(({ vote }) => vote))]
  const without = votes.map((one) => estimate(all.filter(({ vote }) => vote !== one)))
  const middle = mean(without)
  const spread = sum(without.map((one) => (one - middle) ** 2))
  return { value: estimate(all), error: Math.sqrt((spread * (votes.length - 1)) / votes.length) }
}

function shareOf([, n, yes, no]: Repeated[1]): {
  readonly share: number
  readonly variance: number
} {
  const share = yes / (yes + no)
  return { share, variance: (share * (1 - share)) / ((n * (yes + no)) / 100) }
}

/** The root of the mean square, and its standard error as that of normal numbers around 0. */
export function rootMeanSquare(errors: readonly number[]): Estimate {
  const value = Math.sqrt(mean(errors.map((error) => error ** 2)))
  return { value, error: value / Math.sqrt(2 * errors.length) }
}

/** The mean and its standard error. */
export function meanOf(errors: readonly number[]): Estimate {
  const value = mean(errors)
  const spread = sum(errors.map((error) => (error - value) ** 2)) / (errors.length - 1)
  return { value, error: Math.sqrt(spread / errors.length) }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, one) => all + one, 0)
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length

function ageOf(months: number): number {
  const days = Math.round(months * 30.44)
  return AGES.findIndex(([from, to]) => days >= from && days <= to)
}

/** Where a function with one valley is lowest between 0 and 0.3, to a millionth. */
function lowest(of: (at: number) => number): number {
  let [from, to] = [0, 0.3]
  while (to - from > 1e-6) {
    const third = (to - from) / 3
    if (of(from + third) < of(to - third)) to -= third
    else from += third
  }
  return (from + to) / 2
}
