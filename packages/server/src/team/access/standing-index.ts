import type { RowOf, StandingRows } from './tables.ts'

/** Rows of several people's standings, to be looked up for each of them. */
export class StandingIndex {
  readonly mark: string | undefined
  private readonly members
  private readonly inTracks
  private readonly led
  private readonly owned
  private readonly shares
  private readonly parts
  private readonly owners: ReadonlyMap<string, string>

  constructor({ mark, members, inTracks, led, owned, shares, parts }: StandingRows) {
    this.mark = mark
    this.members = Map.groupBy(members, ({ person }) => person)
    this.inTracks = Map.groupBy(inTracks, ({ person }) => person)
    this.led = Map.groupBy(led, ({ organisation }) => organisation)
    this.owned = Map.groupBy(owned, ({ organisation }) => organisation)
    this.shares = Map.groupBy(shares, ({ kind, target }) => `${kind} ${target}`)
    this.parts = Map.groupBy(parts, ({ organisation }) => organisation)
    this.owners = new Map(owned.map((row) => [row.case_id, row.organisation]))
  }

  /** The rows of one person, and whose the cases in them are. */
  of(person: string): PersonRows {
    const members = this.members.get(person) ?? []
    const inTracks = this.inTracks.get(person) ?? []
    const organisations = members.map(({ organisation }) => organisation)
    const each = <T>(by: ReadonlyMap<string, readonly T[]>): readonly T[] =>
      organisations.flatMap((one) => by.get(one) ?? [])
    const owned = each(this.owned)
    const byOrganisation = organisations.flatMap((one) => this.sharedWith('organisation', one))
    const byTrack = inTracks.flatMap(({ track }) => this.sharedWith('track', track))
    const parts = [...each(this.parts)].sort(byPlace)
    const cases = [...owned, ...byOrganisation, ...byTrack, ...parts].map((row) => row.case_id)
    const owners = new Map(
      cases.flatMap((id) => {
        const owner = this.owners.get(id)
        return owner === undefined ? [] : [[id, owner] as const]
      })
    )
    return { members, inTracks, led: each(this.led), owned, byOrganisation, byTrack, parts, owners }
  }

  private sharedWith(kind: RowOf<'share'>['kind'], target: string): readonly RowOf<'share'>[] {
    return this.shares.get(`${kind} ${target}`) ?? []
  }
}

/** The rows from which it follows how one person stands to everything. */
export interface PersonRows {
  readonly members: readonly RowOf<'member'>[]
  readonly inTracks: readonly RowOf<'trackmember'>[]
  readonly led: readonly RowOf<'track'>[]
  readonly owned: readonly RowOf<'ownership'>[]
  readonly byOrganisation: readonly RowOf<'share'>[]
  readonly byTrack: readonly RowOf<'share'>[]
  readonly parts: readonly RowOf<'participant'>[]
  readonly owners: ReadonlyMap<string, string>
}

/** As the tables are ordered, whichever organisation they are of. */
const byPlace = (a: RowOf<'participant'>, b: RowOf<'participant'>): number =>
  compare(a.case_id, b.case_id) ||
  compare(a.record, b.record) ||
  compare(a.organisation, b.organisation)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
