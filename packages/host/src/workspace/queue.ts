/** Runs work one after the other for each key; different keys do not wait for each other. */
export class Queue {
  private readonly tails = new Map<string, Promise<unknown>>()

  run<T>(key: string, work: () => Promise<T>): Promise<T> {
    const result = (this.tails.get(key) ?? Promise.resolve()).then(work, work)
    const tail: Promise<void> = result.then(
      () => this.forget(key, tail),
      () => this.forget(key, tail)
    )
    this.tails.set(key, tail)
    return result
  }

  /** When everything that was asked for until now has ended, well or not. */
  async idle(): Promise<void> {
    await Promise.all(this.tails.values())
  }

  private forget(key: string, tail: Promise<unknown>): void {
    if (this.tails.get(key) === tail) this.tails.delete(key)
  }
}
