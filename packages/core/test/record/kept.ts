import type { Appended, Checkpoint, LogEntry, RecordStore, Signer } from '@truce/core'
import type { JsonObject, KeyRole } from '@truce/core/log'
import { base64 } from '@truce/core/log'
import type { Submitted, Writing } from '@truce/core/record'
import { RecordBook } from '@truce/core/record'
import { seededSigner, verifier } from '../../../host/src/signing/index.ts'
import type { Case } from '../../src/model/case.ts'
import { caseIn } from '../folder.ts'

/** Everything of these tests happens from this hour on, five days after the ceasefire began. */
export const START = Date.parse('2025-01-25T08:00:00.000Z')

/** Who keeps and who writes the record of these tests, and as what. */
export const WRITERS = {
  secretariat: ['austria', 'operator'],
  ukraine: ['ukraine', 'head'],
  russia: ['russia', 'head'],
  us: ['us', 'mediator'],
  eu: ['eu', 'mediator'],
  india: ['india', 'observer'],
  norway: ['norway', 'observer'],
  patrol: ['norway', 'field'],
  witness: ['ukraine', 'witness']
} as const satisfies Readonly<Record<string, readonly [string, KeyRole]>>
/** One of those who write. */
export type Writer = keyof typeof WRITERS

const signers = new Map<Writer, Signer>()
for (const [at, who] of (Object.keys(WRITERS) as Writer[]).entries())
  signers.set(who, await seededSigner(new Uint8Array(32).fill(at + 1)))

/** The key of one of those who write. */
export const signerFor = (who: Writer): Signer => signers.get(who) as Signer

/** A record in memory: the clock is moved by hand, and chance counts upwards. */
export class Kept {
  readonly book: RecordBook
  readonly store: RecordStore
  private readonly clock: { now: number }

  private constructor(book: RecordBook, store: RecordStore, clock: { now: number }) {
    this.book = book
    this.store = store
    this.clock = clock
  }

  /** A record of the flagship case that was just begun. */
  static async begin(
    opening: { readonly exercise?: boolean } = {},
    source: Case = caseIn('ukraine/2024-maitra')
  ): Promise<Kept> {
    const clock = { now: START }
    const store = new Held()
    let chance = 0
    const random = (length: number): Uint8Array =>
      Uint8Array.from({ length }, (_, at) => (at < length - 4 ? 7 : (chance++ * 31 + at) % 256))
    const host = { store, verifier, now: () => clock.now, random }
    const book = await RecordBook.open(host, source)
    const keys = (Object.keys(WRITERS) as Writer[]).map((who) => ({
      party: WRITERS[who][0],
      role: WRITERS[who][1],
      publicKey: base64(signerFor(who).publicKey)
    }))
    const begun = await book.begin(
      'trial',
      { title: 'Trial', operator: 'austria', keys, ...opening },
      signerFor('secretariat')
    )
    if (begun.outcome !== 'received') throw new Error(JSON.stringify(begun))
    return new Kept(book, store, clock)
  }

  /** The hour by the record's clock. */
  get now(): string {
    return new Date(this.clock.now).toISOString()
  }

  /** Moves the clock. */
  wait(minutes: number): void {
    this.clock.now += 60_000 * minutes
  }

  /** The instant so many minutes from the hour of the clock. */
  at(minutes: number): string {
    return new Date(this.clock.now + 60_000 * minutes).toISOString()
  }

  /** Somebody writes something. */
  async tells(
    who: Writer,
    kind: string,
    content: JsonObject,
    more: Partial<Writing> = {}
  ): Promise<Submitted> {
    return this.book.write({ party: WRITERS[who][0], kind, content, ...more }, signerFor(who))
  }

  /** Somebody writes something that has to come in; answers with its id. */
  async told(
    who: Writer,
    kind: string,
    content: JsonObject,
    more: Partial<Writing> = {}
  ): Promise<string> {
    const answer = await this.tells(who, kind, content, more)
    if (answer.outcome !== 'received') throw new Error(`${kind}: ${JSON.stringify(answer)}`)
    return [...this.book.state.entries()].at(-1)?.id ?? ''
  }

  /** Somebody writes something that must not come in; answers with why. */
  async refused(
    who: Writer,
    kind: string,
    content: JsonObject,
    more: Partial<Writing> = {}
  ): Promise<readonly string[]> {
    const answer = await this.tells(who, kind, content, more)
    return answer.outcome === 'refused' ? answer.problems.map(({ code }) => code) : []
  }
}

/** A store in memory. */
class Held implements RecordStore {
  private readonly entries: LogEntry[] = []
  private readonly notes = new Map<number, Checkpoint>()

  async size(): Promise<number> {
    return this.entries.length
  }

  async append(expected: number, entries: readonly LogEntry[]): Promise<Appended> {
    if (expected !== this.entries.length) return { outcome: 'behind', size: this.entries.length }
    this.entries.push(...entries)
    return { outcome: 'appended', size: this.entries.length }
  }

  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    return this.entries.slice(from, to)
  }

  async checkpoint(size?: number): Promise<Checkpoint | undefined> {
    return this.notes.get(size ?? Math.max(...this.notes.keys()))
  }

  async checkpoints(from: number, to: number): Promise<readonly Checkpoint[]> {
    return [...this.notes.values()].filter(({ size }) => size >= from && size < to)
  }

  async keepCheckpoint(checkpoint: Checkpoint): Promise<boolean> {
    this.notes.set(checkpoint.size, checkpoint)
    return true
  }

  async close(): Promise<void> {}
}

/** What somebody saw at a place, in the form of a report. */
export const seen = (at: string, more: JsonObject = {}): JsonObject => ({
  occurred: { at, precision: 'minute' },
  place: { lon: 37.8, lat: 48.0, within: 500, name: 'crossing' },
  category: 'fire',
  means: ['saw'],
  ...more
})
