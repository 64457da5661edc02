import type {
  AuthenticationResponseJSON,
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
  RegistrationResponseJSON,
  WebAuthnCredential
} from '@simplewebauthn/server'
import type { PostgresRow, Run } from '@truce/host/database'
import type { Person } from '../person.ts'
import { Challenges } from './challenges.ts'
import { type Ground, notThese, text } from './ground.ts'
import { tell } from './log.ts'

/** What authenticators may say of how they are reached; others are left out. */
const TRANSPORTS = ['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'] as const
type Transport = (typeof TRANSPORTS)[number]

/** A key that was shown. */
export interface ShownPasskey {
  readonly person: string
  /** Whether the authenticator knew its owner, by a finger, a face or a number. */
  readonly knewOwner: boolean
}

/** Passkeys: as a second factor, or alone where the authenticator knows its owner. */
export class Passkeys {
  private readonly ground: Ground
  private readonly challenges: Challenges
  private readonly rp: string

  constructor(ground: Ground) {
    this.ground = ground
    this.challenges = new Challenges(ground.database)
    this.rp = new URL(ground.origin).hostname
  }

  /** What a browser needs to make a passkey. */
  async toMake(person: Person): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { generateRegistrationOptions } = await import('@simplewebauthn/server')
    const options = await generateRegistrationOptions({
      rpName: 'Truce',
      rpID: this.rp,
      userName: person.email,
      userDisplayName: person.name,
      userID: Uint8Array.from(Buffer.from(person.id)),
      attestationType: 'none',
      excludeCredentials: await this.idsOf(person.id),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' }
    })
    await this.challenges.give(options.challenge, 'make', person.id)
    return options
  }

  /** Keeps the passkey that a browser has made; false where it is not the one asked for. */
  async keep(
    run: Run,
    person: Person,
    { name, response }: { readonly name: string; readonly response: RegistrationResponseJSON }
  ): Promise<boolean> {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server')
    const made = await verifyRegistrationResponse({
      response,
      expectedChallenge: (challenge) => this.challenges.take(challenge, 'make', person.id),
      expectedOrigin: this.ground.origin,
      expectedRPID: this.rp,
      requireUserVerification: false
    }).catch(() => ({ verified: false as const }))
    if (!made.verified) return false
    const { credential, credentialBackedUp } = made.registrationInfo
    const { count } = await run(
      `INSERT INTO truce.identity_passkeys (id, person, name, public_key, counter, transports, synced)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (id) DO NOTHING`,
      [
        credential.id,
        person.id,
        name,
        Buffer.from(credential.publicKey),
        credential.counter,
        credential.transports ?? [],
        credentialBackedUp
      ]
    )
    return count === 1
  }

  /** What a browser needs to show a passkey: one of a person, or whichever it has. */
  async toShow(person?: string): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const { generateAuthenticationOptions } = await import('@simplewebauthn/server')
    const options = await generateAuthenticationOptions({
      rpID: this.rp,
      userVerification: person === undefined ? 'required' : 'preferred',
      ...(person === undefined ? {} : { allowCredentials: await this.idsOf(person) })
    })
    await this.challenges.give(options.challenge, 'show', person)
    return options
  }

  /**
   * Whose passkey it is that a browser shows; refuses one that is not known, not the person's, or was
   * copied.
   */
  async shown(response: AuthenticationResponseJSON, person?: string): Promise<ShownPasskey> {
    const { database, origin } = this.ground
    const { rows } = await database.run(
      'SELECT * FROM truce.identity_passkeys WHERE id = $1 AND copied_at IS NULL AND ($2::text IS NULL OR person = $2)',
      [response.id, person ?? null]
    )
    const [row] = rows
    if (row === undefined) throw notThese()
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server')
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response,
      expectedChallenge: (challenge) => this.challenges.take(challenge, 'show', person),
      expectedOrigin: origin,
      expectedRPID: this.rp,
      credential: credentialOf(row),
      requireUserVerification: person === undefined
    }).catch(() => {
      throw notThese()
    })
    if (!verified) throw notThese()
    await this.count(row, authenticationInfo.newCounter)
    return { person: text(row['person']), knewOwner: authenticationInfo.userVerified }
  }

  /** Takes a passkey away. */
  async remove(run: Run, person: string, id: string): Promise<boolean> {
    const { count } = await run(
      'DELETE FROM truce.identity_passkeys WHERE person = $1 AND id = $2',
      [person, id]
    )
    return count === 1
  }

  /** Of two authenticators with one key the second to be used has counted less: one is a copy. */
  private async count(row: PostgresRow, counter: number): Promise<void> {
    const { database } = this.ground
    const { count } = await database.run(
      `UPDATE truce.identity_passkeys SET counter = $2, used_at = now()
       WHERE id = $1 AND (counter < $2 OR (counter = 0 AND $2 = 0))`,
      [row['id'], counter]
    )
    if (count === 1) return
    await database.together(async (run) => {
      await run('UPDATE truce.identity_passkeys SET copied_at = now() WHERE id = $1', [row['id']])
      const { rows } = await run('SELECT name FROM truce_identity."user" WHERE id = $1', [
        row['person']
      ])
      await tell(run, {
        by: 'server',
        verb: 'passkey-copied',
        about: { id: text(row['person']), name: text(rows[0]?.['name']) },
        detail: `${text(row['name'])}: its counter was ${text(String(row['counter']))}, then ${counter}`
      })
    })
    throw notThese()
  }

  private async idsOf(person: string): Promise<{ id: string; transports: Transport[] }[]> {
    const { rows } = await this.ground.database.run(
      'SELECT id, transports FROM truce.identity_passkeys WHERE person = $1 AND copied_at IS NULL ORDER BY id',
      [person]
    )
    return rows.map((row) => ({ id: text(row['id']), transports: transportsOf(row) }))
  }
}

/** With a counter of nothing: what it must have come to is looked at in one statement, in `count`. */
function credentialOf(row: PostgresRow): WebAuthnCredential {
  const key = row['public_key']
  return {
    id: text(row['id']),
    publicKey: Uint8Array.from(Buffer.isBuffer(key) ? key : []),
    counter: 0,
    transports: transportsOf(row)
  }
}

const transportsOf = (row: PostgresRow): Transport[] => {
  const said: readonly unknown[] = Array.isArray(row['transports']) ? row['transports'] : []
  return TRANSPORTS.filter((one) => said.includes(one))
}
