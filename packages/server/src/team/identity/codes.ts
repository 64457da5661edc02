import { randomBytes, randomInt } from 'node:crypto'
import type { Run } from '@truce/host/database'
import type { Person } from '../person.ts'
import { type Ground, notThese } from './ground.ts'
import { base32, codeUri, stepOf } from './one-time-code.ts'
import { opened, sealed } from './sealed.ts'
import { peppered } from './secret.ts'

const SECRET_BYTES = 20
const [BACKUP_CODES, BACKUP_LETTERS] = [10, 10]
/** Without those that are taken for one another. */
const LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** Codes of an app, and the codes on paper for the day on which there is no app. */
export class Codes {
  private readonly ground: Ground

  constructor(ground: Ground) {
    this.ground = ground
  }

  /** A new secret to be put into an app; it counts once a code of it was shown. */
  async begin(person: Person): Promise<{ secret: string; uri: string }> {
    const { database, keys, origin } = this.ground
    const secret = randomBytes(SECRET_BYTES)
    await database.run(
      `INSERT INTO truce.identity_codes AS c (person, secret) VALUES ($1, $2)
       ON CONFLICT (person) DO UPDATE SET secret = $2, last_step = 0 WHERE c.confirmed_at IS NULL`,
      [person.id, sealed(keys.codes, person.id, secret)]
    )
    const written = base32(secret)
    return { secret: written, uri: codeUri(written, person.email, new URL(origin).hostname) }
  }

  /** Takes a new secret into use; nothing where the code is not one of it. */
  async confirm(run: Run, person: string, code: string): Promise<boolean> {
    if (!(await this.matches(run, { person, code, confirmed: false }))) return false
    const { count } = await run(
      'UPDATE truce.identity_codes SET confirmed_at = now() WHERE person = $1 AND confirmed_at IS NULL',
      [person]
    )
    return count === 1
  }

  /** Whether a code is one of the person's app; each lets in once. */
  shows(person: string, code: string): Promise<boolean> {
    const { database } = this.ground
    return this.matches(database.run.bind(database), { person, code, confirmed: true })
  }

  /** Whether a code is one of the person's codes on paper; it is gone then. */
  async spends(person: string, code: string): Promise<boolean> {
    const { count } = await this.ground.database.run(
      'DELETE FROM truce.identity_backup_codes WHERE person = $1 AND hash = $2',
      [person, this.hashed(person, code.toLowerCase().replaceAll(/[\s-]/g, ''))]
    )
    return count === 1
  }

  /** New codes on paper in place of those there are; they are shown this once. */
  async renew(run: Run, person: string): Promise<string[]> {
    const codes = Array.from({ length: BACKUP_CODES }, () =>
      Array.from({ length: BACKUP_LETTERS }, () => LETTERS[randomInt(LETTERS.length)]).join('')
    )
    await run('DELETE FROM truce.identity_backup_codes WHERE person = $1', [person])
    await run(
      'INSERT INTO truce.identity_backup_codes (person, hash) SELECT $1, unnest($2::text[])',
      [person, codes.map((code) => this.hashed(person, code))]
    )
    return codes.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`)
  }

  private hashed(person: string, code: string): string {
    return peppered(this.ground.keys.pepper, 'backup', person, code)
  }

  private async matches(run: Run, { person, code, confirmed }: Shown): Promise<boolean> {
    const { rows } = await run(
      'SELECT secret FROM truce.identity_codes WHERE person = $1 AND (confirmed_at IS NOT NULL) = $2',
      [person, confirmed]
    )
    const secret = rows[0]?.['secret']
    if (!Buffer.isBuffer(secret)) return false
    const step = stepOf(opened(this.ground.keys.codes, person, secret), code, Date.now())
    if (step === undefined) return false
    // Of two who show one code, or one after a later one, only the first finds it unused.
    const { count } = await run(
      'UPDATE truce.identity_codes SET last_step = $2 WHERE person = $1 AND last_step < $2',
      [person, step]
    )
    return count === 1
  }
}

interface Shown {
  readonly person: string
  readonly code: string
  readonly confirmed: boolean
}

/** Refuses a code that is not one. */
export function mustMatch(matched: boolean): void {
  if (!matched) throw notThese()
}
