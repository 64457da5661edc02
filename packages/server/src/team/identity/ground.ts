import { randomBytes } from 'node:crypto'
import type { Postgres } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Memberships } from '../memberships.ts'
import type { Auth } from './auth.ts'
import type { Issuer } from './issuers.ts'
import type { Keys } from './secret.ts'

/** What every part of accounts stands on. */
export interface Ground {
  readonly database: Postgres
  readonly auth: Auth
  readonly keys: Keys
  readonly origin: string
  readonly issuers: readonly Issuer[]
  readonly memberships: Memberships
}

/** A name for a new thing, which nobody guesses. */
export const newId = (): string => randomBytes(16).toString('base64url')

/** The one answer to whoever is not signed in as is asked, whatever the reason. */
export const signInFirst = (): Refusal =>
  new Refusal(401, 'sign-in', {
    message: 'this is for people who are signed in',
    help: 'sign in with your second factor, then ask again'
  })

/** The one answer to a sign-in that is not one, whatever the reason. */
export const notThese = (): Refusal =>
  new Refusal(401, 'not-these', {
    message: 'this does not let anybody in',
    help: 'see what you typed; an administrator of your team can help you back in'
  })

/** What is not there, or not for this person. */
export const noSuch = (what: string): Refusal =>
  new Refusal(404, `no-such-${what}`, {
    message: `there is no such ${what}`,
    help: 'see the list of them'
  })

/** A text of a row. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** A moment of a row, as it travels. */
export const moment = (value: unknown): string | null =>
  value instanceof Date ? value.toISOString() : null
