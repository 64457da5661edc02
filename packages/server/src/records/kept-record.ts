import { randomBytes } from 'node:crypto'
import type { Case, Checkpoint, RecordStore, Signer, SourceFile } from '@truce/core'
import type { NoteSignature, RecordOpening } from '@truce/core/log'
import {
  checkpointKeys,
  keyHash,
  MOST_SIGNATURES,
  noteBytes,
  readCheckpoint,
  readNote,
  verifyNote
} from '@truce/core/log'
import type { BookHost } from '@truce/core/record'
import { RecordBook } from '@truce/core/record'
import { hashLeaf, verifier } from '@truce/host/record'
import { Refusal } from '../refusal.ts'
import type { RecordShelf } from './shelf.ts'

/** How often it is looked whether another program has written, while somebody follows. */
const LOOK = 1000

/** What a record is opened with. */
export interface RecordPlace {
  readonly shelf: RecordShelf
  readonly of: string
  readonly id: string
  readonly source: Case
  readonly files: readonly SourceFile[]
  readonly operator: Signer
}

/** That a record has so many entries by now, at this hour of its clock. */
export interface RecordNews {
  readonly record: string
  readonly size: number
  readonly now: string
}

const notThis = (why: string): Refusal =>
  new Refusal(422, 'bad-checkpoint', {
    message: `this note cannot be cosigned here: ${why}`,
    help: 'fetch the newest checkpoint, verify it, and cosign that one with a key of the record'
  })

interface Within {
  readonly store: RecordStore
  readonly clock: { ahead: number }
}

/** A record that is open: its book, the hour of its clock, and those who follow it. */
export class KeptRecord {
  readonly id: string
  readonly of: string
  readonly files: readonly SourceFile[]
  readonly book: RecordBook
  readonly operator: Signer
  readonly shelf: RecordShelf
  /** The checkpoint over so many entries, or over the most. */
  readonly notes: (size?: number) => Promise<Checkpoint | undefined>
  /** All checkpoints, over the fewest entries first. */
  readonly heads: () => Promise<readonly Checkpoint[]>
  private readonly store: RecordStore
  private readonly clock: { ahead: number }
  private readonly followers = new Set<(news: RecordNews) => void>()
  private told: number
  private looking: (() => void) | undefined

  private constructor(place: RecordPlace, book: RecordBook, { store, clock }: Within) {
    this.id = place.id
    this.of = place.of
    this.files = place.files
    this.operator = place.operator
    this.shelf = place.shelf
    this.book = book
    this.clock = clock
    this.store = store
    this.notes = (size) => store.checkpoint(size)
    this.heads = () => store.checkpoints(0, Number.MAX_SAFE_INTEGER)
    this.told = book.size
    book.listen(() => this.tell())
  }

  /** Opens one that there is, or one that is still to be begun. */
  static async open(place: RecordPlace): Promise<KeptRecord> {
    const clock = { ahead: await place.shelf.ahead(place.of, place.id) }
    const store = await place.shelf.entries(place.of, place.id)
    const host: BookHost = {
      store,
      verifier,
      hashLeaf,
      now: () => Date.now() + clock.ahead,
      random: (length) => new Uint8Array(randomBytes(length))
    }
    return new KeptRecord(place, await RecordBook.open(host, place.source), {
      store,
      clock
    })
  }

  /** What the first entry says; undefined where there is none. */
  get opening(): RecordOpening | undefined {
    return this.book.log.opening
  }

  /** The hour by the record's clock, in milliseconds since 1970. */
  now(): number {
    return Date.now() + this.clock.ahead
  }

  /** How far it has got. */
  news(): RecordNews {
    return { record: this.id, size: this.book.size, now: new Date(this.now()).toISOString() }
  }

  /** Moves the clock of an exercise on; the entries of a record never go back. */
  async move(to: number): Promise<void> {
    if (!this.book.exercise)
      throw new Refusal(409, 'not-an-exercise', {
        message: 'only the clock of an exercise can be moved',
        help: 'begin a record as an exercise in order to move its clock'
      })
    if (to <= this.now())
      throw new Refusal(422, 'clock-back', {
        message: 'the clock of a record goes on and never back',
        help: `choose an hour after ${new Date(this.now()).toISOString()}`
      })
    const ahead = to - Date.now()
    await this.shelf.keepAhead(this.of, this.id, ahead)
    this.clock.ahead = ahead
  }

  /**
   * Takes in the cosignatures that a note bears beyond those kept: of keys that the record believed
   * at that size, over the very text that was signed here. Answers with the note as it is kept then.
   */
  async takeCosigned(given: Uint8Array): Promise<Checkpoint> {
    const told = readNote(given)
    const head = told && readCheckpoint(told.text)
    if (!told || !head) throw notThis('malformed')
    const keys = checkpointKeys(this.book.log, Math.min(head.size, this.book.size))
    const verified = await verifyNote(given, keys, verifier)
    if ('refused' in verified) throw notThis(verified.refused)
    const isGood = ({ name, hash }: NoteSignature): boolean =>
      verified.by.some(({ key }) => key.name === name && keyHash(key) === hash)
    if (!told.signatures.every(isGood)) throw notThis('unknown-keys')
    for (;;) {
      const kept = await this.store.checkpoint(head.size)
      const standing = kept && readNote(kept.note)
      if (!standing || standing.text !== told.text) throw notThis('not a note of this record')
      const isNew = (one: NoteSignature): boolean =>
        standing.signatures.every(({ name, hash }) => name !== one.name || hash !== one.hash)
      const signatures = [...standing.signatures, ...told.signatures.filter(isNew)]
      if (signatures.length > MOST_SIGNATURES) throw notThis('too many signatures')
      const note = noteBytes({ text: standing.text, signatures })
      if (await this.store.keepCheckpoint({ size: head.size, note }, kept))
        return { size: head.size, note }
    }
  }

  /**
   * Tells of each new size until the returned is called; also where another program wrote. Of more
   * than `since` entries, which is what the follower knows, it tells at once.
   */
  follow(follower: (news: RecordNews) => void, since = this.book.size): () => void {
    this.followers.add(follower)
    if (this.book.size > since) follower(this.news())
    this.looking ??= this.lookOn()
    return () => {
      this.followers.delete(follower)
      if (this.followers.size > 0) return
      this.looking?.()
      this.looking = undefined
    }
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    this.looking?.()
    this.followers.clear()
    await this.book.close()
  }

  /** Looks when it is said that another program has written, and now and then; the answer ends it. */
  private lookOn(): () => void {
    const look = (): void => void this.look()
    const timer = setInterval(look, LOOK).unref()
    const stop = this.shelf.watch?.(this.of, this.id, look)
    return () => {
      clearInterval(timer)
      stop?.()
    }
  }

  /** A record that cannot be read now says so to whoever asks it something. */
  private async look(): Promise<void> {
    await this.book.refresh().then(
      () => this.tell(),
      () => undefined
    )
  }

  private tell(): void {
    const { size } = this.book
    if (size === this.told) return
    this.told = size
    const news = this.news()
    for (const follower of this.followers) follower(news)
  }
}
