import { base64 } from '../../log/bytes.ts'
import type { JsonObject } from '../../log/canonical-json.ts'
import { canonicalJson } from '../../log/canonical-json.ts'
import { checkpointText } from '../../log/checkpoint.ts'
import type { EntryDraft, LogLeaf, SealedEntry, SeenHead, SignedEntry } from '../../log/envelope.ts'
import { leafOf, sealEntry } from '../../log/envelope.ts'
import { LogState } from '../../log/log-state.ts'
import { cosignNote, signNote } from '../../log/note.ts'
import type { LogProblem, RecordProblem } from '../../log/problems.ts'
import { LogRefusal } from '../../log/problems.ts'
import { isLeaf, readLeaf } from '../../log/read-leaf.ts'
import type { RecordOpening } from '../../log/ring-entries.ts'
import type { Case } from '../../model/case.ts'
import type { LogEntry, RecordStore, Signer, Verifier } from '../../ports/index.ts'
import { admit, readContent } from '../door/door.ts'
import type { DoorCode } from '../door/door-problems.ts'
import type { SeenEntry } from '../entry.ts'
import { RecordState } from '../state/record-state.ts'
import { comingOf, isOfTheLog } from './decode.ts'

/** What a book needs of its host: where it is kept, the hour, chance, and whose signatures are good. */
export interface BookHost {
  readonly store: RecordStore
  readonly verifier: Verifier
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** So many random bytes. */
  readonly random: (length: number) => Uint8Array
}

/** What stands against an entry, be it the log's business or the record's. */
export type EntryProblem = RecordProblem<LogProblem | DoorCode>

/**
 * What became of an entry. `known`: it was there already, with this number, and nothing was done; so
 * whoever got no answer may send it again.
 */
export type Submitted =
  | { readonly outcome: 'received' | 'known'; readonly number: number; readonly received: string }
  | { readonly outcome: 'refused'; readonly problems: readonly EntryProblem[] }

/** An entry on its way: what was signed, and the body that it commits to. */
export type Submission = SealedEntry

/** What somebody wants to write; the book adds what it takes to sign it. */
export interface Writing {
  readonly party: string
  readonly kind: string
  readonly content: JsonObject
  readonly id?: string
  readonly audience?: readonly string[]
  readonly supersedes?: string
}

/** Entries that have come in, told to whoever listens, after they are durable. */
export type BookListener = (entries: readonly SeenEntry[]) => void

const STRETCH = 2000

/**
 * A record at work: entries come in by both doors, the log's and the record's, and are durable once
 * they are acknowledged. One book may have several writers on one store: each catches up with the
 * others before it writes.
 */
export class RecordBook {
  private logged: LogState
  private readonly host: BookHost
  private readonly source: Case
  private folded: RecordState
  private readonly listeners = new Set<BookListener>()
  private last: Promise<unknown> = Promise.resolve()

  private constructor(host: BookHost, source: Case) {
    this.host = host
    this.source = source
    this.logged = new LogState(host.verifier)
    this.folded = new RecordState(source)
  }

  /** Opens a record that there is; an empty store gives an empty book, which only `begin` fills. */
  static async open(host: BookHost, source: Case): Promise<RecordBook> {
    const book = new RecordBook(host, source)
    await book.catchUp()
    return book
  }

  /**
   * Begins a record in an empty store with its first entry, signed by whoever will keep it. `slug`
   * is how its name begins.
   */
  async begin(slug: string, opening: RecordOpening, operator: Signer): Promise<Submitted> {
    const parties = [opening.operator, ...opening.keys.map(({ party }) => party)]
    const name = parties.find((party) => !this.source.parties.has(party))
    if (name !== undefined)
      return {
        outcome: 'refused',
        problems: [{ code: 'unknown-name', data: { list: 'party', name } }]
      }
    const record = `${slug}.${hex(this.host.random(16))}`
    const draft: EntryDraft = {
      record,
      id: `opening-${hex(this.host.random(8))}`,
      kind: 'record.opened',
      author: { party: opening.operator },
      sequence: 0,
      recorded: this.hour(),
      content: JSON.parse(canonicalJson(opening)) as JsonObject
    }
    return this.submit(await sealEntry(draft, operator))
  }

  /** Its tree of hashes, its keys and how far each of them has got. */
  get log(): LogState {
    return this.logged
  }

  /** The record folded until now. */
  get state(): RecordState {
    return this.folded
  }

  /** How many entries there are. */
  get size(): number {
    return this.log.size
  }

