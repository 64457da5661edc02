/** What cannot be kept, or can be read in more than one way. */
export type ConflictKind =
  | 'before-ceasefire'
  | 'before-signature'
  | 'before-orders'
  | 'before-lead'
  | 'before-settled'
  | 'before-declared'
  | 'before-tranche'
  | 'after-end'
  | 'two-ends'
  | 'ends-before-start'
  | 'before-gate'
  | 'not-synchronised'
  | 'not-one-day'
  | 'not-together'
  | 'no-completion'
  | 'skipped'
  | 'twice'
  | 'no-zone'
  | 'in-recess'
  | 'recess-too-long'
  | 'hour-skipped'
  | 'hour-twice'

/** Two things that do not go together, or one that is not clear. */
export interface TimeConflict {
  readonly kind: ConflictKind
  /** `impossible`: no day keeps both. `unclear`: two readers could keep it differently. */
  readonly severity: 'impossible' | 'unclear'
  /** Ids: what it is about, and what it does not go with. */
  readonly of: readonly string[]
  /** Where the case says each. */
  readonly at: readonly string[]
  /** What tells more: an instant in seconds, or a time of day. */
  readonly facts: Readonly<Record<string, string | number>>
}
