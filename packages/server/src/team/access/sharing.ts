import { AlreadyThere } from '@truce/host/database'
import { noSuchCase } from '@truce/host/workspace'
import type { OpenRecords } from '../../records/records.ts'
import { Refusal } from '../../refusal.ts'
import type { Asking } from './asking.ts'
import { noneSuch, noSuchOrganisation, noSuchTrack } from './missing.ts'
import { Organisations } from './organisations.ts'
import { caseThing, trackThing } from './standing.ts'
import type { AccessTables, RowOf } from './tables.ts'

/** A share by what it is told apart by. */
export type ShareKey = Omit<RowOf<'share'>, 'may'>

/** What an organisation is in a record. */
export type Part = Pick<
  RowOf<'participant'>,
  'case_id' | 'record' | 'organisation' | 'party' | 'keeps'
>

/** With whom cases are shared, and who takes part in records. */
export class Sharing {
  private readonly asking: Asking
  private readonly tables: AccessTables

  constructor(asking: Asking, tables: AccessTables) {
    this.asking = asking
    this.tables = tables
  }

  /** With whom a case is shared, for whoever may share it. */
  async shares(id: string): Promise<readonly RowOf<'share'>[]> {
    this.mayShare(id)
    return this.tables.find('share', { case_id: [id] })
  }

  /** Shares a case with an organisation or a track that the asker may know of. */
  async share(row: RowOf<'share'>): Promise<void> {
    this.mayShare(row.case_id)
    await this.known(row)
    await this.tables.put('share', row)
    await this.shared(row)
  }

  /** Ends a share, at once. */
  async unshare(key: ShareKey): Promise<void> {
    this.mayShare(key.case_id)
    const { case_id, kind, target } = key
    const where = { case_id: [case_id], kind: [kind], target: [target] }
    if ((await this.tables.drop('share', where)) === 0) throw noneSuch('share')
    await this.shared(key)
  }

  /** Who takes part in a record, for those who may read it. */
  async participants(records: OpenRecords, of: string, id: string) {
    await records.read(of, id)
    return this.tables.find('participant', { case_id: [of], record: [id], state: ['on'] })
  }

  /** The parties of a record that an organisation may stand for, as the case names them. */
  async parties(records: OpenRecords, of: string, id: string) {
    const { opening, book } = await records.read(of, id)
    const keyed = new Set(opening?.keys.map(({ party }) => party))
    return [...book.state.source.parties.values()].flatMap((one) =>
      keyed.has(one.id) ? [{ id: one.id, name: one.name }] : []
    )
  }

  /**
   * Lets an organisation stand for a party of a record: always the same, and no two for one. So
   * whoever keeps a record never reads in it as somebody else.
   */
  async takePart(records: OpenRecords, part: Part): Promise<void> {
    const { case_id, record: id, organisation, party } = part
    const record = await records.read(case_id, id, 'share')
    if (!(await new Organisations(this.asking, this.tables).seen()).some(isIt(organisation)))
      throw noSuchOrganisation(organisation)
    const keyed = new Set(record.opening?.keys.map((key) => key.party))
    if (!keyed.has(party))
      throw new Refusal(422, 'unknown-party', {
        message: `the record has no key of a party ${JSON.stringify(party)}`,
        help: `its first entry names keys of ${[...keyed].join(', ')}`
      })
    const all = await this.tables.find('participant', { case_id: [case_id], record: [id] })
    const before = all.find((row) => row.organisation === organisation)
    if (before && before.party !== party) throw anotherParty(before.party)
    if (all.some((row) => row.party === party && row.state === 'on' && !isSame(row, part)))
      throw partyTaken(party)
    await this.tables.put('participant', { ...part, state: 'on' }).catch((error: unknown) => {
      throw error instanceof AlreadyThere ? partyTaken(party) : error
    })
    await this.asking.noteCase('share', case_id, id)
  }

  /** Ends that an organisation takes part in a record; what it stood for is kept. */
  async stepOut(records: OpenRecords, key: Omit<Part, 'party' | 'keeps'>): Promise<void> {
    const { case_id, record, organisation } = key
    await records.read(case_id, record, 'share')
    const where = { case_id: [case_id], record: [record], organisation: [organisation] }
    const [row] = await this.tables.find('participant', { ...where, state: ['on'] })
    if (!row) throw noneSuch('participant')
    await this.tables.put('participant', { ...row, state: 'ended' })
    await this.asking.noteCase('share', case_id, record)
  }

  private mayShare(id: string): void {
    this.asking.must('share', caseThing(id), () => noSuchCase(id))
  }

  private async known({ kind, target }: ShareKey): Promise<void> {
    if (kind === 'track') {
      if (!this.asking.can('share', trackThing(target))) throw noSuchTrack(target)
      return
    }
    const seen = await new Organisations(this.asking, this.tables).seen()
    if (!seen.some(isIt(target))) throw noSuchOrganisation(target)
  }

  private shared({ case_id, kind, target }: ShareKey): Promise<void> {
    const owner = this.asking.facts.owners.get(case_id) ?? null
    return this.asking.note('share', [{ resource: `case:${case_id} ${kind}:${target}`, owner }])
  }
}

const isIt =
  (wanted: string) =>
  ({ id }: { readonly id: string }): boolean =>
    id === wanted

const isSame = (row: RowOf<'participant'>, part: Part): boolean =>
  row.organisation === part.organisation

const anotherParty = (party: string): Refusal =>
  new Refusal(409, 'another-party', {
    message: `this organisation stands for ${party} in this record`,
    help: 'an organisation stands for one party of a record, and never for another'
  })

const partyTaken = (party: string): Refusal =>
  new Refusal(409, 'party-taken', {
    message: `another organisation stands for ${party} in this record`,
    help: 'end that first'
  })