  /** Whether everything in it is for practice. */
  get exercise(): boolean {
    return this.log.opening?.exercise === true
  }

  /** Tells whoever listens of each entry; the answer ends it. */
  listen(listener: BookListener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Writes and signs an entry here, for whoever has the key at hand. */
  async write(writing: Writing, signer: Signer): Promise<Submitted> {
    return this.inTurn(async () => {
      await this.catchUp()
      const sealed = await this.sealed(writing, signer).catch(refusedAs)
      if ('outcome' in sealed) return sealed
      const [one] = await this.take([sealed])
      return one as Submitted
    })
  }

  /** An entry that was signed elsewhere. */
  async submit(submission: Submission): Promise<Submitted> {
    const [one] = await this.submitAll([submission])
    return one as Submitted
  }

  /** Several, in this order, durable together: each is judged with those before it already in. */
  async submitAll(submissions: readonly Submission[]): Promise<readonly Submitted[]> {
    return this.inTurn(async () => {
      await this.catchUp()
      return this.take(submissions)
    })
  }

  /** What an author needs to know in order to sign the next entry of a key. */
  async before(key: string): Promise<{
    readonly record: string | undefined
    readonly sequence: number
    readonly seen: SeenHead | undefined
    readonly last: number
  }> {
    const track = this.log.track(key)
    return {
      record: this.log.record,
      sequence: track?.next ?? 0,
      seen: await this.head(),
      last: track?.last ?? 0
    }
  }

  /** Signs the head of the log as it is now, or answers with the checkpoint that is there for it. */
  async checkpoint(operator: Signer): Promise<Uint8Array> {
    return this.inTurn(async () => {
      await this.catchUp()
      const size = this.log.size
      const { store } = this.host
      for (;;) {
        const kept = await store.checkpoint(size)
        if (kept) return kept.note
        const origin = this.log.record ?? ''
        const text = checkpointText({ origin, size, root: this.log.tree.rootAt(size) })
        const note = await signNote(text, origin, operator)
        if (await store.keepCheckpoint({ size, note }, undefined)) return note
      }
    })
  }

  /**
   * Adds a cosignature to the checkpoint over the most entries. Whoever cosigns has verified that it
   * goes on from the last one they saw.
   */
  async cosign(name: string, signer: Signer): Promise<Uint8Array | undefined> {
    const { store, now } = this.host
    for (;;) {
      const kept = await store.checkpoint()
      if (!kept) return undefined
      const note = await cosignNote(kept.note, { name, time: Math.floor(now() / 1000), signer })
      if (await store.keepCheckpoint({ size: kept.size, note }, kept)) return note
    }
  }

  /** Leaves and bodies by number, for exports and copies. */
  async read(from: number, to: number): Promise<readonly LogEntry[]> {
    return this.host.store.read(from, to)
  }

  /** Takes in what other writers have appended. */
  async refresh(): Promise<void> {
    await this.inTurn(() => this.catchUp())
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    await this.inTurn(() => this.host.store.close())
  }

  private async sealed(writing: Writing, signer: Signer): Promise<Submission> {
    const { party, id, audience, ...rest } = writing
    const key = this.keyOf(signer)
    const { record = '', sequence, seen, last } = await this.before(key)
    const now = Math.max(this.host.now(), last)
    return sealEntry(
      {
        ...rest,
        record,
        id: id ?? `${rest.kind.replace('.', '-')}-${hex(this.host.random(6))}`,
        author: { party },
        sequence,
        recorded: new Date(now).toISOString(),
        ...(seen && { seen }),
        ...(audience && { audience, salt: this.host.random(32) })
      },
      signer
    )
  }

  private keyOf({ publicKey }: Signer): string {
    const wanted = base64(publicKey)
    return this.log.ring.all().find((key) => base64(key.publicKey) === wanted)?.id ?? ''
  }

  /** The newest checkpoint as an author names it. */
  private async head(): Promise<SeenHead | undefined> {
    const kept = await this.host.store.checkpoint()
    if (!kept || kept.size === 0 || kept.size > this.log.size) return undefined
    return { size: kept.size, root: base64(this.log.tree.rootAt(kept.size)) }
  }

  private async take(submissions: readonly Submission[]): Promise<readonly Submitted[]> {
    const answers: Submitted[] = []
    const leaves: LogEntry[] = []
    const folded: SeenEntry[] = []
    const before = this.log.size
    for (const submission of submissions) {
      const judged = await this.judge(submission)
      answers.push(judged.answer)
      if (!judged.leaf) continue
      leaves.push(judged.leaf)
      this.log.apply(judged.leaf.leaf)
      if (judged.seen) {
        this.folded.apply(judged.seen)
        folded.push(judged.seen)
      }
    }
    if (leaves.length === 0) return answers
    return this.keep({ before, leaves, folded, answers, submissions })
  }

  private async keep(batch: Batch): Promise<readonly Submitted[]> {
    const { before, leaves, folded, answers, submissions } = batch
    try {
      const { outcome } = await this.host.store.append(before, leaves)
      if (outcome === 'appended') {
        for (const listener of this.listeners) listener(folded)
        return answers
      }
    } catch (error) {
      // What is in memory goes beyond what is kept: it is built again from what is.
      await this.rebuild()
      throw error
    }
    await this.rebuild()
    return this.take(submissions)
  }

  private async judge({ entry, body }: Submission): Promise<{
    readonly answer: Submitted
    readonly leaf?: LogEntry
    readonly seen?: SeenEntry
  }> {
    const now = this.hour()
    const problems = await this.log.admit(entry, now, body)
    const again = problems.find(({ code }) => code === 'replayed')
    if (again) return { answer: await this.known(Number(again.data['number'])) }
    if (problems.length > 0) return { answer: { outcome: 'refused', problems } }
    // What was committed to is kept from the beginning, or nobody could ever be shown it.
    if (entry.commitment !== undefined && body === undefined)
      return { answer: { outcome: 'refused', problems: [bodyMissing(entry)] } }
    const { received, clock } = this.log.stamps(now)
    const number = this.log.size
    const leaf = { leaf: leafOf(entry, received, clock), ...(body && { body }) }
    const answer = { outcome: 'received', number, received } as const
    if (isOfTheLog(entry.kind)) return { answer, leaf }
    const told = this.told({ entry, received }, number, body)
    return 'problems' in told
      ? { answer: { outcome: 'refused', problems: told.problems } }
      : { answer, leaf, seen: told.seen }
  }

  /** What the record's own door says of an entry. */
  private told(
    leaf: LogLeaf,
    number: number,
    body: Uint8Array | undefined
  ): { readonly seen: SeenEntry } | { readonly problems: readonly EntryProblem[] } {
    const read = readContent(comingOf(leaf, { number, ring: this.log.ring, body }))
    if (!read.ok) return { problems: read.problems }
    const problems = admit(this.folded, read.entry, {
      tolerance: this.log.tolerance,
      exercise: this.exercise
    })
    return problems.length > 0 ? { problems } : { seen: read.entry }
  }

  private async known(number: number): Promise<Submitted> {
    const [kept] = await this.host.store.read(number, number + 1)
    const leaf = kept && readLeaf(kept.leaf)
    const received = leaf && isLeaf(leaf) ? leaf.received : ''
    return { outcome: 'known', number, received }
  }

  private async catchUp(): Promise<void> {
    const size = await this.host.store.size()
    while (this.log.size < size) {
      const entries = await this.host.store.read(
        this.log.size,
        Math.min(size, this.log.size + STRETCH)
      )
      for (const entry of entries) this.fold(entry)
    }
  }

  /** What is in the store has passed the doors. */
  private fold({ leaf: bytes, body }: LogEntry): void {
    const number = this.log.size
    const leaf = this.log.apply(bytes)
    if (isOfTheLog(leaf.entry.kind)) return
    const read = readContent(comingOf(leaf, { number, ring: this.log.ring, body }))
    if (read.ok) this.folded.apply(read.entry)
  }

  private async rebuild(): Promise<void> {
    const fresh = await RecordBook.open(this.host, this.source)
    this.folded = fresh.folded
    this.logged = fresh.logged
  }

  private hour(): string {
    return new Date(this.host.now()).toISOString()
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work, work)
    this.last = turn.catch(() => undefined)
    return turn
  }
}

/** What no log would take is not signed in the first place. */
function refusedAs(error: unknown): Submitted {
  if (error instanceof LogRefusal) return { outcome: 'refused', problems: [error.problem] }
  throw error
}

const bodyMissing = ({ id }: SignedEntry): EntryProblem => ({
  code: 'bad-commitment',
  id,
  data: {}
})

interface Batch {
  readonly before: number
  readonly leaves: readonly LogEntry[]
  readonly folded: readonly SeenEntry[]
  readonly answers: readonly Submitted[]
  readonly submissions: readonly Submission[]
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
