import { Refusal } from '../../refusal.ts'
import type { Asking } from './asking.ts'
import { noneSuch, noSuchOrganisation, noSuchTrack } from './missing.ts'
import { Organisations } from './organisations.ts'
import { organisationThing, trackThing } from './standing.ts'
import type { AccessTables, RowOf } from './tables.ts'

/** Somebody who may be taken into a track, and for which organisation. */
export interface Candidate {
  readonly person: string
  readonly organisation: string
}

/**
 * Who is known to whom by name. Nobody learns who is in another organisation but by being in a track
 * with them, or by their having made themselves known.
 */
export class Acquaintance {
  private readonly asking: Asking
  private readonly tables: AccessTables

  constructor(asking: Asking, tables: AccessTables) {
    this.asking = asking
    this.tables = tables
  }

  /** To which organisations that mediate the asker has made themselves known, and as whose. */
  own(): Promise<readonly RowOf<'introduction'>[]> {
    return this.tables.find('introduction', { person: [this.asking.asker.person.id] })
  }

  /** The asker makes themselves known to an organisation that mediates, as a member of one of theirs. */
  async introduce(organisation: string, home: string): Promise<void> {
    const { facts, asker } = this.asking
    if (!facts.roles.has(home)) throw noSuchOrganisation(home)
    const seen = await new Organisations(this.asking, this.tables).seen()
    const there = seen.find(({ id }) => id === organisation)
    if (!there) throw noSuchOrganisation(organisation)
    if (there.kind !== 'mediation')
      throw new Refusal(422, 'not-a-mediator', {
        message: 'only organisations that mediate lead tracks, and take people into them',
        help: 'choose the mediation'
      })
    await this.tables.put('introduction', { organisation, person: asker.person.id, home })
    await this.noted(home)
  }

  /** Takes that back; whoever is in a track by then stays in it. */
  async withdraw(organisation: string): Promise<void> {
    const { person } = this.asking.asker
    const where = { organisation: [organisation], person: [person.id] }
    const [row] = await this.tables.find('introduction', where)
    if (!row) throw noneSuch('introduction')
    await this.tables.drop('introduction', where)
    await this.noted(row.home)
  }

  /**
   * Whom the asker may take into a track: members of their own organisations, those who are in a
   * track with them, and those who made themselves known to the organisation that leads it.
   */
  async candidates(track: string): Promise<readonly Candidate[]> {
    this.asking.must('manage', trackThing(track), () => noSuchTrack(track))
    const { facts } = this.asking
    const own = [...facts.roles.keys()].filter((id) =>
      this.asking.can('read', organisationThing(id))
    )
    const tracks = await this.tables.find('track', {})
    const readable = tracks.filter(({ id }) => this.asking.can('read', trackThing(id)))
    const led = tracks.find(({ id }) => id === track)?.organisation ?? ''
    const [colleagues, beside, introduced] = await Promise.all([
      this.tables.find('member', { organisation: own }),
      this.tables.find('trackmember', { track: readable.map(({ id }) => id) }),
      this.tables.find('introduction', { organisation: [led] })
    ])
    const known = [
      ...colleagues,
      ...beside,
      ...introduced.map(({ person, home }) => ({ person, organisation: home }))
    ]
    const people = [...new Set(known.map(({ person }) => person))]
    // Whoever left the organisation is in none of these ways known as one of it.
    const members = new Set(
      (await this.tables.find('member', { person: people })).map((row) => keyOf(row))
    )
    const there = new Set(beside.filter((row) => row.track === track).map(({ person }) => person))
    const found = new Map(
      known
        .filter((row) => members.has(keyOf(row)) && !there.has(row.person))
        .map(({ person, organisation }) => [
          keyOf({ person, organisation }),
          { person, organisation }
        ])
    )
    return [...found.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
  }

  private noted(home: string): Promise<void> {
    const { person } = this.asking.asker
    return this.asking.note('manage', [{ resource: `introduction:${person.id}`, owner: home }])
  }
}

const keyOf = ({ person, organisation }: Candidate): string => `${person} ${organisation}`
