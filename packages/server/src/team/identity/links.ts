import { createHash, randomBytes } from 'node:crypto'
import type { PostgresRow, Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Invitation, Membership } from '../memberships.ts'
import type { Person } from '../person.ts'
import { type Ground, moment, newId, noSuch, text } from './ground.ts'
import { tell } from './log.ts'
import { canInvite, personAt, plainEmail } from './people.ts'

/** What a link is for. */
export type LinkKind = 'setup' | 'invitation' | 'recovery'

/** A link as whoever holds it may see it. */
export interface Link {
  readonly id: string
  readonly kind: LinkKind
  readonly email: string
  readonly organisation: string
  readonly role: string
  readonly administrator: boolean
  /** Who made it, and whether as a lead of the organisation. */
  readonly by: string
  readonly asLead: boolean
  readonly person: string
  readonly expires: string | null
}

/** Somebody who is to be let in: into an organisation, or into none yet. */
export interface Invited {
  readonly email: string
  readonly administrator: boolean
  readonly to?: Membership | undefined
  /** Days after which the link is of no use. */
  readonly days: number
}

/** An invitation as administrators see it. */
export interface KeptInvitation extends Membership {
  readonly id: string
  readonly email: string
  readonly administrator: boolean
  readonly made: string | null
  readonly expires: string | null
  readonly state: 'open' | 'used' | 'expired' | 'withdrawn'
}

const OPEN = 'used_at IS NULL AND withdrawn_at IS NULL AND expires_at > now()'

/** Links that are used once. The database has only their hashes: nobody reads a link out of it. */
export class Links {
  private readonly ground: Ground

  constructor(ground: Ground) {
    this.ground = ground
  }

  /** The link for the first administrator; nothing once there is one. */
  async setup(): Promise<string | undefined> {
    return this.ground.database.together(async (run) => {
      if (await anyAdministrator(run)) return undefined
      return this.made(run, { kind: 'setup', days: 1 })
    })
  }

  /** The link with which a person gets back in; one that was made before is of no use any more. */
  async recovery(run: Run, person: string): Promise<string> {
    await run(
      `UPDATE truce.identity_links SET withdrawn_at = now() WHERE kind = 'recovery' AND person = $1 AND ${OPEN}`,
      [person]
    )
    return this.made(run, { kind: 'recovery', days: 1, person })
  }

  /**
   * The link for somebody who is to be let in; what was open for the same address and organisation
   * ends. A lead is not told whether the address has an account: who has one joins by the link.
   */
  async invite(
    by: Person,
    invited: Invited,
    asLead = false
  ): Promise<{ link: string; id: string }> {
    return this.ground.database.together(async (run) => {
      const email = plainEmail(invited.email)
      const { to, administrator, days } = invited
      if (to) await this.ground.memberships.check(run, { ...to, by: by.id, asLead })
      if (!asLead && (await personAt(run, email)) !== undefined)
        throw new Refusal(409, 'there-already', {
          message: `${email} has an account`,
          help: 'let a lead invite this person to their organisation, or help them back in'
        })
      await run(
        `UPDATE truce.identity_links SET withdrawn_at = now()
         WHERE kind = 'invitation' AND email = $1 AND organisation IS NOT DISTINCT FROM $2 AND ${OPEN}`,
        [email, to?.organisation ?? null]
      )
      const id = newId()
      const link = await this.made(run, {
        ...{ ...to, administrator, days, email, id, asLead },
        ...{ kind: 'invitation', by: by.id }
      })
      const detail = [to && `${to.organisation}: ${to.role}`, administrator && 'administrator']
      await tell(run, {
        ...{ by, verb: 'invite', about: { id, name: email } },
        detail: detail.filter((one) => typeof one === 'string').join(', ')
      })
      return { link, id }
    })
  }

  /** All invitations, or those to an organisation; the newest first. */
  async invitations(organisation?: string): Promise<KeptInvitation[]> {
    const { rows } = await this.ground.database.run(
      `SELECT *, expires_at <= now() AS expired FROM truce.identity_links
       WHERE kind = 'invitation' AND ($1::text IS NULL OR organisation = $1) ORDER BY made_at DESC, id`,
      [organisation ?? null]
    )
    return rows.map(keptInvitation)
  }

  /** Makes an open invitation of no use; where an organisation is named, only one to it. */
  async withdraw(by: Person, id: string, organisation?: string): Promise<void> {
    await this.ground.database.together(async (run) => {
      const { rows } = await run(
        `UPDATE truce.identity_links SET withdrawn_at = now() WHERE id = $1 AND kind = 'invitation'
          AND ($2::text IS NULL OR organisation = $2) AND ${OPEN} RETURNING email`,
        [id, organisation ?? null]
      )
      if (rows.length === 0) throw noSuch('invitation')
      await tell(run, { by, verb: 'withdraw', about: { id, name: text(rows[0]?.['email']) } })
    })
  }

