import type { Postgres } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import { neighbourhood } from '../address.ts'
import { peppered } from './secret.ts'

/** How many attempts are free, and the longest wait after those that follow, in seconds. */
interface Patience {
  readonly free: number
  readonly longest: number
}

const ONE: Patience = { free: 5, longest: 900 }
const ADDRESS: Patience = { free: 30, longest: 60 }

/**
 * Counted as failed before it is looked at, so that many at once gain nothing. The clock is read once
 * the row is held: by that of the beginning, one that waited for a later one would come too soon.
 */
const CLAIM = `
INSERT INTO truce.identity_attempts AS a (key, failures, last_at, free_at) VALUES ($1, 1, now(), now())
ON CONFLICT (key) DO UPDATE SET last_at = now(),
  failures = CASE WHEN a.last_at < now() - interval '1 day' THEN 1 ELSE a.failures + 1 END,
  free_at = now() + CASE WHEN a.last_at < now() - interval '1 day' OR a.failures < $2 THEN interval '0'
    ELSE make_interval(secs => least($3, power(2, least(a.failures + 1 - $2, 20)))) END
WHERE a.free_at <= clock_timestamp() RETURNING failures`

const LEFT = `
SELECT ceil(extract(epoch FROM free_at - now()))::int AS left FROM truce.identity_attempts WHERE key = $1`

/**
 * Attempts to get in, counted in the database that all servers of a team share. Whoever fails waits
 * longer each time, by the account and the address together: nobody elsewhere can keep a person out.
 */
export class Attempts {
  private readonly database: Postgres
  private readonly pepper: Buffer

  constructor(database: Postgres, pepper: Buffer) {
    this.database = database
    this.pepper = pepper
  }

  /** Counts an attempt with a password or a passkey; refuses one that comes too soon. */
  async byAccount(account: string, address: string): Promise<Claimed> {
    const place = neighbourhood(address)
    const [mine, all] = [this.key('account', account, place), this.key('address', place)]
    await this.claim(all, ADDRESS)
    await this.claim(mine, ONE)
    return {
      worked: async () => {
        await this.forgive(mine)
        await this.lessen(all)
      }
    }
  }

  /**
   * Counts an attempt with a second factor, by the person alone: whoever comes this far knows the
   * password.
   */
  async byPerson(person: string): Promise<Claimed> {
    const mine = this.key('second', person)
    await this.claim(mine, ONE)
    return { worked: () => this.forgive(mine) }
  }

  /** Counts an attempt that names no account, such as a link. */
  async byAddress(address: string): Promise<Claimed> {
    const mine = this.key('address', neighbourhood(address))
    await this.claim(mine, ADDRESS)
    return { worked: () => this.lessen(mine) }
  }

  /** Forgets what is too old to count. */
  async sweep(): Promise<void> {
    await this.database.run(
      "DELETE FROM truce.identity_attempts WHERE last_at < now() - interval '2 days'"
    )
  }

  private key(...parts: readonly string[]): string {
    return peppered(this.pepper, 'attempt', ...parts)
  }

  private async claim(key: string, { free, longest }: Patience): Promise<void> {
    const { count } = await this.database.run(CLAIM, [key, free, longest])
    if (count > 0) return
    const { rows } = await this.database.run(LEFT, [key])
    throw new TooSoon(Math.max(1, Number(rows[0]?.['left'] ?? 1)))
  }

  private async forgive(key: string): Promise<void> {
    await this.database.run('DELETE FROM truce.identity_attempts WHERE key = $1', [key])
  }

  private async lessen(key: string): Promise<void> {
    await this.database.run(
      'UPDATE truce.identity_attempts SET failures = greatest(0, failures - 1), free_at = now() WHERE key = $1',
      [key]
    )
  }
}

/** An attempt that was counted as failed until it is said that it worked. */
export interface Claimed {
  readonly worked: () => Promise<void>
}

/** The refusal of an attempt that comes too soon after others. */
class TooSoon extends Refusal {
  override readonly headers: Readonly<Record<string, string>>

  constructor(seconds: number) {
    super(429, 'too-soon', {
      message: 'there were too many attempts that failed',
      help: `wait ${seconds} ${seconds === 1 ? 'second' : 'seconds'}, then try again`
    })
    this.headers = { 'retry-after': String(seconds) }
  }
}
