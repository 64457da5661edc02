/** What can be owed under a case and its record. */
export const DUTY_KINDS = [
  'inventory',
  'withdrawal',
  'tranche',
  'completion',
  'storage-inspection',
  'deliverable',
  'undertaking',
  'acknowledgement',
  'answer'
] as const
/** One of `DUTY_KINDS`. */
export type DutyKind = (typeof DUTY_KINDS)[number]

/**
 * How something owed stands: confirmed by somebody else, said to be done, disputed or not confirmed,
 * due and not late yet, late, or counted from an event that has not come.
 */
export const DUTY_STATES = ['verified', 'declared', 'disputed', 'due', 'late', 'waiting'] as const
/** One of `DUTY_STATES`. */
export type DutyState = (typeof DUTY_STATES)[number]

/** Something that one party owes. Instants in ms since 1970. */
export interface Duty {
  /** Such as `withdrawal.heavy.ends`, with the party it is one of where several owe it. */
  readonly id: string
  readonly kind: DutyKind
  /** What of the case or record it belongs to, such as `withdrawal.heavy`. */
  readonly of: string
  readonly party: string
  readonly state: DutyState
  readonly due?: number
  /** The event that it counts from, where that has not come. */
  readonly waitsFor?: string
  /** When it was done, as whoever owes it says, else as others say. */
  readonly done?: number
  /** How long after its date it was done, or how long it has been late (ms). */
  readonly lateBy?: number
  /** How many, of a tranche. */
  readonly count?: number
  readonly entries: readonly string[]
  readonly against: readonly string[]
}

/** What the state of a duty follows from. */
export interface DutyFacts {
  readonly verified: boolean
  readonly disputed: boolean
  readonly done?: number | undefined
  readonly due?: number | undefined
  readonly waitsFor?: string | undefined
}

/** Dispute and proof come before dates: what is done late is done, and says by how much it was late. */
export function dutyState(
  { verified, disputed, done, due, waitsFor }: DutyFacts,
  now: number
): Pick<Duty, 'state' | 'due' | 'done' | 'lateBy' | 'waitsFor'> {
  const late = due === undefined ? 0 : (done ?? now) - due
  return {
    state: stateOf({ verified, disputed, done, due, waitsFor }, late),
    ...(due === undefined ? {} : { due }),
    ...(done === undefined ? {} : { done }),
    ...(late > 0 ? { lateBy: late } : {}),
    ...(waitsFor === undefined ? {} : { waitsFor })
  }
}

function stateOf({ verified, disputed, done, due, waitsFor }: DutyFacts, late: number): DutyState {
  if (disputed) return 'disputed'
  if (verified) return 'verified'
  if (done !== undefined) return 'declared'
  if (waitsFor !== undefined && due === undefined) return 'waiting'
  return late > 0 ? 'late' : 'due'
}
