import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import type { Run } from '@truce/host/database'
import type { Attempts } from './attempts.ts'
import type { Codes } from './codes.ts'
import { type Ground, notThese, text } from './ground.ts'
import type { Passkeys } from './passkeys.ts'
import { plainEmail } from './people.ts'
import type { Origin, Sessions, Signed } from './sessions.ts'

/** What sign-in asks. */
export interface SignInParts {
  readonly ground: Ground
  readonly sessions: Sessions
  readonly attempts: Attempts
  readonly codes: Codes
  readonly passkeys: Passkeys
}

/** Of somebody without an account, for whom no password is right: it takes as long to find out. */
const NOBODY = 'nobody'

/** The ways in. Each answers a wrong one with the same words, and about as slowly, as an unknown one. */
export class SignIn {
  private readonly parts: SignInParts

  constructor(parts: SignInParts) {
    this.parts = parts
  }

  /** By password: the token of a session that waits for the second factor. */
  async password(
    email: string,
    password: string,
    from: Origin
  ): Promise<{ readonly token: string; readonly person: string }> {
    const { ground, sessions, attempts } = this.parts
    const claimed = await attempts.byAccount(plainEmail(email), from.address)
    const { rows } = await ground.database.run(
      `SELECT u."id", u."suspended", a."password" FROM truce_identity."user" u
       JOIN truce_identity."account" a ON a."userId" = u."id" AND a."providerId" = 'credential'
       WHERE u."email" = $1`,
      [plainEmail(email)]
    )
    const [row] = rows
    const { password: scrypt } = await ground.auth.$context
    const hash = row?.['password']
    const right =
      typeof hash === 'string'
        ? await scrypt.verify({ hash, password })
        : (await scrypt.hash(password)) === NOBODY
    if (!right || row?.['suspended'] !== false) throw notThese()
    await claimed.worked()
    const person = text(row['id'])
    const token = await ground.database.together((run) =>
      sessions.begin(run, person, { ...from, assured: false })
    )
    return { token, person }
  }

  /** By a passkey alone, of an authenticator that knows its owner. */
  async passkey(response: AuthenticationResponseJSON, from: Origin): Promise<string> {
    const { ground, sessions, attempts, passkeys } = this.parts
    const claimed = await attempts.byAddress(from.address)
    const { person, knewOwner } = await passkeys.shown(response)
    if (!knewOwner) throw notThese()
    return ground.database.together(async (run) => {
      await mustBeWelcome(run, person)
      const token = await sessions.begin(run, person, { ...from, assured: true })
      await claimed.worked()
      return token
    })
  }

  /** By a code, of the app or of paper: the session's new token. */
  second(signed: Signed, how: { readonly code: string } | { readonly backupCode: string }) {
    const { codes } = this.parts
    const { id } = signed.person
    return this.assured(signed, () =>
      'code' in how ? codes.shows(id, how.code) : codes.spends(id, how.backupCode)
    )
  }

  /** By a passkey as second factor: the session's new token. */
  secondPasskey(signed: Signed, response: AuthenticationResponseJSON): Promise<string> {
    const { id } = signed.person
    return this.assured(signed, async () => {
      await this.parts.passkeys.shown(response, id)
      return true
    })
  }

  private async assured(signed: Signed, shown: () => Promise<boolean>): Promise<string> {
    const { ground, sessions, attempts } = this.parts
    const claimed = await attempts.byPerson(signed.person.id)
    if (!(await shown())) throw notThese()
    await claimed.worked()
    return ground.database.together((run) => sessions.assure(run, signed.session))
  }
}

async function mustBeWelcome(run: Run, person: string): Promise<void> {
  const { count } = await run(
    'SELECT FROM truce_identity."user" WHERE "id" = $1 AND NOT "suspended"',
    [person]
  )
  if (count === 0) throw notThese()
}
