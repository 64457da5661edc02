import type { Run } from '@truce/host/database'
import { moment, text } from './ground.ts'

/** A passkey as its owner sees it. */
export interface KeptPasskey {
  readonly id: string
  readonly name: string
  readonly made: string | null
  readonly used: string | null
  /** Set where its counter went back, as that of a copy does; it lets nobody in since. */
  readonly copied: string | null
}

/** The second factors of a person. */
export interface Factors {
  readonly codes: boolean
  readonly backupCodes: number
  readonly passkeys: KeptPasskey[]
}

/** The second factors that a person has set up. */
export async function factorsOf(run: Run, person: string): Promise<Factors> {
  const { rows: passkeys } = await run(
    'SELECT id, name, made_at, used_at, copied_at FROM truce.identity_passkeys WHERE person = $1 ORDER BY made_at, id',
    [person]
  )
  const { rows } = await run(
    `SELECT EXISTS (SELECT FROM truce.identity_codes WHERE person = $1 AND confirmed_at IS NOT NULL) AS codes,
      (SELECT count(*)::int FROM truce.identity_backup_codes WHERE person = $1) AS backup`,
    [person]
  )
  return {
    codes: rows[0]?.['codes'] === true,
    backupCodes: Number(rows[0]?.['backup'] ?? 0),
    passkeys: passkeys.map((row) => ({
      id: text(row['id']),
      name: text(row['name']),
      made: moment(row['made_at']),
      used: moment(row['used_at']),
      copied: moment(row['copied_at'])
    }))
  }
}

/** Ways to show a second factor. */
export type Way = 'code' | 'passkey' | 'backup-code'

/** The ways that a person has; none where a second factor is still to be set up. */
export function waysOf({ codes, backupCodes, passkeys }: Factors): Way[] {
  const able = passkeys.some(({ copied }) => copied === null)
  return [
    ...(codes ? (['code'] as const) : []),
    ...(able ? (['passkey'] as const) : []),
    ...(backupCodes > 0 ? (['backup-code'] as const) : [])
  ]
}

/** Takes all second factors of a person away, in the transaction of a recovery. */
export async function forgetFactors(run: Run, person: string): Promise<void> {
  for (const table of ['identity_codes', 'identity_backup_codes', 'identity_passkeys'])
    await run(`DELETE FROM truce.${table} WHERE person = $1`, [person])
}
