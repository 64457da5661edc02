import type { Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Invitation, Membership, Memberships } from '../memberships.ts'
import { MARK } from './mark.ts'
import { noSuchOrganisation } from './missing.ts'
import { ROLES } from './tables.ts'

/**
 * Who may be invited into an organisation: its leads invite with any of its roles; an administrator
 * invites only the first lead of one that has none, so that no administrator opens papers.
 */
export const memberships: Memberships = {
  mark: MARK,
  check: async (run, { organisation, role, by, asLead }) => {
    // Of two invitations that are used at once the second waits here, and then sees the first one's lead.
    const there = await run('SELECT FROM truce.organisation WHERE id = $1 FOR UPDATE', [
      organisation
    ])
    if (there.count === 0) throw noSuchOrganisation(organisation)
    const leads = await run(
      "SELECT person FROM truce.member WHERE organisation = $1 AND role = 'lead'",
      [organisation]
    )
    if (asLead) {
      if (!leads.rows.some(({ person }) => person === by)) throw noSuchOrganisation(organisation)
      if (!ROLES.some((one) => one === role)) throw noSuchRole(role)
      return
    }
    if (role === 'lead' && leads.count === 0) return
    throw new Refusal(409, 'has-lead', {
      message: 'the leads of an organisation take people in; only its first lead is invited to it',
      help: 'invite the person without an organisation, and let its lead invite them to it'
    })
  },
  join: async (run: Run, person: string, { organisation, role }: Membership) => {
    // Whoever is in it already keeps the role that they have.
    await run(
      `INSERT INTO truce.member (organisation, person, role) VALUES ($1, $2, $3)
       ON CONFLICT (organisation, person) DO NOTHING`,
      [organisation, person, role]
    )
  },
  elsewhere: async (run: Run, person: string, organisation: string) => {
    const { count } = await run(
      'SELECT FROM truce.member WHERE person = $1 AND organisation <> $2 LIMIT 1',
      [person, organisation]
    )
    return count > 0
  },
  nameOf: async (run: Run, organisation: Invitation['organisation']) => {
    const { rows } = await run('SELECT name FROM truce.organisation WHERE id = $1', [organisation])
    const name = rows[0]?.['name']
    return typeof name === 'string' ? name : ''
  }
}

const noSuchRole = (role: string): Refusal =>
  new Refusal(422, 'no-such-role', {
    message: `there is no role ${JSON.stringify(role)}`,
    help: `one of ${ROLES.join(', ')}`
  })
