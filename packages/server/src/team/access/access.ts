import type { CaseStore, SourceFile } from '@truce/core'
import type { Context } from 'hono'
import type { Pool } from '../../compute/pool.ts'
import type { Library } from '../../library.ts'
import type { OpenRecords } from '../../records/records.ts'
import type { Sources, SourcesFor } from '../../routes/route.ts'
import type { ActNaming } from './act-names.ts'
import type { Asker } from './asking.ts'
import { Asking } from './asking.ts'
import { Desks } from './desks.ts'
import { GuardedCaseStore, ORGANISATION_HEADER } from './guarded-case-store.ts'
import { GuardedRecords } from './guarded-records.ts'
import { KnownFacts } from './known-facts.ts'
import { Presence } from './presence.ts'
import type { AccessTables } from './tables.ts'
import { WatchedTables } from './watched-tables.ts'

/** All that a team's server keeps, and who it asks who somebody is. */
export interface AccessOptions {
  readonly tables: AccessTables
  /** Who sends a request: a person who is signed in, or nobody. */
  readonly identify: (context: Context) => Promise<Asker | undefined>
  /** The names of people by their ids; one that is nobody's is left out. */
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  readonly workspace: CaseStore
  readonly records: OpenRecords
  readonly library: Library
  readonly pool: Pool
  readonly startingCase: readonly SourceFile[]
  readonly ending: AbortSignal
}

/** Decides what each request is answered from. Nothing else gives a way to a case or a record. */
export class Access implements SourcesFor {
  readonly tables: WatchedTables
  readonly presence = new Presence()
  readonly records: OpenRecords
  private readonly options: AccessOptions
  private readonly desks: Desks
  private readonly facts: KnownFacts

  constructor(options: AccessOptions) {
    this.options = options
    this.records = options.records
    this.tables = new WatchedTables(options.tables)
    this.desks = new Desks(options.pool)
    this.facts = new KnownFacts(options.tables)
  }

  /** Who asks, and how they stand to everything; refused where nobody is signed in. */
  asking(context: Context): Promise<Asking> {
    const { tables, options } = this
    const { ending } = options
    const watch = (changed: () => void): (() => void) => tables.watch(changed)
    const facts = (asker: Asker) => this.facts.of(asker)
    return Asking.open({ tables, facts, watch, ending }, () => options.identify(context))
  }

  /** The names of people, as far as they have accounts. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return this.options.names(ids)
  }

  /** What the names of things in acts are looked up in. */
  async naming(context: Context): Promise<ActNaming> {
    const asking = await this.asking(context)
    const { workspace, records } = this.options
    const desk = this.desks.of(asking.asker.person.id)
    const titleOf: ActNaming['titleOf'] = async (files) =>
      (await desk.describe(files)).title ?? null
    return { access: this, asking, workspace, records, titleOf }
  }

  /** What a request is answered from: as much as its asker may see. */
  async for(context: Context): Promise<Sources> {
    const asking = await this.asking(context)
    const { tables, presence, options } = this
    const { workspace: store, records, library, startingCase } = options
    const organisation = context.req.header(ORGANISATION_HEADER)
    const workspace = new GuardedCaseStore({ asking, store, tables, organisation })
    return {
      workspace,
      glance: (id) => workspace.glance(id),
      records: new GuardedRecords({ asking, records, tables }),
      library,
      desk: this.desks.of(asking.asker.person.id),
      startingCase,
      ending: asking.ending,
      asker: asking.asker.person.id,
      company: (of, told) => presence.enter(of, asking, told)
    }
  }
}
