import type { Company } from '../../routes/route.ts'
import type { Asking } from './asking.ts'
import type { Facts } from './standing.ts'
import { caseThing } from './standing.ts'

interface Guest {
  readonly asking: Asking
  readonly told: (here: Company) => void
  last: string
}

/**
 * Who follows which case at this moment. One learns of another only what one may know of them: of
 * people of one's own organisations, of those who share the case's track, and as whoever shares the
 * case of everybody in it. To learn that somebody of elsewhere is here would be to learn with whom
 * the case is shared.
 */
export class Presence {
  private readonly cases = new Map<string, Set<Guest>>()

  /** Somebody comes, and is told of the company and of each change of it, until the returned is called. */
  enter(of: string, asking: Asking, told: (here: Company) => void): () => void {
    const guest: Guest = { asking, told, last: '' }
    const guests = this.cases.get(of) ?? new Set<Guest>()
    this.cases.set(of, guests.add(guest))
    void this.tell(of)
    return () => {
      guests.delete(guest)
      if (guests.size === 0) this.cases.delete(of)
      else void this.tell(of)
    }
  }

  /** Who is in a case, as far as somebody may know. */
  async seenBy(of: string, facts: Facts): Promise<Company> {
    const there = await this.there(of)
    return companyOf(of, facts, there)
  }

  private async there(of: string): Promise<readonly Facts[]> {
    const guests = [...(this.cases.get(of) ?? [])]
    const found = await Promise.all(guests.map(({ asking }) => asking.now().catch(() => undefined)))
    return found.filter((facts) => facts !== undefined).filter((facts) => sees(facts, of))
  }

  private async tell(of: string): Promise<void> {
    const there = await this.there(of)
    for (const guest of this.cases.get(of) ?? []) {
      const facts = there.find(({ person }) => person.id === guest.asking.asker.person.id)
      if (!facts) continue
      const here = companyOf(of, facts, there)
      const text = JSON.stringify(here)
      // To be told of no change would tell that somebody came who is not to be seen.
      if (text === guest.last) continue
      guest.last = text
      guest.told(here)
    }
  }
}

const sees = (facts: Facts, of: string): boolean => facts.can('read', caseThing(of))

function companyOf(of: string, mine: Facts, there: readonly Facts[]): Company {
  const people = new Map(
    there
      .filter((other) => mayKnow(of, mine, other))
      .map(({ person: { id, name } }) => [id, { id, name }])
  )
  return { people: [...people.values()].sort((a, b) => (a.id < b.id ? -1 : 1)) }
}

function mayKnow(of: string, mine: Facts, other: Facts): boolean {
  if (mine.can('share', caseThing(of))) return true
  if ([...other.roles.keys()].some((organisation) => mine.roles.has(organisation))) return true
  return mine.shares.some(
    ({ case_id, kind, target }) => case_id === of && kind === 'track' && other.tracks.has(target)
  )
}
