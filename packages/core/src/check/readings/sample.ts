import { uniforms } from '../../draws/stream.ts'
import type { Choice, ReadingOptions } from './choices.ts'

/** Up to so many readings all are tried; beyond, `SAMPLED` of them. */
export const MOST_READINGS = 5000

/** How many readings a balanced sample has. */
export const SAMPLED = 1000

/** Readings to try: all there are, or a balanced sample of them; the first is as the case is read. */
export interface ReadingSet {
  readonly readings: readonly ReadingOptions[]
  /** How many there are in all. */
  readonly outOf: bigint
}

/**
 * Every combination of options where there are few. Otherwise a balanced sample: each choice has
 * each of its options equally often (once more or less), in an order of its own drawn from the seed
 * and the choice's name, so that what one choice does is not mixed up with what another does.
 */
export function readingsOf(choices: readonly Choice[], seed: number): ReadingSet {
  const outOf = choices.reduce((product, { options }) => product * BigInt(options.length), 1n)
  if (outOf <= BigInt(MOST_READINGS)) return { readings: product(choices), outOf }
  const columns = choices.map((choice) => shuffledLevels(choice, seed))
  const sampled = Array.from({ length: SAMPLED }, (_, i) =>
    columns.map((column) => column[i] as number)
  )
  return { readings: sampled, outOf }
}

function product(choices: readonly Choice[]): readonly ReadingOptions[] {
  return choices.reduce<readonly ReadingOptions[]>(
    (readings, { options }) =>
      readings.flatMap((reading) => options.map((_, option) => [...reading, option])),
    [[]]
  )
}

/** The options of a choice in turn, `SAMPLED` of them, in an order drawn for the choice. */
function shuffledLevels({ kind, about, options }: Choice, seed: number): readonly number[] {
  const keys = uniforms(seed, `readings.${kind}.${about}`, SAMPLED)
  return [...keys.keys()]
    .sort((a, b) => (keys[a] as number) - (keys[b] as number))
    .map((place) => place % options.length)
}
