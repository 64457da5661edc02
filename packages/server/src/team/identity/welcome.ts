import type { Run } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Person } from '../person.ts'
import { forgetFactors } from './factors.ts'
import { type Ground, noSuch } from './ground.ts'
import type { Link, Links } from './links.ts'
import { tell } from './log.ts'
import { checkPassword } from './passwords.ts'
import {
  alone,
  hashedPassword,
  hasPassword,
  makePerson,
  personAt,
  personBy,
  plainEmail,
  setPassword
} from './people.ts'
import type { Origin, Sessions } from './sessions.ts'

/** What whoever holds a link says. */
export interface Answered {
  readonly token: string
  readonly password: string
  /** Of the first administrator and of those who are invited. */
  readonly name?: string | undefined
  /** Of the first administrator alone; an invitation has it. */
  readonly email?: string | undefined
}

/** What a link is for, as whoever holds it is told. */
export interface LinkTold extends Pick<Link, 'kind' | 'email' | 'organisation' | 'role'> {
  readonly organisationName: string
}

interface Hashed extends Answered {
  readonly hash: string
}

/** What links lead to: the first administrator's account, an account, or a way back into one. */
export class Welcome {
  private readonly ground: Ground
  private readonly links: Links
  private readonly sessions: Sessions

  constructor(ground: Ground, links: Links, sessions: Sessions) {
    this.ground = ground
    this.links = links
    this.sessions = sessions
  }

  /** What a link is for, and for whom. */
  async read(token: string): Promise<LinkTold> {
    const { kind, email, organisation, role, person } = await this.links.read(token)
    const { database, memberships } = this.ground
    const run: Run = (sql, values) => database.run(sql, values)
    const about = await personBy(run, person)
    const organisationName = organisation === '' ? '' : await memberships.nameOf(run, organisation)
    return { kind, email: about?.email ?? email, organisation, organisationName, role }
  }

  /** Takes somebody with an account into an organisation that they were invited to. */
  async join(person: Person, token: string): Promise<void> {
    await this.ground.database.together(async (run) => {
      const link = await this.links.use(run, token)
      if (link.kind !== 'invitation' || link.organisation === '' || link.email !== person.email)
        throw new Refusal(409, 'not-yours', {
          message: 'this link is for somebody else',
          help: 'sign in as the person that it is for, or give it back'
        })
      await this.mayGoElsewhere(run, person, link.organisation)
      // Not written down as the way that they came by: the organisation's issuer lets nobody in on this word.
      await this.ground.memberships.join(run, person.id, link)
      await tell(run, { by: person, verb: 'accept', about: person })
    })
  }

  /** Uses a link: the token of a session in which a second factor is to be set up. */
  async use(answered: Answered, from: Origin): Promise<string> {
    await this.links.read(answered.token)
    // Takes long on purpose: before the lock, for which others wait.
    const hash = await hashedPassword(this.ground, answered.password)
    return this.ground.database.together(async (run) => {
      await alone(run)
      const link = await this.links.use(run, answered.token)
      const person = await this.person(run, link, { ...answered, hash })
      await this.links.usedBy(run, link.id, person.id)
      return this.sessions.begin(run, person.id, { ...from, assured: false })
    })
  }

  /** An issuer speaks for nobody who is in a second organisation: without a password they were out. */
  private async mayGoElsewhere(run: Run, { id }: Person, organisation: string): Promise<void> {
    if (!(await this.ground.memberships.elsewhere(run, id, organisation))) return
    if (await hasPassword(run, id)) return
    throw new Refusal(409, 'password-first', {
      message:
        'the service of one organisation lets nobody in who is in another too, and you have no password',
      help: 'set a password in your account, then open the link again'
    })
  }

  private async person(run: Run, link: Link, answered: Hashed): Promise<Person> {
    const { password, hash } = answered
    if (link.kind === 'recovery') return this.recovered(run, link, answered)
    const email = link.kind === 'setup' ? plainEmail(answered.email ?? '') : link.email
    const name = answered.name ?? ''
    if (name === '' || email === '')
      throw new Refusal(422, 'invalid', {
        message: 'a new account has a name and an e-mail address',
        help: 'give both'
      })
    checkPassword(password, { name, email })
    await mustBeNew(run, email)
    const { administrator } = link
    const made = await makePerson(run, { name, email, administrator, hash })
    if (link.organisation !== '') await this.ground.memberships.join(run, made.id, link)
    await tell(run, { by: made, verb: link.kind === 'setup' ? 'setup' : 'accept', about: made })
    return made
  }

  private async recovered(run: Run, link: Link, { password, hash }: Hashed): Promise<Person> {
    const person = await personBy(run, link.person)
    if (person === undefined) throw noSuch('person')
    checkPassword(password, person)
    await setPassword(run, { person: person.id, hash })
    await forgetFactors(run, person.id)
    await this.sessions.endAll(run, person.id)
    await tell(run, { by: person, verb: 'recover', about: person })
    return person
  }
}

async function mustBeNew(run: Run, email: string): Promise<void> {
  if ((await personAt(run, email)) === undefined) return
  throw new Refusal(409, 'there-already', {
    message: `${email} has an account`,
    help: 'sign in with it, then open the link again'
  })
}