  /** What an open link is for; refuses any other. */
  async read(token: string): Promise<Link> {
    const run: Run = (sql, values) => this.ground.database.run(sql, values)
    const { rows } = await run(`SELECT * FROM truce.identity_links WHERE hash = $1 AND ${OPEN}`, [
      hashed(token)
    ])
    return this.usable(run, rows[0])
  }

  /** Uses a link up, in the transaction of what is done with it. */
  async use(run: Run, token: string): Promise<Link> {
    const { rows } = await run(
      `UPDATE truce.identity_links SET used_at = now() WHERE hash = $1 AND ${OPEN} RETURNING *`,
      [hashed(token)]
    )
    return this.usable(run, rows[0])
  }

  /** Uses up the open invitation of an address to an organisation, where an issuer vouches for it. */
  async accept(run: Run, email: string, organisation: string): Promise<Link> {
    const { rows } = await run(
      `UPDATE truce.identity_links SET used_at = now()
       WHERE kind = 'invitation' AND email = $1 AND organisation = $2 AND ${OPEN} RETURNING *`,
      [email, organisation]
    )
    return this.usable(run, rows[0])
  }

  /** Whether a person came by an invitation to an organisation. */
  async cameBy(run: Run, person: string, organisation: string): Promise<boolean> {
    const { count } = await run(
      "SELECT FROM truce.identity_links WHERE kind = 'invitation' AND used_by = $1 AND organisation = $2",
      [person, organisation]
    )
    return count > 0
  }

  /** Writes down who used a link. */
  async usedBy(run: Run, link: string, person: string): Promise<void> {
    await run('UPDATE truce.identity_links SET used_by = $2 WHERE id = $1', [link, person])
  }

  private async usable(run: Run, row: PostgresRow | undefined): Promise<Link> {
    const link = row && linkOf(row)
    if (link === undefined || (link.kind === 'setup' && (await anyAdministrator(run))))
      throw noSuchLink()
    if (link.kind === 'invitation') await this.stands(run, link)
    return link
  }

  /** Whoever invited must still be who they were then, and the organisation be there. */
  private async stands(run: Run, link: Link): Promise<void> {
    if (!(await canInvite(run, link.by, link.asLead))) throw noSuchLink()
    if (link.organisation === '') return
    try {
      await this.ground.memberships.check(run, link)
    } catch (error) {
      if (error instanceof Refusal) throw noSuchLink()
      throw error
    }
  }

  private async made(run: Run, wish: Wish): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await run(
      `INSERT INTO truce.identity_links
        (id, hash, kind, email, organisation, role, administrator, person, made_by, as_lead, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now() + make_interval(days => $11))`,
      [
        wish.id ?? newId(),
        hashed(token),
        wish.kind,
        wish.email ?? null,
        wish.organisation ?? null,
        wish.role ?? null,
        wish.kind === 'setup' || wish.administrator === true,
        wish.person ?? null,
        wish.by ?? null,
        wish.asLead === true,
        wish.days
      ]
    )
    // Behind the #, which no browser sends: the link is in no log of a server or proxy.
    return `${this.ground.origin}/#/welcome/${token}`
  }
}

interface Wish extends Partial<Invitation> {
  readonly kind: LinkKind
  readonly email?: string
  readonly administrator?: boolean
  readonly days: number
  readonly id?: string
  readonly person?: string
}

const noSuchLink = (): Refusal =>
  new Refusal(404, 'no-such-link', {
    message: 'this link is of no use: it was used, was withdrawn, has expired, or was never made',
    help: 'ask whoever gave it to you for another'
  })

/** Suspended ones count as well: where the last was suspended, the server's own machine helps. */
async function anyAdministrator(run: Run): Promise<boolean> {
  const { count } = await run('SELECT FROM truce_identity."user" WHERE "administrator" LIMIT 1')
  return count > 0
}

const hashed = (token: string): string => createHash('sha256').update(token).digest('base64url')

const linkOf = (row: PostgresRow): Link => ({
  id: text(row['id']),
  kind: row['kind'] === 'setup' ? 'setup' : row['kind'] === 'recovery' ? 'recovery' : 'invitation',
  email: text(row['email']),
  organisation: text(row['organisation']),
  role: text(row['role']),
  administrator: row['administrator'] === true,
  by: text(row['made_by']),
  asLead: row['as_lead'] === true,
  person: text(row['person']),
  expires: moment(row['expires_at'])
})

const keptInvitation = (row: PostgresRow): KeptInvitation => ({
  id: text(row['id']),
  email: text(row['email']),
  organisation: text(row['organisation']),
  role: text(row['role']),
  administrator: row['administrator'] === true,
  made: moment(row['made_at']),
  expires: moment(row['expires_at']),
  state: stateOf(row)
})

function stateOf(row: PostgresRow): KeptInvitation['state'] {
  if (row['used_at'] !== null) return 'used'
  if (row['withdrawn_at'] !== null) return 'withdrawn'
  return row['expired'] === true ? 'expired' : 'open'
}
