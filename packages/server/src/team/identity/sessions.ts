import { randomBytes } from 'node:crypto'
import { Gathering, type PostgresRow, type Run } from '@truce/host/database'
import type { Person } from '../person.ts'
import { tokenIn } from '../session-cookie.ts'
import { ADDRESS_HEADER, LONGEST_SESSION } from './auth.ts'
import { type Ground, moment, newId, text } from './ground.ts'
import { personOf } from './people.ts'
import { HALF_HOUR, HOUR, MINUTE } from './spans.ts'

/** How long a session rests before it ends, and how long one without a second factor lasts. */
const [REST, HALF] = [12 * HOUR, 15 * MINUTE]

/** How seldom it is written down that a session is used. */
const SELDOM = MINUTE

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
  /** Another one after each change of who may see what; without it nothing is remembered of that. */
  readonly mark: string | undefined
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
  private readonly rows: Gathering<string, PostgresRow>

  constructor(ground: Ground) {
    this.ground = ground
    this.rows = new Gathering((tokens) => this.look(tokens))
  }

  /** Whose session a request shows; nothing where there is none, or it has ended. */
  async of(headers: Headers): Promise<Signed | undefined> {
    // A request without a cookie, as most from elsewhere are, asks the database nothing.
    const token = tokenIn(headers.get('cookie') ?? '', this.ground.keys.cookies)
    const row = token === undefined ? undefined : await this.rows.ask(token)
    // What is not said to be let in is not.
    if (token === undefined || row?.['suspended'] !== false) return undefined
    // All by the database's clock, which wrote them: that of this server may be wrong.
    const now = instant(row['now']) ?? Number.POSITIVE_INFINITY
    const [begun = 0, ends = 0] = [instant(row['createdAt']), instant(row['expiresAt'])]
    const [assuredAt, usedAt = begun] = [instant(row['assuredAt']), instant(row['usedAt'])]
    if (now >= ends || now - usedAt > REST) return undefined
    if (assuredAt === undefined && now - begun > HALF) return undefined
    const session = text(row['session'])
    if (now - usedAt > SELDOM) await this.used(session, headers.get(ADDRESS_HEADER) ?? '')
    const mark = row['mark']
    return {
      person: personOf(row),
      ...{ session, token, assured: assuredAt !== undefined },
      fresh: assuredAt !== undefined && now - assuredAt < HALF_HOUR,
      mark: typeof mark === 'string' ? mark : undefined
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

  /** Sessions with whose they are, by their tokens, and the mark of that moment. */
  private async look(tokens: readonly string[]): Promise<ReadonlyMap<string, PostgresRow>> {
    const { database, memberships } = this.ground
    const { rows } = await database.run(
      `SELECT s."id" AS session, s."token", s."createdAt", s."expiresAt", s."assuredAt", s."usedAt",
        u."id", u."name", u."email", u."administrator", u."suspended", ${memberships.mark} AS mark,
        clock_timestamp() AS now
       FROM truce_identity."session" s JOIN truce_identity."user" u ON u."id" = s."userId"
       WHERE s."token" = ANY($1::text[])`,
      [tokens]
    )
    return new Map(rows.map((row) => [text(row['token']), row]))
  }

  private async used(session: string, address: string): Promise<void> {
    await this.ground.database.run(
      'UPDATE truce_identity."session" SET "usedAt" = now(), "ipAddress" = coalesce(nullif($2, \'\'), "ipAddress") WHERE "id" = $1',
      [session, address]
    )
  }
}

/** An instant of a row, in milliseconds since 1970. */
const instant = (value: unknown): number | undefined =>
  value instanceof Date ? value.getTime() : undefined

const newToken = (): string => randomBytes(32).toString('base64url')

const keptSession = (row: PostgresRow, mine: string): KeptSession => ({
  id: text(row['id']),
  address: text(row['ipAddress']),
  browser: text(row['userAgent']),
  begun: moment(row['createdAt']),
  used: moment(row['usedAt']),
  this: row['id'] === mine
})
