import type { SeenEntry } from '../entry.ts'

/**
 * Entries by what they are about, in the order of the record, and what they come to. What they come
 * to is worked out when it is asked for and kept until another entry comes, so that a long record
 * is read in at the pace of its entries.
 */
export class Register<View> {
  private readonly work: (id: string, entries: readonly SeenEntry[]) => View
  private readonly about = new Map<string, SeenEntry[]>()
  private readonly known = new Map<string, View>()
  private readonly followers: Set<string>[] = []

  constructor(work: (id: string, entries: readonly SeenEntry[]) => View) {
    this.work = work
  }

  /** How many things the entries are about. */
  get size(): number {
    return this.about.size
  }

  /** One more entry about something. */
  add(id: string, entry: SeenEntry): void {
    const entries = this.about.get(id)
    if (entries) entries.push(entry)
    else this.about.set(id, [entry])
    this.touch(id)
  }

  /** Something else changed what these entries come to. */
  touch(id: string): void {
    this.known.delete(id)
    for (const changed of this.followers) changed.add(id)
  }

  /**
   * For whoever keeps a tally: answers, each time it is asked, with what changed since the last
   * time; with all at first.
   */
  follow(): () => readonly string[] {
    const changed = new Set(this.about.keys())
    this.followers.push(changed)
    return () => {
      const all = [...changed]
      changed.clear()
      return all
    }
  }

  /** The entries about it in the order of the record, with those that were replaced. */
  entriesAbout(id: string): readonly SeenEntry[] {
    return this.about.get(id) ?? []
  }

  /** Whether there are entries about it. */
  has(id: string): boolean {
    return this.about.has(id)
  }

  /** What the entries about it come to. */
  get(id: string): View | undefined {
    const known = this.known.get(id)
    if (known !== undefined) return known
    const entries = this.about.get(id)
    if (entries === undefined) return undefined
    const view = this.work(id, entries)
    this.known.set(id, view)
    return view
  }

  /** What there are entries about, in the order of the first. */
  ids(): IterableIterator<string> {
    return this.about.keys()
  }

  /** What all entries come to, in the order of the first about each. */
  *all(): Generator<View> {
    for (const id of this.about.keys()) yield this.get(id) as View
  }
}
