import type { Choice } from '../../check/readings/index.ts'
import { AS_STATED } from '../../check/readings/index.ts'
import type { InWords } from './choices.ts'
import { choiceWords, optionWords } from './choices.ts'
import { pollWords } from './names.ts'
import { inPercent } from './numbers.ts'

/** A choice that explains less of the spread than this is not named. */
const NAMED = 0.05

/** How many of the choices that move a chance are named. */
const TOLD = 3

/** The choices that matter most; none where every reading gives the same verdict. */
export const tellingChoices = <T extends { readonly explains: number }>(
  told: readonly T[],
  verdicts: readonly unknown[]
): readonly T[] =>
  verdicts.length < 2 ? [] : told.filter(({ explains }) => explains >= NAMED).slice(0, TOLD)

/** A choice with the mean chance of the readings that take each of its options. */
export interface MovingChoice {
  readonly choice: Pick<Choice, 'kind' | 'about'>
  readonly options: readonly { readonly option: string; readonly mean: number }[]
}

/** What a chance depends on first, or after that; `place` counts from 0. */
export function movingWords(
  about: InWords,
  { choice, options }: MovingChoice,
  place: number
): string {
  const { words, source } = about
  const { say } = words
  const whole: Choice = { ...choice, options: options.map(({ option }) => option) }
  const named = (option: string): string =>
    choice.kind === 'poll' && option !== AS_STATED
      ? say('pages.sure.option.poll', { poll: pollWords(words, source, option) })
      : optionWords(about, whole, option)
  return say(place === 0 ? 'pages.sure.moves' : 'pages.sure.moves.next', {
    choice: choiceWords(about, choice),
    options: options
      .map(({ option, mean }) =>
        say('pages.sure.option', { option: named(option), chance: inPercent(mean) })
      )
      .join(', ')
  })
}
