/**
 * Keeps one record: entries that are appended and never changed or removed, numbered from 0, and the
 * checkpoints that were signed over them. What resolved is on the disk. It knows nothing of what the
 * bytes mean: signatures, hashes and who may read what are for whoever calls. Rejects with
 * `StoreRefusal`, above all with `unreadable-store` when what it kept is damaged or gone; it mends
 * nothing by itself. An append that rejects with `unwritable` may have gone through: the size says.
 */
export interface RecordStore {
  /** How many entries there are. */
  readonly size: () => Promise<number>
  /**
   * Appends all entries, in this order, if there are `expected` of them until now, and none
   * otherwise. Of several writers that expect the same size exactly one goes through.
   */
  readonly append: (expected: number, entries: readonly LogEntry[]) => Promise<Appended>
  /**
   * The entries from number `from` up to and without `to`, oldest first; fewer when the record ends
   * before. All are held in memory at once, so a long record is read in stretches.
   */
  readonly read: (from: number, to: number) => Promise<readonly LogEntry[]>
  /** The checkpoint over the first `size` entries, or without a size the one over the most. */
  readonly checkpoint: (size?: number) => Promise<Checkpoint | undefined>
  /** The checkpoints over at least `from` and fewer than `to` entries, over the fewest first. */
  readonly checkpoints: (from: number, to: number) => Promise<readonly Checkpoint[]>
  /**
   * Keeps a checkpoint if the one kept for its size until now is `previous` (undefined: none), so
   * that two who cosign at once do not lose each other's signature. Says whether it did. One over
   * more entries than there are is not kept.
   */
  readonly keepCheckpoint: (
    checkpoint: Checkpoint,
    previous: Checkpoint | undefined
  ) => Promise<boolean>
  /** Ends what is under way, then lets go. */
  readonly close: () => Promise<void>
}

/** One entry as bytes. */
export interface LogEntry {
  /** What goes into the tree of hashes, and whoever has a copy of the record sees. */
  readonly leaf: Uint8Array
  /** What a leaf only commits to, kept with it and shown to some. */
  readonly body?: Uint8Array
}

/** What came of appending, and the size after it; `behind`: others had appended, nothing was done. */
export interface Appended {
  readonly outcome: 'appended' | 'behind'
  readonly size: number
}

/** A signed note over the first `size` entries. */
export interface Checkpoint {
  readonly size: number
  readonly note: Uint8Array
}
