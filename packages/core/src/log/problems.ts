/** What may be wrong with a log, or with an entry that is to come into it. */
export const LOG_PROBLEMS = [
  /** It cannot be read: not UTF-8, not JSON, too long, a field that is missing, unknown or of a wrong form. */
  'malformed',
  /** It is read, but spelled in another way than the one that is signed and hashed. */
  'not-canonical',
  /** It was made for another record. */
  'wrong-record',
  /** Its key is in nobody's list, or not yet. */
  'unknown-key',
  /** The key is another party's than the one in whose name the entry speaks. */
  'wrong-party',
  /** The signature does not fit the entry and its key. */
  'bad-signature',
  /** The key was revoked by an earlier entry. */
  'revoked-key',
  /** Between this entry and the one its key signed before, one is missing, or their order was changed. */
  'sequence-gap',
  /** It is in the log already, as it is. */
  'replayed',
  /** Another entry has its id, or another key the id of the key that is added. */
  'id-taken',
  /** Its author's clock was ahead of the operator's by more than is tolerated. */
  'clock-ahead',
  /** It says it was recorded before what its author had recorded or seen by then. */
  'back-dated',
  /** Its author has seen another log under this record's name. */
  'two-heads',
  /** It says it was received before the entry that stands before it. */
  'received-order',
  /** The body is not what the entry committed to, or stands beside an entry that committed to none. */
  'bad-commitment',
  /** The checkpoint cannot be read, is another record's, or is signed by no operator's key. */
  'bad-checkpoint',
  /** The root of the newest checkpoint is not that of these entries. */
  'wrong-root',
  /** Fewer parties have cosigned the newest checkpoint than the record asks for. */
  'missing-cosignature',
  /** An earlier checkpoint was signed over other entries than these. */
  'inconsistent',
  /** An entry that was there is gone: the log ends before a checkpoint, or before its own size. */
  'missing-entry',
  /** A key of this role may not do this. */
  'role'
] as const

/** One of `LOG_PROBLEMS`. */
export type LogProblem = (typeof LOG_PROBLEMS)[number]

/** What is wrong, where, and what a sentence about it needs. */
export interface RecordProblem<Code extends string = LogProblem> {
  readonly code: Code
  /** The entry's number. */
  readonly entry?: number
  /** The entry's id. */
  readonly id?: string
  readonly data: Readonly<Record<string, string | number>>
}

/** A problem that stops what was asked for. */
export class LogRefusal extends Error {
  readonly problem: RecordProblem

  constructor(problem: RecordProblem) {
    super(`${problem.code} ${JSON.stringify(problem.data)}`)
    this.problem = problem
  }
}
