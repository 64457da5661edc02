import { Listener } from '../database/listener.ts'
import { CHANNEL } from '../record/postgres-record-store.ts'

/**
 * Tells that something was written into a record, by whichever server. A notice says only where to
 * look, and may be lost with a connection: whoever has to know looks now and then besides.
 */
export class RecordNotices {
  private readonly url: string
  private readonly all = new Map<string, Set<() => void>>()
  private listener: Promise<Listener | undefined> | undefined

  constructor(url: string) {
    this.url = url
  }

  /** Calls back after each append to a record, until the returned is called. */
  watch(record: string, written: () => void): () => void {
    const watchers = this.all.get(record) ?? new Set<() => void>()
    this.all.set(record, watchers.add(written))
    this.listener ??= this.listening()
    return () => {
      watchers.delete(written)
      if (watchers.size === 0) this.all.delete(record)
    }
  }

  /** Tells nobody any more. */
  async close(): Promise<void> {
    this.all.clear()
    await (await this.listener)?.close()
  }

  /** Where the database is away, whoever watches next tries again. */
  private listening(): Promise<Listener | undefined> {
    return Listener.open({
      url: this.url,
      channel: CHANNEL,
      heard: (record) => this.heard(record)
    }).catch(() => {
      this.listener = undefined
      return undefined
    })
  }

  private heard(record: string | undefined): void {
    const heard = record === undefined ? [...this.all.values()] : [this.all.get(record) ?? []]
    for (const watchers of heard) for (const written of watchers) written()
  }
}
