import type { Run } from '@truce/host/database'

/** Where somebody is to belong, and as what. */
export interface Membership {
  readonly organisation: string
  readonly role: string
}

/** What accounts ask of the part that knows who belongs where. */
export interface Memberships {
  /** Refuses an organisation or a role that there is not. */
  readonly check: (membership: Membership) => Promise<void>
  /** Takes a person in, in the transaction in which the account is made. */
  readonly join: (run: Run, person: string, membership: Membership) => Promise<void>
}
