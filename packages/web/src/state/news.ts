/** What the server tells of a case: `open` at once, `changed` of its text, `record` of a record. */
export type NewsListener = (event: 'open' | 'changed' | 'record', data: string) => void

interface Line {
  readonly events: EventSource
  readonly listeners: Set<NewsListener>
}

/** What the server tells of cases: one stream for a case, however many listen. */
export class News {
  private readonly failed: () => void
  private readonly lines = new Map<string, Line>()

  /** `failed` hears of a stream that broke; the browser tries again by itself. */
  constructor(failed: () => void) {
    this.failed = failed
  }

  /** Hears of a case until the returned is called. */
  listen(id: string, listener: NewsListener): () => void {
    const line = this.lines.get(id) ?? this.begin(id)
    line.listeners.add(listener)
    return () => {
      line.listeners.delete(listener)
      if (line.listeners.size > 0) return
      line.events.close()
      if (this.lines.get(id) === line) this.lines.delete(id)
    }
  }

  private begin(id: string): Line {
    const events = new EventSource(`/api/cases/${encodeURIComponent(id)}/events`)
    const line: Line = { events, listeners: new Set() }
    this.lines.set(id, line)
    for (const name of ['open', 'changed', 'record'] as const)
      events.addEventListener(name, (event) => {
        // The browser's own `open` carries nothing.
        if (!(event instanceof MessageEvent)) return
        for (const listener of line.listeners) listener(name, event.data)
      })
    events.addEventListener('error', this.failed)
    return line
  }
}
