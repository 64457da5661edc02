/** Loads at most so many at once, and asks of so many things in one of them. */
const [AT_ONCE, MOST] = [3, 1000]

interface Waiting<V> {
  readonly answer: Promise<V | undefined>
  readonly found: (value: V | undefined) => void
  readonly failed: (error: unknown) => void
}

/**
 * Answers many who ask the same kind of thing by few loads: what is asked while enough are under way
 * goes together into the next. Each is answered by a load that began after it was asked, so that
 * nobody is told what was true before.
 */
export class Gathering<K, V> {
  private readonly load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>
  private waiting = new Map<K, Waiting<V>>()
  private underWay = 0

  /** `load`: finds the values of keys; one that it leaves out is undefined. */
  constructor(load: (keys: readonly K[]) => Promise<ReadonlyMap<K, V>>) {
    this.load = load
  }

  /** The value of a key. */
  ask(key: K): Promise<V | undefined> {
    const there = this.waiting.get(key)
    if (there) return there.answer
    const {
      promise: answer,
      resolve: found,
      reject: failed
    } = Promise.withResolvers<V | undefined>()
    this.waiting.set(key, { answer, found, failed })
    // Those who ask in the same turn go together.
    if (this.waiting.size === 1) queueMicrotask(() => this.next())
    return answer
  }

  private next(): void {
    if (this.underWay === AT_ONCE || this.waiting.size === 0) return
    const all = [...this.waiting]
    this.waiting = new Map(all.slice(MOST))
    this.underWay++
    void this.answered(new Map(all.slice(0, MOST))).finally(() => {
      this.underWay--
      this.next()
    })
  }

  private async answered(asked: ReadonlyMap<K, Waiting<V>>): Promise<void> {
    try {
      const values = await this.load([...asked.keys()])
      for (const [key, { found }] of asked) found(values.get(key))
    } catch (error) {
      for (const { failed } of asked.values()) failed(error)
    }
  }
}
