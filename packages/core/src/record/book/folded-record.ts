import { LogState } from '../../log/log-state.ts'
import { isLeaf, readLeaf } from '../../log/read-leaf.ts'
import type { Case } from '../../model/case.ts'
import type { LogEntry, RecordStore, Verifier } from '../../ports/index.ts'
import { readContent } from '../door/door.ts'
import type { SeenEntry } from '../entry.ts'
import { RecordState } from '../state/record-state.ts'
import { comingOf, isOfTheLog } from './decode.ts'

/** What a book needs of its host: where it is kept, the hour, chance, and whose signatures are good. */
export interface BookHost {
  readonly store: RecordStore
  readonly verifier: Verifier
  /** The hash of a leaf, where the host has a faster one than ours. */
  readonly hashLeaf?: (leaf: Uint8Array) => Uint8Array
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** So many random bytes. */
  readonly random: (length: number) => Uint8Array
}

/** Entries that are read and folded at once: others have their turn in between. */
const STRETCH = 500

/**
 * What a store holds, folded in memory: the log with its keys, and the record. Other writers append
 * to the same store, so it catches up before anything is judged by it.
 */
export class FoldedRecord {
  readonly host: BookHost
  private readonly source: Case
  private logged: LogState
  private folded: RecordState

  constructor(host: BookHost, source: Case) {
    this.host = host
    this.source = source
    this.logged = new LogState(host.verifier, host.hashLeaf)
    this.folded = new RecordState(source)
  }

  /** The tree of hashes, the keys and how far each of them has got. */
  get log(): LogState {
    return this.logged
  }

  /** The record folded until now. */
  get state(): RecordState {
    return this.folded
  }

  /** Takes in what was appended meanwhile. What is in the store has passed the doors. */
  async catchUp(): Promise<void> {
    const { store } = this.host
    const size = await store.size()
    while (this.logged.size < size) {
      const from = this.logged.size
      for (const entry of await store.read(from, Math.min(size, from + STRETCH))) this.fold(entry)
    }
  }

  /** One more entry that was just judged, before it is kept; `rebuild` takes it back. */
  take({ leaf }: LogEntry, seen: SeenEntry | undefined): void {
    this.logged.apply(leaf)
    if (seen) this.folded.apply(seen)
  }

  /** Folds again what is kept, where what is in memory went beyond that. */
  async rebuild(): Promise<void> {
    this.logged = new LogState(this.host.verifier, this.host.hashLeaf)
    this.folded = new RecordState(this.source)
    await this.catchUp()
  }

  /** When an entry that is kept came in. */
  async receivedAt(number: number): Promise<string> {
    const [kept] = await this.host.store.read(number, number + 1)
    const leaf = kept && readLeaf(kept.leaf)
    return leaf && isLeaf(leaf) ? leaf.received : ''
  }

  private fold({ leaf: bytes, body }: LogEntry): void {
    const number = this.logged.size
    const leaf = this.logged.apply(bytes)
    if (isOfTheLog(leaf.entry.kind)) return
    const read = readContent(comingOf(leaf, { number, ring: this.logged.ring, body }))
    if (read.ok) this.folded.apply(read.entry)
  }
}
