/** A queue that gives out the entry before all others first. */
export class Heap<T> {
  private readonly entries: T[] = []
  private readonly before: (one: T, other: T) => boolean

  constructor(before: (one: T, other: T) => boolean) {
    this.before = before
  }

  /** How many entries there are. */
  get size(): number {
    return this.entries.length
  }

  /** The entry that comes next, left where it is. */
  peek(): T | undefined {
    return this.entries[0]
  }

  push(entry: T): void {
    const { entries } = this
    let at = entries.length
    entries.push(entry)
    while (at > 0) {
      const up = (at - 1) >> 1
      if (!this.before(entry, entries[up] as T)) break
      entries[at] = entries[up] as T
      at = up
    }
    entries[at] = entry
  }

  pop(): T | undefined {
    const { entries } = this
    const top = entries[0]
    const last = entries.pop()
    if (last === undefined || entries.length === 0) return top
    let at = 0
    for (;;) {
      let down = 2 * at + 1
      if (down >= entries.length) break
      if (down + 1 < entries.length && this.before(entries[down + 1] as T, entries[down] as T))
        down++
      if (!this.before(entries[down] as T, last)) break
      entries[at] = entries[down] as T
      at = down
    }
    entries[at] = last
    return top
  }
}
