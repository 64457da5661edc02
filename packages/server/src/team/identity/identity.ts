import { StoreRefusal } from '@truce/core/ports'
import { migrate, type Postgres } from '@truce/host/database'
import type { Pool } from 'pg'
import type { Memberships } from '../memberships.ts'
import type { Person } from '../person.ts'
import { Account } from './account.ts'
import { issuerConfig } from './admit.ts'
import { Attempts } from './attempts.ts'
import { authOf, poolOf } from './auth.ts'
import { Codes } from './codes.ts'
import type { Ground } from './ground.ts'
import { IssuerSignIn } from './issuer-sign-in.ts'
import type { Issuer } from './issuers.ts'
import { Links } from './links.ts'
import { Passkeys } from './passkeys.ts'
import { People } from './people.ts'
import { Recovery } from './recovery.ts'
import { type Keys, SECRET_VARIABLE } from './secret.ts'
import { Sessions } from './sessions.ts'
import { SignIn } from './sign-in.ts'
import { STEPS } from './tables.ts'
import { Welcome } from './welcome.ts'

/** What accounts are kept with. */
export interface IdentityOptions {
  readonly url: string
  readonly database: Postgres
  readonly origin: string
  readonly keys: Keys
  readonly issuers: readonly Issuer[]
  readonly memberships: Memberships
  /** Told of failures that nobody foresaw. */
  readonly report: (error: unknown) => void
}

/** Who somebody is: accounts, the ways into them, and what administrators do to them. */
export class Identity {
  readonly ground: Ground
  readonly attempts: Attempts
  readonly sessions: Sessions
  readonly links: Links
  readonly welcome: Welcome
  readonly people: People
  readonly recovery: Recovery
  readonly passkeys: Passkeys
  readonly signIn: SignIn
  readonly account: Account
  readonly issuers: IssuerSignIn
  private readonly pool: Pool

  private constructor(ground: Ground, pool: Pool) {
    this.ground = ground
    this.pool = pool
    this.attempts = new Attempts(ground.database, ground.keys.pepper)
    this.sessions = new Sessions(ground)
    this.links = new Links(ground)
    this.welcome = new Welcome(ground, this.links, this.sessions)
    this.people = new People(ground, this.sessions)
    this.recovery = new Recovery(ground, this.links)
    this.passkeys = new Passkeys(ground)
    const { attempts, sessions, links, passkeys } = this
    const parts = { ground, sessions, attempts, passkeys, codes: new Codes(ground) }
    this.signIn = new SignIn(parts)
    this.account = new Account(parts)
    this.issuers = new IssuerSignIn(ground, { links, sessions, attempts })
  }

  /** Opens the accounts of a database; makes or brings up to date their tables. */
  static async open(options: IdentityOptions): Promise<Identity> {
    const { url, database, keys, origin, issuers, memberships, report } = options
    await migrate(database, 'identity', STEPS)
    await mustBeOurs(database, keys)
    const pool = await poolOf(url)
    let opened: Identity | undefined
    const configs = issuers.map((issuer) =>
      issuerConfig(issuer, async (vouched) => opened?.issuers.admit(vouched))
    )
    const auth = await authOf({ pool, origin, keys, issuers: configs, report })
    opened = new Identity({ database, auth, keys, origin, issuers, memberships }, pool)
    await opened.attempts.sweep()
    await opened.sessions.sweep()
    return opened
  }

  /** Who asks, and in which session; nothing for whoever has not shown a second factor. */
  async of(headers: Headers): Promise<{ person: Person; session: string } | undefined> {
    const signed = await this.sessions.of(headers)
    return signed?.assured ? { person: signed.person, session: signed.session } : undefined
  }

  /** Lets go of the database. */
  async close(): Promise<void> {
    await this.pool.end()
  }
}

/** With another secret no code of an app could be read: that is said at the start, not at sign-in. */
async function mustBeOurs(database: Postgres, keys: Keys): Promise<void> {
  await database.run(
    "INSERT INTO truce.identity_state (name, value) VALUES ('secret', $1) ON CONFLICT (name) DO NOTHING",
    [keys.check]
  )
  const { rows } = await database.run(
    "SELECT value FROM truce.identity_state WHERE name = 'secret'"
  )
  if (rows[0]?.['value'] === keys.check) return
  throw new StoreRefusal(
    'unwritable',
    'the accounts in this database were made with another secret',
    `start with the folder of secrets, or the ${SECRET_VARIABLE}, of the server that made them`
  )
}
