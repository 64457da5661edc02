import type { Case } from '@truce/core'
import type { LogLeaf } from '@truce/core/log'
import { LogState } from '@truce/core/log'
import type { SeenEntry } from '@truce/core/record'
import { comingOf, isOfTheLog, RecordState, readContent } from '@truce/core/record'
import { verifier } from './browser-signing.ts'
import type { Kept } from './record-api.ts'

/** One line of the log: the leaf, its bytes, and what it says where that is known. */
export interface Line extends Kept {
  readonly number: number
  readonly told: LogLeaf
  readonly entry?: SeenEntry
}

/** A record as this page works it out for itself, entry by entry, from what the server sends. */
export class RecordFold {
  readonly log = new LogState(verifier)
  readonly state: RecordState
  readonly lines: Line[] = []

  constructor(source: Case) {
    this.state = new RecordState(source)
  }

  get size(): number {
    return this.lines.length
  }

  /** Takes in the next entry. */
  add(kept: Kept): void {
    const number = this.lines.length
    const told = this.log.apply(kept.leaf)
    const line = { ...kept, number, told }
    if (isOfTheLog(told.entry.kind)) {
      this.lines.push(line)
      return
    }
    const read = readContent(comingOf(told, { number, ring: this.log.ring, body: kept.body }))
    if (read.ok) this.state.apply(read.entry)
    this.lines.push(read.ok ? { ...line, entry: read.entry } : line)
  }
}
