/**
 * What the server tells of a case: `open` at once, `changed` of its text, `record` of a record, `here`
 * of who has it open.
 */
export type NewsListener = (event: NewsKind, data: string) => void
type NewsKind = (typeof KINDS)[number]

const KINDS = ['open', 'changed', 'record', 'here'] as const

interface Line {
  events: EventSource
  readonly listeners: Set<NewsListener>
}

/** What the server tells of cases and records: one stream for an address, however many listen. */
export class News {
  private readonly failed: (isOver: boolean) => void
  private readonly lines = new Map<string, Line>()

  /**
   * `failed` hears of a stream that broke. The browser tries again by itself, unless the server
   * refused it: that one `isOver` until it is called back.
   */
  constructor(failed: (isOver: boolean) => void) {
    this.failed = failed
  }

  /** Hears of what is at a path until the returned is called. */
  listen(path: string, listener: NewsListener): () => void {
    const known = this.lines.get(path)
    const line = known ?? { events: this.begin(path), listeners: new Set<NewsListener>() }
    this.lines.set(path, line)
    line.listeners.add(listener)
    return () => {
      line.listeners.delete(listener)
      if (line.listeners.size > 0) return
      line.events.close()
      if (this.lines.get(path) === line) this.lines.delete(path)
    }
  }

  /** Opens again what the server refused: somebody has signed in since, or it is there again. */
  readonly callBack = (): void => {
    for (const [path, line] of this.lines)
      if (line.events.readyState === line.events.CLOSED) line.events = this.begin(path)
  }

  private begin(path: string): EventSource {
    const events = new EventSource(`${path}/events`)
    for (const name of KINDS)
      events.addEventListener(name, (event) => {
        // The browser's own `open` carries nothing.
        if (!(event instanceof MessageEvent)) return
        for (const listener of this.lines.get(path)?.listeners ?? []) listener(name, event.data)
      })
    events.addEventListener('error', () => this.failed(events.readyState === events.CLOSED))
    return events
  }
}
