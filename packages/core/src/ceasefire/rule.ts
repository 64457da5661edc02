import type { Data, Page } from '../diagnostic/diagnostic.ts'
import type { Case } from '../model/case.ts'
import type { Ceasefire } from '../model/ceasefire.ts'
import type { ClauseId } from './clauses.ts'

/** What a rule about a ceasefire's text looks at. */
export interface AboutCeasefire {
  readonly source: Case
  readonly ceasefire: Ceasefire
}

/** One thing found: its place in the case, and what the page's sentences take. */
export interface OpenPoint {
  readonly at: string
  readonly data?: Data
}

/**
 * One question a ceasefire's text should answer: its page, the clause it belongs to, the keys that
 * answer it, and how it is seen that they do not.
 */
export interface CeasefireRule {
  readonly page: Page
  readonly clause: ClauseId
  /** Keys of the case whose absence this rule is about. */
  readonly keys: readonly string[]
  readonly run: (about: AboutCeasefire) => readonly OpenPoint[]
}

/** Found once, at the clause or, where that is not written, at the ceasefire. */
export const once = (isFound: boolean, data: Data = {}, at = 'ceasefire'): readonly OpenPoint[] =>
  isFound ? [{ at, data }] : []

/** A ceasefire that is to last: a pause or a local one is not asked for what takes months. */
export const isLasting = ({ class: kind }: Ceasefire): boolean =>
  kind === 'preliminary' || kind === 'definitive'

/** A ceasefire that binds two sides or more, as most do. */
export const isMutual = ({ declaration }: Ceasefire): boolean => declaration !== 'unilateral'
