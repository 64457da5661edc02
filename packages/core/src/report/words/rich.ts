import type { Verdict } from '../../worth/verdict.ts'

/** A verdict within a text, so that a face may colour it. */
export interface Mark {
  readonly verdict: Verdict
  readonly text: string
}

/** A text; as parts where some of it is more than its letters. */
export type Rich = string | readonly (string | Mark)[]

/** The parts of a text, in order. */
export const partsOf = (text: Rich): readonly (string | Mark)[] =>
  typeof text === 'string' ? [text] : text

/** A text's letters alone. */
export const lettersOf = (text: Rich): string =>
  typeof text === 'string'
    ? text
    : text.map((part) => (typeof part === 'string' ? part : part.text)).join('')

/** Texts with something between them. */
export const joined = (texts: readonly Rich[], between: string): Rich =>
  texts.every((text) => typeof text === 'string')
    ? texts.join(between)
    : texts.flatMap((text, at) => (at === 0 ? partsOf(text) : [between, ...partsOf(text)]))
