/** Why an entry that is properly signed may still not come into a record. */
export const DOOR_PROBLEMS = [
  /** There is no such kind of entry. */
  'unknown-kind',
  /** Something in its content is missing, unknown or of a wrong form. */
  'bad-content',
  /** It names a party, meeting, channel or the like that the case does not have. */
  'unknown-name',
  /** It is about an entry that the record does not have. */
  'unknown-entry',
  /** The entry that it is about is of another kind than it can be about. */
  'wrong-subject',
  /** Keys of this role do not write entries of this kind. */
  'not-for-role',
  /** It is for somebody else to say: to acknowledge what was not sent to one, to replace another's entry. */
  'not-yours',
  /** It replaces an entry that another has replaced already. */
  'replaced-already',
  /** Something is said to have happened before what it follows from. */
  'time-order',
  /** It tells as happened what by the clock of the record has not happened yet. */
  'not-yet',
  /** It is a step that another has to come before. */
  'step-order',
  /** It is verified by nobody but who gains by it. */
  'beneficiary-alone',
  /** The range of grades is not what the ladder of that rank says, and rests on no other basis. */
  'off-ladder',
  /** A recess longer, or a recall at shorter notice, than the case allows. */
  'recess-rule',
  /** The message is not of a kind that its channel carries, or its channel not one of the author's. */
  'channel',
  /** It was said already, by the same party about the same thing. */
  'said-already',
  /** It is meant in earnest in a record kept as an exercise, or an inject in one that is not. */
  'exercise'
] as const

/** One of `DOOR_PROBLEMS`. */
export type DoorCode = (typeof DOOR_PROBLEMS)[number]
