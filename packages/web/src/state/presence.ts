/** Time between two looks for a server that is away, in milliseconds. */
const EVERY = 3000

/** Whether the server answers. While it does not, it is looked for, and who listens is told. */
export class Presence {
  private readonly knock: () => Promise<void>
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private away = false

  /** `knock` resolves when the server answers, having made itself known to its present run. */
  constructor(knock: () => Promise<void>) {
    this.knock = knock
  }

  readonly isAway = (): boolean => this.away

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Something was answered. */
  readonly found = (): void => this.be(false)

  /** Something was not: from now on the server is looked for. */
  readonly lost = (): void => {
    this.be(true)
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.look(), EVERY)
  }

  /** Looks whether it answers. */
  readonly look = (): Promise<void> => this.knock().then(this.found, this.lost)

  private be(away: boolean): void {
    if (!away) clearTimeout(this.timer)
    if (this.away === away) return
    this.away = away
    for (const listener of this.listeners) listener()
  }
}
