import type { Run } from '@truce/host/database'

/** Where somebody is to belong, and as what. */
export interface Membership {
  readonly organisation: string
  readonly role: string
}

/** Where somebody is invited to, and on whose word. */
export interface Invitation extends Membership {
  /** Who invites: as a lead of the organisation, or as an administrator. */
  readonly by: string
  readonly asLead: boolean
}

/** What accounts ask of the part that knows who belongs where. */
export interface Memberships {
  /** Refuses an invitation that there may not be, or not any more: asked when it is made and when it is used. */
  readonly check: (run: Run, invitation: Invitation) => Promise<void>
  /** Takes a person in, in the transaction in which the link is used. */
  readonly join: (run: Run, person: string, membership: Membership) => Promise<void>
  /**
   * SQL for a mark that is another one after each change of who may see what, so that whoever looks
   * for a session learns in the same look whether anything changed.
   */
  readonly mark: string
  /** Whether a person is in another organisation than this. */
  readonly elsewhere: (run: Run, person: string, organisation: string) => Promise<boolean>
  /** The name of an organisation; nothing where there is none. */
  readonly nameOf: (run: Run, organisation: string) => Promise<string>
}
