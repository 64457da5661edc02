import type { Case, Redline } from './case.ts'
import type { Evidence } from './judgement.ts'

/**
 * Whose a figure is: the case's own, that of a source which states it, or one worked out here from
 * several others. Whoever makes the claim is another question (`source` of the evidence).
 */
export type Whose =
  | { readonly by: 'case' }
  | { readonly by: 'source'; readonly source: string }
  | { readonly by: 'computed' }

/**
 * Whose the figures of some evidence are. Only `numbers` can give them to a source: what is silent,
 * says `authors` or names an assumption is the case's own.
 */
export function whoseFigure({ sources }: Pick<Case, 'sources'>, { numbers }: Evidence): Whose {
  if (numbers === undefined || numbers === 'authors') return { by: 'case' }
  return sources.get(numbers)?.kind === 'assumption'
    ? { by: 'case' }
    : { by: 'source', source: numbers }
}

/** The source of a claim, as the list that marks take; empty where nobody is named. */
export const claimedBy = ({ source }: Evidence): readonly string[] =>
  source === undefined ? [] : [source]

/** Whether the party that is said to hold a redline has said so itself: its source is of its side. */
export const saidByItself = (
  { party, source }: Redline,
  { sources }: Pick<Case, 'sources'>
): boolean => source !== undefined && sources.get(source)?.side === party
