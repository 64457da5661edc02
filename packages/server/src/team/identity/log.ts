import type { Run } from '@truce/host/database'
import type { Person } from '../person.ts'
import { moment, text } from './ground.ts'

/** What administrators, and the server's own machine, do to accounts. */
export type Deed =
  | 'setup'
  | 'invite'
  | 'withdraw'
  | 'accept'
  | 'suspend'
  | 'restore'
  | 'administrator'
  | 'no-administrator'
  | 'end-sessions'
  | 'ask-recovery'
  | 'approve-recovery'
  | 'refuse-recovery'
  | 'recover'
  | 'recover-on-server'
  | 'passkey-copied'

/** A deed to be written down. */
export interface Told {
  readonly by: Person | 'server'
  readonly verb: Deed
  readonly about?: { readonly id: string; readonly name: string }
  readonly detail?: string
}

/** Writes down who did what, in the transaction in which it is done. */
export async function tell(run: Run, { by, verb, about, detail }: Told): Promise<void> {
  const [id, name] = by === 'server' ? ['server', 'the server itself'] : [by.id, by.name]
  await run(
    'INSERT INTO truce.administration (by, by_name, verb, about, about_name, detail) VALUES ($1, $2, $3, $4, $5, $6)',
    [id, name, verb, about?.id ?? null, about?.name ?? null, detail ?? null]
  )
}

/** The newest deeds, or those before a number. */
export async function deeds(run: Run, before: number | undefined, most: number) {
  const { rows } = await run(
    'SELECT * FROM truce.administration WHERE number < $1 ORDER BY number DESC LIMIT $2',
    [before ?? Number.MAX_SAFE_INTEGER, most]
  )
  return rows.map((row) => ({
    number: Number(row['number']),
    at: moment(row['at']) ?? '',
    by: text(row['by']),
    byName: text(row['by_name']),
    verb: text(row['verb']),
    about: row['about'] === null ? null : text(row['about']),
    aboutName: row['about_name'] === null ? null : text(row['about_name']),
    detail: row['detail'] === null ? null : text(row['detail'])
  }))
}
