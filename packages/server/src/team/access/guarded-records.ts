import { noSuchCase } from '@truce/host/workspace'
import type { KeptRecord, RecordNews } from '../../records/kept-record.ts'
import type { RecordVerb, Stand } from '../../records/reader.ts'
import type { OpenRecords, RecordWish } from '../../records/records.ts'
import { noSuchRecord } from '../../records/records.ts'
import type { Asking } from './asking.ts'
import { caseThing, recordThing } from './standing.ts'
import type { AccessTables } from './tables.ts'

/** What guarded records are made of. */
export interface GuardedShelf {
  readonly asking: Asking
  readonly records: OpenRecords
  readonly tables: AccessTables
}

/** The records that one person may see, as if there were no others, each as the parties it stands for may. */
export class GuardedRecords implements OpenRecords {
  private readonly within: GuardedShelf

  constructor(within: GuardedShelf) {
    this.within = within
  }

  async list(of: string): Promise<readonly KeptRecord[]> {
    const { asking, records } = this.within
    this.knows(of)
    await asking.noteCase('list', of)
    // All records of a case are seen by its own organisation; others open only those they take part in.
    if (asking.can('list', { kind: 'record', keys: [of] })) return records.list(of)
    const mine = asking.facts.parts.filter((part) => part.case_id === of)
    const ids = [...new Set(mine.map(({ record }) => record))].sort()
    return Promise.all(ids.map((id) => records.read(of, id)))
  }

  async read(of: string, id: string, verb: RecordVerb = 'read'): Promise<KeptRecord> {
    const { asking, records } = this.within
    this.knows(of)
    const thing = recordThing(of, id)
    asking.must('read', thing, () => noSuchRecord(of, id))
    // One that does not exist is not there either for whoever would see all of the case.
    const found = await records.read(of, id)
    asking.must(verb, thing, () => noSuchRecord(of, id))
    await asking.noteCase(verb, of, id)
    return found
  }

  async begin(of: string, wish: RecordWish): Promise<KeptRecord> {
    const { asking, records, tables } = this.within
    asking.must('create', caseThing(of), () => noSuchCase(of))
    const begun = await records.begin(of, wish)
    const owner = asking.facts.owners.get(of)
    if (owner !== undefined)
      await tables.put('participant', {
        case_id: of,
        record: begun.id,
        organisation: owner,
        party: wish.operator,
        keeps: 'yes',
        state: 'on'
      })
    await asking.noteCase('create', of, begun.id)
    return begun
  }

  /** Of each entry of a record that may be seen at that moment; nothing is said of the others. */
  follow(of: string, follower: (news: RecordNews) => void): () => void {
    const { asking, records } = this.within
    const guards = new Map<string, { tell: (news: RecordNews) => void; stop: () => void }>()
    const stop = records.follow(of, (news) => {
      const known = guards.get(news.record)
      const guard = known ?? asking.guard(recordThing(of, news.record), follower, false)
      guards.set(news.record, guard)
      guard.tell(news)
    })
    return () => {
      stop()
      for (const guard of guards.values()) guard.stop()
    }
  }

  /** The stream ends with the right to the record. */
  listen(record: KeptRecord, follower: (news: RecordNews) => void, since: number): () => void {
    const { asking, records } = this.within
    const guard = asking.guard(recordThing(record.of, record.id), follower, true)
    const stop = records.listen(record, guard.tell, since)
    return () => {
      guard.stop()
      stop()
    }
  }

  /** For the parties that the organisations of the asker stand for; a wish only narrows it. */
  async stand(record: KeptRecord, wished?: string): Promise<Stand> {
    const { facts } = this.within.asking
    const mine = facts.parts.filter(
      ({ case_id, record: id }) => case_id === record.of && id === record.id
    )
    const parties = mine.map(({ party }) => party)
    const seen = wished === undefined ? parties : parties.filter((party) => party === wished)
    // Each organisation files for its own party alone, by those of its members who may file.
    const files = mine.filter(({ organisation }) => facts.roles.get(organisation) !== 'reader')
    const filed = new Set(files.map(({ party }) => party))
    return {
      reader: { sees: 'parties', parties: seen },
      name: parties.join(', '),
      speaksFor: (party) => filed.has(party)
    }
  }

  /** A case is known to whoever sees it, and to whoever takes part in a record of it. */
  private knows(of: string): void {
    const { asking } = this.within
    const takesPart = asking.facts.parts.some(({ case_id }) => case_id === of)
    const seen = asking.can('read', caseThing(of)) || takesPart
    const own = asking.can('list', { kind: 'record', keys: [of] })
    if (!seen && !own) throw noSuchCase(of)
  }
}
