import type {
  AccessTables,
  Act,
  ActsAsked,
  RowOf,
  StandingRows,
  TableName,
  Where
} from './tables.ts'

/** How often it is looked whether a right that is being used still stands: another server may have ended it. */
const LOOK = 3000

/** The tables of access, and a call for whoever uses a right whenever one may have ended. */
export class WatchedTables implements AccessTables {
  private readonly tables: AccessTables
  private readonly watchers = new Set<() => void>()
  private looking: ReturnType<typeof setInterval> | undefined

  constructor(tables: AccessTables) {
    this.tables = tables
  }

  /**
   * Calls back after each change and now and then, until the returned is called: all at once, so
   * that they look together.
   */
  watch(changed: () => void): () => void {
    this.watchers.add(changed)
    this.looking ??= setInterval(() => this.changed(), LOOK).unref()
    return () => {
      this.watchers.delete(changed)
      if (this.watchers.size > 0) return
      clearInterval(this.looking)
      this.looking = undefined
    }
  }

  standing(people: readonly string[]): Promise<StandingRows> {
    return this.tables.standing(people)
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
