import { randomBytes } from 'node:crypto'
import type {
  CaseChange,
  CaseList,
  CaseSave,
  CaseState,
  CaseStore,
  CaseVersion,
  CaseVersionText,
  NewCase,
  SavedCase
} from '@truce/core'
import { noSuchCase } from '@truce/host/workspace'
import { Refusal } from '../../refusal.ts'
import type { Asking } from './asking.ts'
import { notAllowed } from './asking.ts'
import type { Verb } from './rights.ts'
import { caseThing, organisationThing } from './standing.ts'
import type { AccessTables } from './tables.ts'

/** What a guarded store is made of. */
export interface Guarded {
  readonly asking: Asking
  readonly store: CaseStore
  readonly tables: AccessTables
  /** The organisation in which a case is made, where the asker said so. */
  readonly organisation: string | undefined
}

/** As much of a wished id as leaves room for what is put behind it. */
const LONGEST = 54
const OWN = 4

/**
 * The cases that one person may see, as if there were no others: what they may not see answers
 * exactly as what does not exist.
 */
export class GuardedCaseStore implements CaseStore {
  private readonly within: Guarded

  constructor(within: Guarded) {
    this.within = within
  }

  async list(): Promise<CaseList> {
    const { asking, store } = this.within
    const live = new Set((await store.list()).ids)
    const ids = [...asking.facts.cases].filter((id) => live.has(id)).sort(byCodeUnit)
    const owners = new Set(ids.flatMap((id) => asking.facts.owners.get(id) ?? []))
    await asking.note(
      'list',
      [...owners].map((owner) => ({ resource: 'cases', owner }))
    )
    // What lies beside the cases is nobody's in particular.
    return { ids, passedBy: [] }
  }

  async read(id: string): Promise<CaseState> {
    await this.may('read', id)
    return this.within.store.read(id)
  }

  /** Reads it for its line in a list, which is noted for the list. */
  async glance(id: string): Promise<CaseState> {
    this.within.asking.must('list', caseThing(id), () => noSuchCase(id))
    return this.within.store.read(id)
  }

  async save(sent: CaseSave): Promise<SavedCase> {
    await this.may('write', sent.id)
    return this.within.store.save(sent)
  }

  /**
   * Every id has letters of its own behind the wished one, whether that was taken or not: a number
   * only behind taken ones would tell of cases that are not to be seen.
   */
  async create({ id: wished, ...rest }: NewCase): Promise<CaseState> {
    const { asking, store, tables } = this.within
    const organisation = this.home()
    const id = await this.ownId(wished)
    await asking.note('create', [{ resource: `case:${id}`, owner: organisation }])
    // Whose it is stands first: a case of nobody would be lost to everybody.
    await tables.put('ownership', { case_id: id, organisation })
    const made = await store.create({ id, ...rest }).catch(async (error: unknown) => {
      await tables.drop('ownership', { case_id: [id] })
      throw error
    })
    if (made.id !== id) await tables.put('ownership', { case_id: made.id, organisation })
    return made
  }

  async remove(id: string): Promise<void> {
    await this.may('remove', id)
    await this.within.store.remove(id)
  }

  async removed(): Promise<readonly string[]> {
    const { asking, store } = this.within
    const aside = new Set(await store.removed())
    return [...asking.facts.cases]
      .filter((id) => aside.has(id) && asking.can('remove', caseThing(id)))
      .sort(byCodeUnit)
  }

  async putBack(id: string): Promise<CaseState> {
    await this.may('remove', id)
    return this.within.store.putBack(id)
  }

  async history(id: string): Promise<readonly CaseVersion[]> {
    await this.may('read', id)
    return this.within.store.history(id)
  }

  async known(id: string): Promise<void> {
    await this.may('read', id)
    return this.within.store.known(id)
  }

  async version(id: string, version: number): Promise<CaseVersionText> {
    await this.may('read', id)
    return this.within.store.version(id, version)
  }

  async follow(id: string, changed: (change: CaseChange) => void): Promise<() => void> {
    await this.may('read', id)
    const guard = this.within.asking.guard(caseThing(id), changed, true)
    const stop = await this.within.store.follow(id, guard.tell)
    return () => {
      guard.stop()
      stop()
    }
  }

  /** The store stays open for the others. */
  async close(): Promise<void> {}

  private async may(verb: Verb, id: string): Promise<void> {
    this.within.asking.must(verb, caseThing(id), () => noSuchCase(id))
    await this.within.asking.noteCase(verb, id)
  }

  /** An id that no case has or had: or whoever tries for long enough comes upon another's. */
  private async ownId(wished: string): Promise<string> {
    for (;;) {
      const id = `${wished.slice(0, LONGEST)}-${randomBytes(OWN).toString('hex')}`
      const there = await this.within.tables.find('ownership', { case_id: [id] })
      if (there.length === 0) return id
    }
  }

  /** The organisation that a new case will belong to. */
  private home(): string {
    const { asking, organisation } = this.within
    const may = [...asking.facts.roles.keys()].filter((one) =>
      asking.can('create', organisationThing(one))
    )
    const [only] = may
    if (only === undefined) throw notAllowed()
    if (organisation === undefined && may.length === 1) return only
    if (organisation !== undefined && may.includes(organisation)) return organisation
    throw new Refusal(422, 'which-organisation', {
      message: 'a case belongs to one of your organisations, and it was not said to which',
      help: `send its id in the header ${ORGANISATION_HEADER}: ${may.join(', ')}`
    })
  }
}

/** The header that says to which organisation a new case is to belong. */
export const ORGANISATION_HEADER = 'x-truce-organisation'

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : 1)
