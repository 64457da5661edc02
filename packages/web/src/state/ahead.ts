/**
 * Work that is begun before it is asked for, one thing at a time: what is begun of something else ends
 * what was begun before. Its answer is whoever's who asks for the same meanwhile or later; its failure
 * is told to them.
 */
export class Ahead {
  private of: unknown
  private stopper: AbortController | undefined

  /** Begins work on something; nothing where the same was the last begun. */
  begin(of: unknown, work: (signal: AbortSignal) => Promise<unknown>): void {
    if (this.of === of) return
    this.end()
    const stopper = new AbortController()
    this.of = of
    this.stopper = stopper
    void this.follow(work, stopper)
  }

  /** Ends what was begun. */
  end(): void {
    this.stopper?.abort()
    this.of = undefined
    this.stopper = undefined
  }

  private async follow(
    work: (signal: AbortSignal) => Promise<unknown>,
    stopper: AbortController
  ): Promise<void> {
    try {
      await work(stopper.signal)
    } catch {
      // What failed may be begun again.
      if (this.stopper === stopper) this.end()
    }
  }
}
