import { Refusal } from '../../refusal.ts'
import type { Person } from '../person.ts'
import type { Verb } from './rights.ts'
import type { Facts, Thing } from './standing.ts'
import type { AccessTables } from './tables.ts'

/** Who asks, signed in under which session. */
export interface Asker {
  readonly person: Person
  readonly session: string
  /** The mark of rights that was read with the session; without it nothing is remembered. */
  readonly mark?: string | undefined
}

/** What asking needs of access. */
export interface AskingPlace {
  readonly tables: AccessTables
  /** How somebody stands to everything at the moment at which it was found who asks, or later. */
  readonly facts: (asker: Asker) => Promise<Facts>
  /** Calls back whenever the tables may have changed, until the returned is called. */
  readonly watch: (changed: () => void) => () => void
  /** Ends when the server does. */
  readonly ending: AbortSignal
}

/** One request: who asks, how they stand to everything at this moment, and what they did. */
export class Asking {
  readonly asker: Asker
  readonly facts: Facts
  /** Ends with the server, or with the right to what the request follows. */
  readonly ending: AbortSignal
  private readonly place: AskingPlace
  private readonly again: () => Promise<Asker | undefined>
  private readonly over = new AbortController()

  private constructor(place: AskingPlace, again: Asking['again'], found: [Asker, Facts]) {
    this.place = place
    this.again = again
    this.asker = found[0]
    this.facts = found[1]
    this.ending = AbortSignal.any([place.ending, this.over.signal])
  }

  /** `again`: says who asks, now and whenever it is asked again. */
  static async open(place: AskingPlace, again: () => Promise<Asker | undefined>): Promise<Asking> {
    const asker = await again()
    if (!asker)
      throw new Refusal(401, 'sign-in', {
        message: 'nobody is signed in',
        help: 'sign in and ask again'
      })
    return new Asking(place, again, [asker, await place.facts(asker)])
  }

  /** Whether the asker may, as things stood when the request came. */
  can(verb: Verb, thing: Thing): boolean {
    return this.facts.can(verb, thing)
  }

  /** Passes if the asker may; what they may not even read is `missing`, as if it did not exist. */
  must(verb: Verb, thing: Thing, missing: () => Error): void {
    if (!this.can('read', thing)) throw missing()
    if (!this.can(verb, thing)) throw notAllowed()
  }

  /** Whether they may now: still signed in, and the right not ended. */
  async still(verb: Verb, thing: Thing): Promise<boolean> {
    return (await this.now())?.can(verb, thing) ?? false
  }

  /** How the asker stands to everything now; nothing for whoever is signed in no more. */
  async now(): Promise<Facts | undefined> {
    const asker = await this.again()
    return asker && this.place.facts(asker)
  }

  /** Notes what the asker did; resolves when that is kept, and only then it is done. */
  async note(verb: Verb, things: readonly { resource: string; owner: string | null }[]) {
    const { person, session } = this.asker
    const at = new Date().toISOString()
    await this.place.tables.note(
      things.map(({ resource, owner: organisation }) => ({
        at,
        person: person.id,
        session,
        verb,
        resource,
        organisation
      }))
    )
  }

  /** Notes what they did with a case, for its owner's leads. */
  async noteCase(verb: Verb, id: string, record?: string): Promise<void> {
    const resource = record === undefined ? `case:${id}` : `record:${id}/${record}`
    await this.note(verb, [{ resource, owner: this.facts.owners.get(id) ?? null }])
  }

  /**
   * Lets what is told through for as long as the thing may be read: asked again before each, in
   * order. `ends`: the request ends with the right, also where nothing is told.
   */
  guard<T>(thing: Thing, tell: (told: T) => void, ends: boolean) {
    let last = Promise.resolve()
    let stopped = false
    const ask = async (pass: () => void): Promise<void> => {
      // What cannot be asked now is not told.
      const may = await this.still('read', thing).catch(() => false)
      if (stopped) return
      if (may) pass()
      else if (ends) this.over.abort()
    }
    const through = (pass: () => void): void => {
      last = last.then(() => ask(pass))
    }
    const unwatch = ends ? this.place.watch(() => through(NOTHING)) : NOTHING
    return {
      tell: (told: T): void => through(() => tell(told)),
      stop: (): void => {
        stopped = true
        unwatch()
      }
    }
  }
}

const NOTHING = (): void => undefined

/** The refusal of what may be seen, but not done. */
export const notAllowed = (): Refusal =>
  new Refusal(403, 'not-allowed', {
    message: 'you may see this, but not do that with it',
    help: 'ask a lead of the organisation that it belongs to'
  })
