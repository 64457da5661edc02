import { Gathering } from '@truce/host/database'
import type { Asker } from './asking.ts'
import { type Facts, factsOf } from './standing.ts'
import { StandingIndex } from './standing-index.ts'
import type { AccessTables } from './tables.ts'

/** Of how many people it is remembered how they stand. */
const PEOPLE = 2000

interface Known {
  readonly mark: string
  readonly facts: Facts
}

/**
 * How people stand to everything, looked up only where that may have changed: whoever asks brings
 * the mark that was read with their session, and what is remembered holds for its own mark alone.
 */
export class KnownFacts {
  private readonly known = new Map<string, Known>()
  private readonly rows: Gathering<string, StandingIndex>

  constructor(tables: AccessTables) {
    this.rows = new Gathering(async (people) => {
      const found = new StandingIndex(await tables.standing(people))
      return new Map(people.map((person) => [person, found]))
    })
  }

  /** How an asker stands to everything, as of the mark or later. */
  async of({ person, mark }: Asker): Promise<Facts> {
    const known = this.known.get(person.id)
    const same = known?.facts.person.administrator === person.administrator
    if (mark !== undefined && known?.mark === mark && same) return { ...known.facts, person }
    const found = await this.rows.ask(person.id)
    if (!found) throw new Error('rows are found for everybody, be there none')
    const facts = factsOf(person, found.of(person.id))
    this.keep(person.id, found.mark === undefined ? undefined : { mark: found.mark, facts })
    return facts
  }

  /** Those who were looked up longest ago are forgotten. */
  private keep(person: string, known: Known | undefined): void {
    this.known.delete(person)
    if (known) this.known.set(person, known)
    const [oldest] = this.known.keys()
    if (this.known.size > PEOPLE && oldest !== undefined) this.known.delete(oldest)
  }
}
