import type { PostgresRow, Run } from '@truce/host/database'
import { LOCKS } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Person } from '../person.ts'
import { type Ground, moment, newId, noSuch, text } from './ground.ts'
import { tell } from './log.ts'
import type { Sessions } from './sessions.ts'

/** A person as administrators see them. */
export interface KeptPerson extends Person {
  readonly suspended: boolean
  readonly since: string | null
  readonly used: string | null
  readonly codes: boolean
  readonly passkeys: number
}

/** A person that is to be made. */
export interface NewPerson {
  readonly name: string
  readonly email: string
  readonly administrator: boolean
  /** Of the password; nothing for somebody whom an issuer lets in. */
  readonly hash?: string
}

/** An address as it is kept and compared. */
export const plainEmail = (email: string): string => email.trim().toLowerCase()

const PERSON = 'SELECT * FROM truce_identity."user" WHERE'

/** A person by id. */
export async function personBy(run: Run, id: string): Promise<Person | undefined> {
  const { rows } = await run(`${PERSON} "id" = $1`, [id])
  return rows[0] && personOf(rows[0])
}

/** A person by e-mail address. */
export async function personAt(run: Run, email: string): Promise<Person | undefined> {
  const { rows } = await run(`${PERSON} "email" = $1`, [plainEmail(email)])
  return rows[0] && personOf(rows[0])
}

/** The names of people by their ids; one that is nobody's is left out. */
export async function namesOf(
  run: Run,
  ids: readonly string[]
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await run(
    'SELECT "id", "name" FROM truce_identity."user" WHERE "id" = ANY($1)',
    [ids]
  )
  return new Map(rows.map(({ id, name }) => [text(id), text(name)]))
}

/** Waits for whoever else counts or makes administrators. */
export async function alone(run: Run): Promise<void> {
  await run('SELECT pg_advisory_xact_lock($1)', [LOCKS.administrators])
}

/** How many administrators can act, but for one person. */
export async function administrators(run: Run, but = ''): Promise<number> {
  const { rows } = await run(
    'SELECT count(*)::int AS n FROM truce_identity."user" WHERE "administrator" AND NOT "suspended" AND "id" <> $1',
    [but]
  )
  return Number(rows[0]?.['n'] ?? 0)
}

/** Whether somebody who invited may still: lets in, and administers unless it was done as a lead. */
export async function canInvite(run: Run, by: string, asLead: boolean): Promise<boolean> {
  const { count } = await run(
    `${PERSON} "id" = $1 AND NOT "suspended" AND ("administrator" OR $2)`,
    [by, asLead]
  )
  return count > 0
}

/**
 * Days that an administrator has been one before their word counts in a recovery: whoever makes a
 * second one for it alone is seen to do so in what administrators did.
 */
const SEASONED = `"administrator" AND NOT "suspended" AND "administratorSince" <= now() - interval '3 days'`

/** How many administrators, but for one person, may agree to a recovery. */
export async function seasonedAdministrators(run: Run, but: string): Promise<number> {
  const { count } = await run(`${PERSON} ${SEASONED} AND "id" <> $1`, [but])
  return count
}

/** Whether the word of each of these counts in a recovery. */
export async function areSeasoned(run: Run, ids: readonly string[]): Promise<boolean> {
  const { count } = await run(`${PERSON} ${SEASONED} AND "id" = ANY($1)`, [ids])
  return count === new Set(ids).size
}

/** Makes an account, in the transaction in which its link is used. */
export async function makePerson(run: Run, made: NewPerson): Promise<Person> {
  const [id, email] = [newId(), plainEmail(made.email)]
  const { name, administrator, hash } = made
  await run(
    `INSERT INTO truce_identity."user" ("id", "name", "email", "emailVerified", "administrator", "administratorSince", "suspended")
     VALUES ($1, $2, $3, true, $4, CASE WHEN $4 THEN now() END, false)`,
    [id, name, email, administrator]
  )
  if (hash !== undefined) await setPassword(run, { person: id, hash })
  return { id, name, email, administrator }
}

/** A password as it is kept. */
export const hashedPassword = async ({ auth }: Ground, password: string): Promise<string> =>
  (await auth.$context).password.hash(password)

