import { randomBytes } from 'node:crypto'
import type { PostgresRow, Run } from '@truce/host/database'
import type { Person } from '../person.ts'
import { ADDRESS_HEADER, LONGEST_SESSION } from './auth.ts'
import { type Ground, moment, newId, text } from './ground.ts'
import { HALF_HOUR, HOUR, MINUTE } from './spans.ts'

/** How long a session rests before it ends, and how long one without a second factor lasts. */
const [REST, HALF] = [12 * HOUR, 15 * MINUTE]

/** How seldom it is written down that a session is used. */
const SELDOM = MINUTE

/** How often more it is asked for a session where the database was away: once for each old connection. */
const TRIES = 4

/** Where a request comes from. */
export interface Origin {
  readonly address: string
  /** What the browser says it is. */
  readonly browser: string
}

/** Somebody signed in, with the second factor or on the way to it. */
export interface Signed {
  readonly person: Person
  /** The session's name, which lets nobody in. */
  readonly session: string
  readonly token: string
  /** Whether the second factor was shown. */
  readonly assured: boolean
  /** Whether it was shown within the last half hour, as what changes an account asks. */
  readonly fresh: boolean
}

/** A session as its owner sees it. */
export interface KeptSession {
  readonly id: string
  readonly address: string
  readonly browser: string
  readonly begun: string | null
  readonly used: string | null
  /** Whether it is the one that asks. */
  readonly this: boolean
}

/** Who is signed in, since when, where. */
export class Sessions {
  private readonly ground: Ground

  constructor(ground: Ground) {
    this.ground = ground
  }

  /** Whose session a request shows; nothing where there is none, or it has ended. */
  async of(headers: Headers): Promise<Signed | undefined> {
    // A request without a cookie, as most from elsewhere are, asks the database nothing.
    if (!headers.has('cookie')) return undefined
    const found = await this.asked(headers)
    if (!found || found.user.suspended) return undefined
    const { session, user } = found
    const now = Date.now()
    const [begun, assuredAt] = [session.createdAt.getTime(), session.assuredAt?.getTime()]
    const usedAt = session.usedAt?.getTime() ?? begun
    if (now - usedAt > REST || (assuredAt === undefined && now - begun > HALF)) return undefined
    if (now - usedAt > SELDOM) await this.used(session.id, headers.get(ADDRESS_HEADER) ?? '')
    return {
      person: {
        id: user.id,
        name: user.name,
        email: user.email,
        administrator: user.administrator
      },
      session: session.id,
      token: session.token,
      assured: assuredAt !== undefined,
      fresh: assuredAt !== undefined && now - assuredAt < HALF_HOUR
    }
  }

  /** Begins a session; the token of its cookie. */
  async begin(run: Run, person: string, how: Origin & { readonly assured: boolean }) {
    const token = newToken()
    await run(
      `INSERT INTO truce_identity."session"
        ("id", "token", "userId", "expiresAt", "updatedAt", "ipAddress", "userAgent", "assuredAt", "usedAt")
       VALUES ($1, $2, $3, now() + make_interval(secs => $4), now(), $5, $6, CASE WHEN $7 THEN now() END, now())`,
      [newId(), token, person, LONGEST_SESSION / 1000, how.address, how.browser, how.assured]
    )
    return token
  }

  /** Says that the second factor was shown, under a new token: the one before lets nobody in. */
  async assure(run: Run, session: string): Promise<string> {
    const token = newToken()
    await run(
      'UPDATE truce_identity."session" SET "token" = $2, "assuredAt" = now(), "usedAt" = now() WHERE "id" = $1',
      [session, token]
    )
    return token
  }

  /** All sessions of a person that let in. */
  async list({ person, session }: Signed): Promise<KeptSession[]> {
    const { rows } = await this.ground.database.run(
      `SELECT * FROM truce_identity."session" WHERE "userId" = $1 AND "expiresAt" > now() AND "assuredAt" IS NOT NULL
        AND "usedAt" > now() - make_interval(secs => $2) ORDER BY "usedAt" DESC, "id"`,
      [person.id, REST / 1000]
    )
    return rows.map((row) => keptSession(row, session))
  }

  /** Ends one session of a person; whether there was one. */
  async end(run: Run, person: string, session: string): Promise<boolean> {
    const { count } = await run(
      'DELETE FROM truce_identity."session" WHERE "userId" = $1 AND "id" = $2',
      [person, session]
    )
    return count === 1
  }

  /** Ends all sessions of a person, but for one where it is named. */
  async endAll(run: Run, person: string, but = ''): Promise<number> {
    const { count } = await run(
      'DELETE FROM truce_identity."session" WHERE "userId" = $1 AND "id" <> $2',
      [person, but]
    )
    return count
  }

  /** Forgets what has ended. */
  async sweep(): Promise<void> {
    await this.ground.database.run(
      'DELETE FROM truce_identity."session" WHERE "expiresAt" < now() OR "usedAt" < now() - interval \'1 day\''
    )
  }

  /**
   * What better-auth says of a database that is away is no refusal: we ask the database ourselves,
   * whose answer is one; where it answers again, so may better-auth.
   */
  private async asked(headers: Headers) {
    const { auth, database } = this.ground
    for (let tries = 0; ; tries++)
      try {
        return await auth.api.getSession({ headers })
      } catch (error) {
        await database.run('SELECT 1')
        if (tries === TRIES) throw error
      }
  }

  private async used(session: string, address: string): Promise<void> {
    await this.ground.database.run(
      'UPDATE truce_identity."session" SET "usedAt" = now(), "ipAddress" = coalesce(nullif($2, \'\'), "ipAddress") WHERE "id" = $1',
      [session, address]
    )
  }
}

const newToken = (): string => randomBytes(32).toString('base64url')

const keptSession = (row: PostgresRow, mine: string): KeptSession => ({
  id: text(row['id']),
  address: text(row['ipAddress']),
  browser: text(row['userAgent']),
  begun: moment(row['createdAt']),
  used: moment(row['usedAt']),
  this: row['id'] === mine
})
