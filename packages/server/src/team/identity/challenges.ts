import { createHash } from 'node:crypto'
import type { Postgres } from '@truce/host/database'

/** What a challenge was given for: to make a passkey, or to show one. */
type Purpose = 'make' | 'show'

/** Challenges that were given to browsers: each is answered once, within five minutes. */
export class Challenges {
  private readonly database: Postgres

  constructor(database: Postgres) {
    this.database = database
  }

  /** Remembers a challenge. */
  async give(challenge: string, purpose: Purpose, person?: string): Promise<void> {
    await this.database.run('DELETE FROM truce.identity_challenges WHERE expires_at < now()')
    await this.database.run(
      "INSERT INTO truce.identity_challenges (hash, purpose, person, expires_at) VALUES ($1, $2, $3, now() + interval '5 minutes')",
      [hashed(challenge), purpose, person ?? null]
    )
  }

  /** Whether a challenge was given for this, to this person, and not answered yet. */
  async take(challenge: string, purpose: Purpose, person?: string): Promise<boolean> {
    const { count } = await this.database.run(
      `DELETE FROM truce.identity_challenges
       WHERE hash = $1 AND purpose = $2 AND person IS NOT DISTINCT FROM $3::text AND expires_at > now()`,
      [hashed(challenge), purpose, person ?? null]
    )
    return count === 1
  }
}

const hashed = (challenge: string): string =>
  createHash('sha256').update(challenge).digest('base64url')
