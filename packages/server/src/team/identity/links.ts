import { createHash, randomBytes } from 'node:crypto'
import type { PostgresRow, Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Membership } from '../memberships.ts'
import type { Person } from '../person.ts'
import { type Ground, moment, newId, noSuch, text } from './ground.ts'
import { tell } from './log.ts'
import { personAt, plainEmail } from './people.ts'

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
  readonly person: string
  readonly expires: string | null
}

/** Somebody who is to be let in. */
export interface Invited extends Membership {
  readonly email: string
  readonly administrator: boolean
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

  /** The link with which a person gets back in. */
  recovery(run: Run, person: string): Promise<string> {
    return this.made(run, { kind: 'recovery', days: 1, person })
  }

  /** The link for somebody who is to be let in; what was open for the same address ends. */
  async invite(by: Person, invited: Invited): Promise<{ link: string; id: string }> {
    const { memberships, database } = this.ground
    await memberships.check(invited)
    return database.together(async (run) => {
      const email = plainEmail(invited.email)
      if ((await personAt(run, email)) !== undefined)
        throw new Refusal(409, 'there-already', {
          message: `${email} has an account`,
          help: 'give this person another membership, or help them back in'
        })
      await run(
        `UPDATE truce.identity_links SET withdrawn_at = now() WHERE kind = 'invitation' AND email = $1 AND ${OPEN}`,
        [email]
      )
      const id = newId()
      const link = await this.made(run, { ...invited, kind: 'invitation', email, id, by: by.id })
      await tell(run, {
        by,
        verb: 'invite',
        about: { id, name: email },
        detail: `${invited.organisation}: ${invited.role}${invited.administrator ? ', administrator' : ''}`
      })
      return { link, id }
    })
  }

  /** All invitations, the newest first. */
  async invitations(): Promise<KeptInvitation[]> {
    const { rows } = await this.ground.database.run(
      `SELECT *, expires_at <= now() AS expired FROM truce.identity_links WHERE kind = 'invitation' ORDER BY made_at DESC, id`
    )
    return rows.map(keptInvitation)
  }

  /** Makes an open invitation of no use. */
  async withdraw(by: Person, id: string): Promise<void> {
    await this.ground.database.together(async (run) => {
      const { rows } = await run(
        `UPDATE truce.identity_links SET withdrawn_at = now() WHERE id = $1 AND kind = 'invitation' AND ${OPEN} RETURNING email`,
        [id]
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
  async accept(run: Run, email: string, organisation: string): Promise<Link | undefined> {
    const { rows } = await run(
      `UPDATE truce.identity_links SET used_at = now()
       WHERE kind = 'invitation' AND email = $1 AND organisation = $2 AND ${OPEN} RETURNING *`,
      [email, organisation]
    )
    return rows[0] && linkOf(rows[0])
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
      throw new Refusal(404, 'no-such-link', {
        message: 'this link is of no use: it was used, has expired, or was never made',
        help: 'ask whoever gave it to you for another'
      })
    return link
  }

  private async made(run: Run, wish: Wish): Promise<string> {
    const token = randomBytes(32).toString('base64url')
    await run(
      `INSERT INTO truce.identity_links
        (id, hash, kind, email, organisation, role, administrator, person, made_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, now() + make_interval(days => $10))`,
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
        wish.days
      ]
    )
    // Behind the #, which no browser sends: the link is in no log of a server or proxy.
    return `${this.ground.origin}/#/welcome/${token}`
  }
}

interface Wish extends Partial<Invited> {
  readonly kind: LinkKind
  readonly days: number
  readonly id?: string
  readonly person?: string
  readonly by?: string
}

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
