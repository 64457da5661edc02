import type { Case } from '../model/case.ts'
import { textIn } from '../model/package.ts'
import type { Block } from './blocks.ts'
import { heading, paragraph } from './blocks.ts'
import type { Words } from './words/index.ts'

/**
 * How every report begins: the case's title, whose view it is, its day, and under what everything
 * else holds.
 */
export function opening(words: Words, source: Case, holds: string): readonly Block[] {
  const { view } = source
  const said = view === undefined ? undefined : textIn(view, words.language)
  return [
    heading(1, textIn(source.title, words.language)),
    paragraph(`${ofDay(words, source, said)} ${holds}`)
  ]
}

/** Whose view a case is, where it says so, and of what day. */
export const ofDay = ({ say }: Words, { asOf: day }: Case, view: string | undefined): string =>
  view === undefined ? say('opening.day', { day }) : say('opening.view', { view, day })