/** Gives a person another password, or a first one. */
export async function setPassword(
  run: Run,
  { person, hash }: { readonly person: string; readonly hash: string }
): Promise<void> {
  await run(
    `INSERT INTO truce_identity."account" ("id", "accountId", "providerId", "userId", "password", "updatedAt")
     VALUES ($1, $2, 'credential', $2, $3, now())
     ON CONFLICT ("providerId", "accountId") DO UPDATE SET "password" = $3, "updatedAt" = now()`,
    [newId(), person, hash]
  )
}

/** The person in a row of accounts. */
export const personOf = (row: PostgresRow): Person => ({
  id: text(row['id']),
  name: text(row['name']),
  email: text(row['email']),
  administrator: row['administrator'] === true
})

/** Whether a person has a password, and not an organisation's service alone. */
export async function hasPassword(run: Run, person: string): Promise<boolean> {
  const { count } = await run(
    `SELECT FROM truce_identity."account" WHERE "userId" = $1 AND "providerId" = 'credential'`,
    [person]
  )
  return count > 0
}

/** What administrators do to people. */
export class People {
  private readonly ground: Ground
  private readonly sessions: Sessions

  constructor(ground: Ground, sessions: Sessions) {
    this.ground = ground
    this.sessions = sessions
  }

  /** Everybody with an account. */
  async list(): Promise<KeptPerson[]> {
    const { rows } = await this.ground.database.run(
      `SELECT u.*, (SELECT max(s."usedAt") FROM truce_identity."session" s WHERE s."userId" = u."id") AS used,
        EXISTS (SELECT FROM truce.identity_codes c WHERE c.person = u."id" AND c.confirmed_at IS NOT NULL) AS codes,
        (SELECT count(*)::int FROM truce.identity_passkeys p WHERE p.person = u."id") AS passkeys
       FROM truce_identity."user" u ORDER BY u."email"`
    )
    return rows.map((row) => ({
      ...personOf(row),
      suspended: row['suspended'] === true,
      since: moment(row['createdAt']),
      used: moment(row['used']),
      codes: row['codes'] === true,
      passkeys: Number(row['passkeys'])
    }))
  }

  /** Keeps a person out, at once, or lets them in again. */
  async suspend(by: Person, id: string, suspended: boolean): Promise<void> {
    await this.changed(by, id, async (run, about) => {
      if (suspended && about.administrator) await mustRemain(run, id)
      await run('UPDATE truce_identity."user" SET "suspended" = $2 WHERE "id" = $1', [
        id,
        suspended
      ])
      if (suspended) await this.sessions.endAll(run, id)
      return suspended ? 'suspend' : 'restore'
    })
  }

  /** Makes a person an administrator, or one no longer. */
  async appoint(by: Person, id: string, administrator: boolean): Promise<void> {
    await this.changed(by, id, async (run) => {
      if (!administrator) await mustRemain(run, id)
      await run(
        `UPDATE truce_identity."user" SET "administrator" = $2, "administratorSince" =
           CASE WHEN $2 THEN coalesce("administratorSince", now()) END WHERE "id" = $1`,
        [id, administrator]
      )
      return administrator ? 'administrator' : 'no-administrator'
    })
  }

  /** Ends all sessions of a person. */
  async signOut(by: Person, id: string): Promise<void> {
    await this.changed(by, id, async (run) => {
      await this.sessions.endAll(run, id)
      return 'end-sessions'
    })
  }

  private changed(
    by: Person,
    id: string,
    work: (run: Run, about: Person) => Promise<Parameters<typeof tell>[1]['verb']>
  ): Promise<void> {
    return this.ground.database.together(async (run) => {
      await alone(run)
      const about = await personBy(run, id)
      if (about === undefined) throw noSuch('person')
      await tell(run, { by, verb: await work(run, about), about })
    })
  }
}

async function mustRemain(run: Run, but: string): Promise<void> {
  if ((await administrators(run, but)) > 0) return
  throw new Refusal(409, 'last-administrator', {
    message: 'this is the only administrator',
    help: 'make another person an administrator first'
  })
}
