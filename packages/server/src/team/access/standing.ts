import { Ability } from '@casl/ability'
import type { Person } from '../person.ts'
import type { Resource, Standing, Verb } from './rights.ts'
import { RIGHTS } from './rights.ts'
import type { PersonRows } from './standing-index.ts'
import type { RowOf } from './tables.ts'

/** Something that access is asked to; any of its keys may be what a person stands to. */
export interface Thing {
  readonly kind: Resource
  readonly keys: readonly string[]
}

/** The server itself. */
export const SERVER: Thing = { kind: 'server', keys: ['server'] }
/** An organisation by its id. */
export const organisationThing = (id: string): Thing => ({ kind: 'organisation', keys: [id] })
/** A track by its id. */
export const trackThing = (id: string): Thing => ({ kind: 'track', keys: [id] })
/** The sealed papers of a track by its id. */
export const paperThing = (track: string): Thing => ({ kind: 'paper', keys: [track] })
/** A case by its id. */
export const caseThing = (id: string): Thing => ({ kind: 'case', keys: [id] })
/** A record of a case: one stands to it, or to all records of the case. */
export const recordThing = (of: string, id: string): Thing => ({
  kind: 'record',
  keys: [of, `${of}/${id}`]
})

/** All that access needs to know of a person, as it was when it was asked for. */
export interface Facts {
  readonly person: Person
  readonly roles: ReadonlyMap<string, RowOf<'member'>['role']>
  readonly tracks: ReadonlySet<string>
  /** The cases of the person's organisations, and those shared with them. */
  readonly cases: ReadonlySet<string>
  /** Whose each of these is, and of those with a record that the person takes part in. */
  readonly owners: ReadonlyMap<string, string>
  readonly shares: readonly RowOf<'share'>[]
  readonly parts: readonly RowOf<'participant'>[]
  readonly can: (verb: Verb, thing: Thing) => boolean
}

/** How a person stands to everything, as follows from the rows of the tables. */
export function factsOf(person: Person, rows: PersonRows): Facts {
  const { members, inTracks, led, owned, byOrganisation, byTrack, parts, owners } = rows
  const roles = new Map(members.map(({ organisation, role }) => [organisation, role]))
  const tracks = inTracks.map(({ track }) => track)
  const shares = [...byOrganisation, ...byTrack]
  const stands = new Stands()
  if (person.administrator) stands.everywhere('administrator')
  for (const [id, role] of roles) stands.add('organisation', `own ${role}`, id)
  for (const { case_id, organisation } of owned) {
    const role = roles.get(organisation)
    if (!role) continue
    stands.add('case', `own ${role}`, case_id)
    stands.add('record', `own ${role}`, case_id)
  }
  for (const track of tracks) {
    stands.add('track', 'track member', track)
    stands.add('paper', 'track member', track)
  }
  for (const { id, organisation } of led)
    if (roles.get(organisation) === 'lead') stands.add('track', 'track lead', id)
  for (const { case_id, may, target } of byOrganisation)
    stands.shared(case_id, may, roles.get(target), false)
  for (const { case_id, may, target } of byTrack) {
    const { organisation } = inTracks.find(({ track }) => track === target) ?? {}
    stands.shared(case_id, may, roles.get(organisation ?? ''), true)
  }
  for (const part of parts) stands.takesPart(part, roles.get(part.organisation))
  const ability = stands.ability()
  const can = (verb: Verb, thing: Thing): boolean => ability.can(verb, thing)
  const visible = [...owned, ...shares].map(({ case_id }) => case_id)
  const cases = new Set(visible.filter((id) => can('read', caseThing(id))))
  return { person, roles, tracks: new Set(tracks), cases, owners, shares, parts, can }
}

type Role = RowOf<'member'>['role']

/** How a person stands to things, gathered, and made into rules. */
class Stands {
  private readonly found = new Map<string, Set<string>>()
  private readonly all = new Set<Standing>()

  /** To everything of every kind. */
  everywhere(standing: Standing): void {
    this.all.add(standing)
  }

  add(kind: Resource, standing: Standing, key: string): void {
    const place = `${kind} ${standing}`
    this.found.set(place, (this.found.get(place) ?? new Set()).add(key))
  }

  /** To a case that was shared: nobody writes who may not in their own organisation. */
  shared(id: string, may: 'read' | 'write', role: Role | undefined, inTrack: boolean): void {
    if (role === undefined || (role === 'monitor' && !inTrack)) return
    const writes = may === 'write' && (role === 'lead' || role === 'analyst')
    this.add('case', writes ? 'shared write' : 'shared read', id)
  }

  takesPart({ case_id, record, keeps }: RowOf<'participant'>, role: Role | undefined): void {
    if (role === undefined) return
    this.add('record', `part ${role}`, `${case_id}/${record}`)
    if (keeps === 'yes' && (role === 'lead' || role === 'analyst'))
      this.add('record', `keeps ${role}`, `${case_id}/${record}`)
  }

  /** The rules of the one table for the ways in which this person stands. */
  ability(): Ability<[Verb, Resource | Thing], ReadonlySet<string>> {
    const rules = Object.entries(RIGHTS).flatMap(([kind, verbs]) =>
      Object.entries(verbs).flatMap(([verb, standings]) =>
        standings.flatMap((standing) => this.rule(kind as Resource, verb as Verb, standing))
      )
    )
    return new Ability<[Verb, Resource | Thing], ReadonlySet<string>>(rules, {
      conditionsMatcher: (keys) => (thing) =>
        (thing as unknown as Thing).keys.some((key) => keys.has(key)),
      detectSubjectType: (thing) => (thing as unknown as Thing).kind
    })
  }

  private rule(subject: Resource, action: Verb, standing: Standing) {
    if (this.all.has(standing)) return [{ action, subject }]
    const conditions = this.found.get(`${subject} ${standing}`)
    return conditions ? [{ action, subject, conditions }] : []
  }
}
