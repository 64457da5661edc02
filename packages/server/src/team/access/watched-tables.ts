import type { AccessTables, Act, ActsAsked, RowOf, TableName, Where } from './tables.ts'

/** The tables of access, and a call for whoever uses a right whenever one may have ended. */
export class WatchedTables implements AccessTables {
  private readonly tables: AccessTables
  private readonly watchers = new Set<() => void>()

  constructor(tables: AccessTables) {
    this.tables = tables
  }

  /** Calls back after each change, until the returned is called. */
  watch(changed: () => void): () => void {
    this.watchers.add(changed)
    return () => void this.watchers.delete(changed)
  }

  find<N extends TableName>(name: N, where: Where<N>): Promise<readonly RowOf<N>[]> {
    return this.tables.find(name, where)
  }

  async put<N extends TableName>(name: N, row: RowOf<N>): Promise<void> {
    await this.tables.put(name, row)
    this.changed()
  }

  async drop<N extends TableName>(name: N, where: Where<N>): Promise<number> {
    const gone = await this.tables.drop(name, where)
    this.changed()
    return gone
  }

  note(acts: readonly Act[]): Promise<void> {
    return this.tables.note(acts)
  }

  acts(asked: ActsAsked): Promise<readonly (Act & { readonly number: number })[]> {
    return this.tables.acts(asked)
  }

  private changed(): void {
    for (const watcher of this.watchers) watcher()
  }
}
