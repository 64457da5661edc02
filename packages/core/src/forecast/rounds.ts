import type { Actor, EuReading, EuRound } from './expected-utility.ts'
import { euRound, meanPosition, medianPosition } from './expected-utility.ts'

/** How the rounds end: nobody moves any more, they go round in a circle, or neither is seen yet. */
export type Ending =
  | { readonly kind: 'settled' }
  /** After round `to` everybody stands where everybody stood after round `from`; 0 is the start. */
  | { readonly kind: 'cycle'; readonly from: number; readonly to: number }
  | { readonly kind: 'open' }

/** Rounds, one after the other. */
export interface Course {
  readonly median: number
  readonly mean: number
  readonly rounds: readonly EuRound[]
  readonly ending: Ending
}

/** How many rounds, and how the model is read. */
export interface CourseSettings extends EuReading {
  readonly rounds: number
}

/** Positions that differ by less, as a share of the range, are the same. */
const SAME_PLACE = 1e-6

/** The rounds from where actors stand, until nobody moves, a state comes again, or all are done. */
export function courseOf(
  actors: readonly Actor[],
  { rounds: most, ...reading }: CourseSettings
): Course {
  const places = actors.map(({ position }) => position)
  const range = Math.max(...places) - Math.min(...places)
  const rounds: EuRound[] = []
  const states = [places]
  let ending: Ending = { kind: range > 0 ? 'open' : 'settled' }
  while (ending.kind === 'open' && rounds.length < most) {
    const at = states.at(-1) as readonly number[]
    const round = euRound(
      actors.map((actor, i) => ({ ...actor, position: at[i] as number })),
      range,
      reading
    )
    rounds.push(round)
    ending = endingOf(states, round, range)
    states.push([...round.after])
  }
  return { median: medianPosition(actors), mean: meanPosition(actors), rounds, ending }
}

function endingOf(
  states: readonly (readonly number[])[],
  { moves, after }: EuRound,
  range: number
): Ending {
  if (moves.length === 0) return { kind: 'settled' }
  const from = states.findIndex((state) =>
    state.every((place, i) => Math.abs(place - (after[i] as number)) < SAME_PLACE * range)
  )
  if (from < 0) return { kind: 'open' }
  return from === states.length - 1
    ? { kind: 'settled' }
    : { kind: 'cycle', from, to: states.length }
}

/** Where the median stands after the last round. */
export const lastMedian = ({ rounds, median }: Course): number => rounds.at(-1)?.median ?? median
