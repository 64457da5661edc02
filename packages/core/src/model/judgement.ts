/**
 * A number nobody knows exactly: uniform between `low` and `high`, or triangular when `mode` is
 * given.
 */
export interface Range {
  readonly low: number
  readonly mode?: number
  readonly high: number
}

/**
 * A judgement: a range, possibly different under some scenarios (first matching case counts). `key`
 * names its random stream, so it must not depend on the order of files or lists; `at` points into
 * the case.
 */
export interface Judgement extends Evidence {
  readonly key: string
  /** Set where several judgements share one quantile, as the options of an ordered issue do. */
  readonly stream?: string
  readonly at: string
  readonly cases: readonly { readonly when: Condition; readonly range: Range }[]
  readonly range: Range
}

/**
 * Who makes a claim, whose figures it carries, and why. Source ids; `numbers` is `authors` unless
 * said otherwise.
 */
export interface Evidence {
  readonly source?: string
  readonly numbers?: string
  readonly because?: Text
}

/** A text in one language, or by language tag. */
export type Text = string | { readonly [language: string]: string }

/**
 * A condition over a package's options, the moves of a state, and scenarios. `is` holds when the
 * issue's option is one of `options`; `move` when the party's move is (not) taken.
 */
export type Condition =
  | { readonly kind: 'is'; readonly issue: string; readonly options: readonly string[] }
  | {
      readonly kind: 'move'
      readonly party: string
      readonly move: string
      readonly taken: boolean
    }
  | { readonly kind: 'scenario'; readonly id: string }
  | { readonly kind: 'all' | 'any'; readonly parts: readonly Condition[] }
  | { readonly kind: 'not'; readonly part: Condition }
  | { readonly kind: 'if' | 'iff'; readonly left: Condition; readonly right: Condition }

/** The point a range is read at when one number is needed: its mode, else its midpoint. */
export function centre(range: Range): number {
  return range.mode ?? (range.low + range.high) / 2
}

/** The mean of the range's distribution (triangular when it has a mode, else uniform). */
export function mean(range: Range): number {
  return range.mode === undefined
    ? (range.low + range.high) / 2
    : (range.low + range.mode + range.high) / 3
}
