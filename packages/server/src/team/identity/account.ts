import type { RegistrationResponseJSON } from '@simplewebauthn/server'
import type { Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Codes } from './codes.ts'
import { type Factors, factorsOf, waysOf } from './factors.ts'
import { noSuch, notThese, signInFirst } from './ground.ts'
import { checkPassword } from './passwords.ts'
import { hashedPassword, setPassword } from './people.ts'
import type { Origin, Signed } from './sessions.ts'
import type { SignInParts } from './sign-in.ts'

/** A change after which the session has another token; the codes on paper are shown this once. */
export interface Changed {
  readonly token: string
  readonly backupCodes: string[]
}

/** What people do to their own accounts. */
export class Account {
  private readonly parts: SignInParts

  constructor(parts: SignInParts) {
    this.parts = parts
  }

  /** The second factors of a person. */
  factors(person: string): Promise<Factors> {
    const { database } = this.parts.ground
    return factorsOf((sql, values) => database.run(sql, values), person)
  }

  /**
   * Lets pass whoever may change second factors: who has shown one within the last half hour, or has
   * none yet. A password alone must not lead to a new one.
   */
  async mayChange(signed: Signed): Promise<void> {
    if (signed.fresh) return
    if (signed.assured) throw confirmFirst()
    const { codes, passkeys } = await this.factors(signed.person.id)
    if (codes || passkeys.length > 0) throw signInFirst()
  }

  /** A secret for an app; it counts once `confirmCodes` is shown a code of it. */
  async beginCodes(signed: Signed): Promise<ReturnType<Codes['begin']>> {
    await this.mayChange(signed)
    if ((await this.factors(signed.person.id)).codes)
      throw new Refusal(409, 'codes-already', {
        message: 'codes of an app are set up',
        help: 'take them away first'
      })
    return this.parts.codes.begin(signed.person)
  }

  /** Takes the app into use. */
  async confirmCodes(signed: Signed, code: string): Promise<Changed> {
    await this.mayChange(signed)
    const claimed = await this.parts.attempts.byPerson(signed.person.id)
    const changed = await this.factor(signed, async (run) =>
      this.parts.codes.confirm(run, signed.person.id, code)
    )
    await claimed.worked()
    return changed
  }

  /** Keeps a passkey that the browser has made. */
  async addPasskey(
    signed: Signed,
    made: { readonly name: string; readonly response: RegistrationResponseJSON }
  ): Promise<Changed> {
    await this.mayChange(signed)
    return this.factor(signed, (run) => this.parts.passkeys.keep(run, signed.person, made))
  }

  /** New codes on paper. */
  async renewBackupCodes(signed: Signed): Promise<string[]> {
    mustBeFresh(signed)
    const { ground, codes } = this.parts
    return ground.database.together((run) => codes.renew(run, signed.person.id))
  }

  /** Takes the app for codes away; a second factor must remain. */
  async removeCodes(signed: Signed): Promise<void> {
    await this.without(signed, async (run) => {
      const { count } = await run('DELETE FROM truce.identity_codes WHERE person = $1', [
        signed.person.id
      ])
      return count === 1
    })
  }

  /** Takes a passkey away; a second factor must remain. */
  async removePasskey(signed: Signed, id: string): Promise<void> {
    await this.without(signed, (run) => this.parts.passkeys.remove(run, signed.person.id, id))
  }

  /** Another password; every session ends, and this one goes on under a new token. */
  async changePassword(signed: Signed, wish: NewPassword, from: Origin): Promise<string> {
    mustBeFresh(signed)
    const { ground, sessions, attempts } = this.parts
    const { id } = signed.person
    const claimed = await attempts.byAccount(signed.person.email, from.address)
    const { rows } = await ground.database.run(
      `SELECT "password" FROM truce_identity."account" WHERE "userId" = $1 AND "providerId" = 'credential'`,
      [id]
    )
    const hash = rows[0]?.['password']
    const { password: scrypt } = await ground.auth.$context
    // Whoever comes by an issuer alone has none yet, and has just shown a second factor.
    if (typeof hash === 'string' && !(await scrypt.verify({ hash, password: wish.current ?? '' })))
      throw notThese()
    await claimed.worked()
    checkPassword(wish.password, signed.person)
    const made = await hashedPassword(ground, wish.password)
    return ground.database.together(async (run) => {
      await setPassword(run, { person: id, hash: made })
      await sessions.endAll(run, id, signed.session)
      return sessions.assure(run, signed.session)
    })
  }

  private factor(signed: Signed, keep: (run: Run) => Promise<boolean>): Promise<Changed> {
    const { ground, sessions, codes } = this.parts
    const { id } = signed.person
    return ground.database.together(async (run) => {
      if (!(await keep(run))) throw notThese()
      const { backupCodes } = await factorsOf(run, id)
      const token = await sessions.assure(run, signed.session)
      return { token, backupCodes: backupCodes > 0 ? [] : await codes.renew(run, id) }
    })
  }

  private async without(signed: Signed, remove: (run: Run) => Promise<boolean>): Promise<void> {
    mustBeFresh(signed)
    const { id } = signed.person
    await this.parts.ground.database.together(async (run) => {
      // Two that are taken away at once must not both be the last but one.
      await run('SELECT FROM truce_identity."user" WHERE "id" = $1 FOR UPDATE', [id])
      if (!(await remove(run))) throw noSuch('factor')
      if (waysOf(await factorsOf(run, id)).some((way) => way !== 'backup-code')) return
      throw new Refusal(409, 'last-factor', {
        message: 'this is the only second factor',
        help: 'set up another first'
      })
    })
  }
}

/** A password to be put in the place of another. */
export interface NewPassword {
  readonly current?: string | undefined
  readonly password: string
}

/** Refuses what changes an account where the second factor was shown long ago. */
export function mustBeFresh({ fresh }: Signed): void {
  if (!fresh) throw confirmFirst()
}

const confirmFirst = (): Refusal =>
  new Refusal(403, 'confirm', {
    message: 'this asks for the second factor again, since it was shown more than half an hour ago',
    help: 'show a code or a passkey, then ask again'
  })
