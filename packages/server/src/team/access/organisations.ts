import { randomBytes } from 'node:crypto'
import { Refusal } from '../../refusal.ts'
import type { Asking } from './asking.ts'
import { notAllowed } from './asking.ts'
import { noneSuch, noSuchOrganisation, noSuchTrack } from './missing.ts'
import { organisationThing, SERVER, trackThing } from './standing.ts'
import type { AccessTables, RowOf } from './tables.ts'

/** An id that nobody guesses. */
const newId = (): string => randomBytes(8).toString('hex')

/** A request that looks at organisations and tracks, or changes them. */
export class Organisations {
  private readonly asking: Asking
  private readonly tables: AccessTables

  constructor(asking: Asking, tables: AccessTables) {
    this.asking = asking
    this.tables = tables
  }

  /**
   * Those that the asker may know of: their own; all of those that mediate; those with which they
   * keep a record; those whose cases they may read; all of them for administrators and for leads of
   * those that mediate.
   */
  async seen(): Promise<readonly RowOf<'organisation'>[]> {
    const { facts, asker } = this.asking
    const all = await this.tables.find('organisation', {})
    const leads = all.some(({ id, kind }) => kind === 'mediation' && facts.roles.get(id) === 'lead')
    if (asker.person.administrator || leads) return all
    const records = new Set(facts.parts.map((part) => `${part.case_id}/${part.record}`))
    const inCases = [...new Set(facts.parts.map((part) => part.case_id))]
    const parts = await this.tables.find('participant', { case_id: inCases, state: ['on'] })
    const beside = parts.filter((part) => records.has(`${part.case_id}/${part.record}`))
    const met = new Set(beside.map(({ organisation }) => organisation))
    const shared = new Set([...facts.cases].map((id) => facts.owners.get(id)))
    const isKnown = (id: string): boolean => facts.roles.has(id) || met.has(id) || shared.has(id)
    return all.filter(({ id, kind }) => kind === 'mediation' || isKnown(id))
  }

  /** Makes one, with its first lead where that has an account: administrators do, and see nothing of it by that. */
  async make({
    name,
    kind,
    lead
  }: Omit<RowOf<'organisation'>, 'id'> & { readonly lead?: string | undefined }) {
    if (!this.asking.can('create', SERVER)) throw notAllowed()
    const made = { id: newId(), name, kind }
    await this.tables.put('organisation', made)
    if (lead !== undefined)
      await this.tables.put('member', { organisation: made.id, person: lead, role: 'lead' })
    await this.administration(made.id)
    return made
  }

  /** The members of an organisation, for its members. */
  async members(organisation: string): Promise<readonly RowOf<'member'>[]> {
    this.asking.must('read', organisationThing(organisation), () =>
      noSuchOrganisation(organisation)
    )
    return this.tables.find('member', { organisation: [organisation] })
  }

  /** Gives somebody a role. Who it is, is not looked up: an id that is nobody's gives nobody anything. */
  async enter(row: RowOf<'member'>): Promise<void> {
    const thing = organisationThing(row.organisation)
    if (!this.asking.can('read', thing) && this.asking.asker.person.administrator)
      return this.appoint(row)
    this.asking.must('manage', thing, () => noSuchOrganisation(row.organisation))
    const leads = await this.tables.find('member', {
      organisation: [row.organisation],
      role: ['lead']
    })
    if (row.role !== 'lead') this.keepLead(leads, row.person)
    await this.freeToEnter(row)
    await this.tables.put('member', row)
    if (row.role !== 'lead') await this.leadRemains(leads, row.person)
    await this.managed(row.organisation, `person:${row.person}`)
  }

  /** Ends a membership, and with it all that came by it. */
  async leave(organisation: string, person: string): Promise<void> {
    this.asking.must('manage', organisationThing(organisation), () =>
      noSuchOrganisation(organisation)
    )
    const where = { organisation: [organisation] }
    const leads = await this.tables.find('member', { ...where, role: ['lead'] })
    this.keepLead(leads, person)
    const gone = await this.tables.drop('member', { ...where, person: [person] })
    await this.leadRemains(leads, person)
    await this.tables.drop('trackmember', { ...where, person: [person] })
    await this.tables.drop('introduction', { home: [organisation], person: [person] })
    if (gone === 0) throw noneSuch('member')
    await this.managed(organisation, `person:${person}`)
  }

  /** The tracks the asker is in or leads; for administrators the others too, without their names. */
  async tracks(): Promise<readonly (Omit<RowOf<'track'>, 'name'> & { name: string | null })[]> {
    const all = await this.tables.find('track', {})
    return all
      .filter(({ id }) => this.asking.can('list', trackThing(id)))
      .map((one) => (this.asking.can('read', trackThing(one.id)) ? one : { ...one, name: null }))
  }

