import type { Run } from '@truce/host/database'
import type { Person } from '../person.ts'
import type { Vouched } from './admit.ts'
import type { Attempts } from './attempts.ts'
import { ISSUER_PATH, SESSION_COOKIE } from './auth.ts'
import { type Ground, noSuch, notThese } from './ground.ts'
import type { Links } from './links.ts'
import { tell } from './log.ts'
import { makePerson, personAt, plainEmail } from './people.ts'
import type { Sessions } from './sessions.ts'

/** Where people land who were let in, and who were not: our own page, whatever anybody asked for. */
const [IN, OUT] = ['/', '/#/sign-in/refused'] as const

/** Sign-in by the service of a person's organisation. Nobody gets in who was not invited. */
export class IssuerSignIn {
  private readonly ground: Ground
  private readonly links: Links
  private readonly sessions: Sessions
  private readonly attempts: Attempts

  constructor(
    ground: Ground,
    { links, sessions, attempts }: { links: Links; sessions: Sessions; attempts: Attempts }
  ) {
    this.ground = ground
    this.links = links
    this.sessions = sessions
    this.attempts = attempts
  }

  /** The issuers, as everybody may see them who is about to sign in. */
  list(): { id: string; name: string }[] {
    return this.ground.issuers.map(({ id, name }) => ({ id, name }))
  }

  /** Where to send a browser, and the cookie by which it is known when it comes back. */
  async begin(id: string, headers: Headers): Promise<{ url: string; cookies: string[] }> {
    if (!this.ground.issuers.some((one) => one.id === id)) throw noSuch('issuer')
    const answer = await this.ground.auth.api.signInSocial({
      body: { provider: id, callbackURL: IN, errorCallbackURL: IN, disableRedirect: true },
      headers,
      returnHeaders: true
    })
    const { url } = answer.response
    if (url === undefined) throw notThese()
    return { url, cookies: answer.headers.getSetCookie() }
  }

  /** What an issuer sent back: where to lead the browser, with which cookies. */
  async back(
    id: string,
    query: string,
    headers: Headers
  ): Promise<{ to: string; cookies: string[] }> {
    const issuer = this.ground.issuers.find((one) => one.id === id)
    const address = headers.get('x-truce-address') ?? ''
    const claimed = await this.attempts.byAddress(address)
    const url = `${this.ground.origin}${ISSUER_PATH}/callback/${encodeURIComponent(id)}${query}`
    const answer = await this.ground.auth.handler(new Request(url, { headers }))
    const cookies = answer.headers.getSetCookie()
    const mine = cookies.find((one) => one.startsWith(`${SESSION_COOKIE}=`))?.split(';')[0]
    const signed =
      mine === undefined ? undefined : await this.sessions.of(new Headers({ cookie: mine }))
    if (issuer === undefined || signed === undefined) return { to: OUT, cookies: [] }
    // Who was vouched for by an address may be found by the issuer's own name for somebody else.
    const { person, session } = signed
    const may = await this.ground.database.together(async (run) => {
      if (await this.speaksFor(run, issuer.organisation, person)) return true
      await this.sessions.end(run, person.id, session)
      return false
    })
    if (!may) return { to: OUT, cookies: [] }
    await claimed.worked()
    if (issuer.secondFactor === 'ours') return { to: IN, cookies }
    // The organisation's own second factor stands for ours.
    await this.ground.database.run(
      'UPDATE truce_identity."session" SET "assuredAt" = now(), "usedAt" = now() WHERE "id" = $1',
      [signed.session]
    )
    return { to: IN, cookies }
  }

  /**
   * Lets in whom an issuer vouches for: somebody who was invited to the issuer's own organisation,
   * now or before, and is in no other. About anybody else, administrators among them, it says nothing.
   */
  async admit({ issuer, email: said, name, verified }: Vouched): Promise<void> {
    const email = plainEmail(said)
    if (!verified || email === '') throw notThese()
    await this.ground.database.together(async (run) => {
      const there = await personAt(run, email)
      if (there !== undefined) {
        if (await this.speaksFor(run, issuer.organisation, there)) return
        throw notThese()
      }
      const link = await this.links.accept(run, email, issuer.organisation)
      const { administrator } = link
      if (administrator) throw notThese()
      const made = await makePerson(run, { name, email, administrator })
      await this.links.usedBy(run, link.id, made.id)
      await this.ground.memberships.join(run, made.id, link)
      await tell(run, { by: made, verb: 'accept', about: made, detail: `by ${issuer.id}` })
    })
  }

  /** Or the service of one side would open what the other side's people see, or keep them out. */
  private async speaksFor(run: Run, organisation: string, person: Person): Promise<boolean> {
    if (person.administrator) return false
    if (await this.ground.memberships.elsewhere(run, person.id, organisation)) return false
    return this.links.cameBy(run, person.id, organisation)
  }
}
