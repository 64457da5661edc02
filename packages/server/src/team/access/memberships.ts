import type { Postgres, Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import { noSuchOrganisation } from './missing.ts'

/** Where an invitation says that somebody is to belong, and as what. */
export interface Invited {
  readonly organisation: string
  readonly role: string
}

/**
 * What accounts ask when administrators invite somebody into an organisation: only as the first lead
 * of one that has none. Everybody else is taken in by its leads, so that no invitation opens papers.
 */
export function membershipsIn(database: Postgres) {
  const refuseAll = async (run: Run, { organisation, role }: Invited): Promise<void> => {
    // Of two invitations at once the second waits here, and then sees the first one's lead.
    const there = await run('SELECT FROM truce.organisation WHERE id = $1 FOR UPDATE', [
      organisation
    ])
    if (there.count === 0) throw noSuchOrganisation(organisation)
    const leads = await run(
      "SELECT FROM truce.member WHERE organisation = $1 AND role = 'lead' LIMIT 1",
      [organisation]
    )
    if (role === 'lead' && leads.count === 0) return
    throw new Refusal(409, 'has-lead', {
      message: 'the leads of an organisation take people in; only its first lead is invited to it',
      help: 'invite the person without an organisation, and let its lead give them a role'
    })
  }
  return {
    /** Refuses an organisation that there is not, and one that has a lead. */
    check: (invited: Invited): Promise<void> =>
      refuseAll((sql, values) => database.run(sql, values), invited),
    /** Takes a person in, in the transaction in which the account is made. */
    join: async (run: Run, person: string, invited: Invited): Promise<void> => {
      await refuseAll(run, invited)
      await run(`INSERT INTO truce.member (organisation, person, role) VALUES ($1, $2, 'lead')`, [
        invited.organisation,
        person
      ])
    }
  }
}