  /** Opens a track that an organisation leads, which has to mediate. */
  async open(wished: Omit<RowOf<'track'>, 'id'>): Promise<RowOf<'track'>> {
    const { organisation } = wished
    this.asking.must('manage', organisationThing(organisation), () =>
      noSuchOrganisation(organisation)
    )
    const [leading] = await this.tables.find('organisation', { id: [organisation] })
    if (leading?.kind !== 'mediation')
      throw new Refusal(422, 'not-a-mediator', {
        message: 'only an organisation that mediates leads tracks',
        help: 'ask the mediation to open it'
      })
    const made = { ...wished, id: newId() }
    await this.tables.put('track', made)
    await this.managed(organisation, `track:${made.id}`)
    return made
  }

  /** Who is in a track, for those who are in it or lead it. */
  async inTrack(track: string): Promise<readonly RowOf<'trackmember'>[]> {
    this.asking.must('read', trackThing(track), () => noSuchTrack(track))
    return this.tables.find('trackmember', { track: [track] })
  }

  /** Takes somebody into a track for an organisation. It holds for as long as they are a member of that. */
  async admit(row: RowOf<'trackmember'>): Promise<void> {
    this.asking.must('manage', trackThing(row.track), () => noSuchTrack(row.track))
    if (!(await this.seen()).some(({ id }) => id === row.organisation))
      throw noSuchOrganisation(row.organisation)
    await this.tables.put('trackmember', row)
    await this.tracked(row.track, row.person)
  }

  /** Takes somebody out of a track. */
  async dismiss(track: string, person: string): Promise<void> {
    this.asking.must('manage', trackThing(track), () => noSuchTrack(track))
    const gone = await this.tables.drop('trackmember', { track: [track], person: [person] })
    if (gone === 0) throw noneSuch('member')
    await this.tracked(track, person)
  }

  /**
   * The first lead of an organisation that has none. Administrators appoint others than themselves
   * where there are papers, and nobody where there is a lead.
   */
  private async appoint(row: RowOf<'member'>): Promise<void> {
    const where = { organisation: [row.organisation] }
    const [there, leads, papers] = await Promise.all([
      this.tables.find('organisation', { id: [row.organisation] }),
      this.tables.find('member', { ...where, role: ['lead'] }),
      this.tables.find('ownership', where)
    ])
    if (there.length === 0) throw noSuchOrganisation(row.organisation)
    const own = row.person === this.asking.asker.person.id && papers.length > 0
    if (leads.length > 0 || row.role !== 'lead' || own) throw notAllowed()
    await this.freeToEnter(row)
    await this.tables.put('member', row)
    await this.administration(row.organisation)
    await this.managed(row.organisation, `person:${row.person}`)
  }

  /**
   * Whoever is in another organisation joins by a link that they use themselves: people of one
   * organisation see each other wherever they are, so nobody is drafted into a second one.
   */
  private async freeToEnter({ organisation, person }: RowOf<'member'>): Promise<void> {
    const there = await this.tables.find('member', { person: [person] })
    if (there.length === 0 || there.some((row) => row.organisation === organisation)) return
    throw new Refusal(409, 'elsewhere', {
      message: 'this person is in another organisation',
      help: 'invite them: they join by the link themselves'
    })
  }

  private keepLead(leads: readonly RowOf<'member'>[], person: string): void {
    if (leads.length === 1 && leads[0]?.person === person) throw lastLead()
  }

  /** Of two leads who take each other's part at one moment each has seen the other: both stay then. */
  private async leadRemains(before: readonly RowOf<'member'>[], person: string): Promise<void> {
    const was = before.find((row) => row.person === person)
    if (was === undefined) return
    const where = { organisation: [was.organisation], role: ['lead'] }
    if ((await this.tables.find('member', where)).length > 0) return
    await this.tables.put('member', was)
    throw lastLead()
  }

  private administration(id: string): Promise<void> {
    return this.asking.note('manage', [{ resource: `organisation:${id}`, owner: null }])
  }

  private managed(organisation: string, resource: string): Promise<void> {
    return this.asking.note('manage', [{ resource, owner: organisation }])
  }

  private async tracked(track: string, person: string): Promise<void> {
    const [row] = await this.tables.find('track', { id: [track] })
    if (row) await this.managed(row.organisation, `track:${track}/person:${person}`)
  }
}

const lastLead = (): Refusal =>
  new Refusal(409, 'last-lead', {
    message: 'this is the only lead of the organisation',
    help: 'make somebody else a lead first'
  })
