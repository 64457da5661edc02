import type { Whose } from '../../model/whose.ts'
import type { Words } from './say.ts'

/** A figure of a party: whose it is, and who makes the claim that it goes with. */
export interface MarkedFigure {
  readonly whose: Whose
  /** Ids of the sources of the claim; of the polls where it is `over` a ratification. */
  readonly sources: readonly string[]
  readonly over?: 'redline' | 'no-deal' | 'ratification'
}

/**
 * What stands behind a figure so that it cannot be taken for another's: whose figure, then whose
 * claim. A source stands alone only where it states the figure itself and makes the claim.
 */
export function figureMark({ say }: Words, { whose, sources, over }: MarkedFigure): string {
  const claim = sources.join(', ')
  if (whose.by === 'source') {
    const { source } = whose
    return sources.every((one) => one === source)
      ? source
      : say('mark.source.claim', { source, claim })
  }
  if (claim === '') return say(`mark.${whose.by}`)
  if (whose.by === 'computed' && over === 'ratification')
    return say('mark.computed.polls', { claim })
  return say(`mark.${whose.by}.claim`, { claim })
}

/** A text that ends in a figure, with its mark in brackets. */
export const withMark = (words: Words, text: string, figure: MarkedFigure): string =>
  words.say('marked', { text, mark: figureMark(words, figure) })

/**
 * The same with square brackets around each source, as the bibliography of a document lists them; a
 * source that stands alone needs no others.
 */
export function withMarkSquare(words: Words, text: string, figure: MarkedFigure): string {
  const square = (source: string): string => words.say('cited.square', { source })
  const { whose, sources } = figure
  const mark = figureMark(words, {
    ...figure,
    whose: whose.by === 'source' ? { ...whose, source: square(whose.source) } : whose,
    sources: sources.map(square)
  })
  const alone = whose.by === 'source' && sources.every((one) => one === whose.source)
  return words.say(alone ? 'marked.alone' : 'marked', { text, mark })
}
