import type { JsonObject } from '../../log/canonical-json.ts'
import { canonicalJson } from '../../log/canonical-json.ts'
import { checkpointText } from '../../log/checkpoint.ts'
import type { EntryDraft, LogLeaf, SignedEntry } from '../../log/envelope.ts'
import { leafOf, sealEntry } from '../../log/envelope.ts'
import type { LogState } from '../../log/log-state.ts'
import { cosignNote, signNote } from '../../log/note.ts'
import type { LogProblem, RecordProblem } from '../../log/problems.ts'
import { LogRefusal } from '../../log/problems.ts'
import type { RecordOpening } from '../../log/ring-entries.ts'
import type { Case } from '../../model/case.ts'
import type { LogEntry, Signer } from '../../ports/index.ts'
import { admit, readContent } from '../door/door.ts'
import type { DoorCode } from '../door/door-problems.ts'
import type { SeenEntry } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import { comingOf, isOfTheLog } from './decode.ts'
import type { BookHost } from './folded-record.ts'
import { FoldedRecord } from './folded-record.ts'
import type { BeforeSigning, Submission, Writing } from './sealing.ts'
import { beforeSigning, hexOf, sealWriting } from './sealing.ts'

/** What stands against an entry, be it the log's business or the record's. */
export type EntryProblem = RecordProblem<LogProblem | DoorCode>

/**
 * What became of an entry. `known`: it was there already, with this number, and nothing was done; so
 * whoever got no answer may send it again.
 */
export type Submitted =
  | { readonly outcome: 'received' | 'known'; readonly number: number; readonly received: string }
  | { readonly outcome: 'refused'; readonly problems: readonly EntryProblem[] }

/** Entries that have come in, told to whoever listens, after they are durable. */
export type BookListener = (entries: readonly SeenEntry[]) => void

/**
 * A record at work: entries come in by both doors, the log's and the record's, and are durable once
 * they are acknowledged. One book may have several writers on one store: each catches up with the
 * others before it writes.
 */
export class RecordBook {
  private readonly host: BookHost
  private readonly source: Case
  private readonly held: FoldedRecord
  private readonly listeners = new Set<BookListener>()
  private last: Promise<unknown> = Promise.resolve()
  private refreshing: Promise<void> | undefined

  private constructor(host: BookHost, source: Case) {
    this.host = host
    this.source = source
    this.held = new FoldedRecord(host, source)
  }

  /** Opens a record that there is; an empty store gives an empty book, which only `begin` fills. */
  static async open(host: BookHost, source: Case): Promise<RecordBook> {
    const book = new RecordBook(host, source)
    await book.held.catchUp()
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
    const record = `${slug}.${hexOf(this.host.random(16))}`
    const draft: EntryDraft = {
      record,
      id: `opening-${hexOf(this.host.random(8))}`,
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
    return this.held.log
  }

  /** The record folded until now. */
  get state(): RecordState {
    return this.held.state
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
    const [one] = await this.writeAll([writing], signer)
    return one as Submitted
  }

  /** Several, in this order, durable together; each is signed with those before it already in. */
  async writeAll(writings: readonly Writing[], signer: Signer): Promise<readonly Submitted[]> {
    return this.inTurn(async () => {
      await this.held.catchUp()
      return this.take(
        writings.map((one) => () => sealWriting(this.held, one, signer).catch(refusedAs))
      )
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
      await this.held.catchUp()
      return this.take(submissions.map((one) => async () => one))
    })
  }

  /** What an author needs to know in order to sign the next entry of a key. */
  async before(key: string): Promise<BeforeSigning> {
    return beforeSigning(this.held, key)
  }

  /** Signs the head of the log as it is now, or answers with the checkpoint that is there for it. */
  async checkpoint(operator: Signer): Promise<Uint8Array> {
    return this.inTurn(async () => {
      await this.held.catchUp()
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
  refresh(): Promise<void> {
    // One that has not begun yet does for all who ask meanwhile.
    this.refreshing ??= this.inTurn(() => {
      this.refreshing = undefined
      return this.held.catchUp()
    })
    return this.refreshing
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    await this.inTurn(() => this.host.store.close())
  }

  private async take(coming: readonly Coming[]): Promise<readonly Submitted[]> {
    const answers: Submitted[] = []
    const leaves: LogEntry[] = []
    const seen: SeenEntry[] = []
    const before = this.log.size
    let last: { readonly leaf: LogEntry; readonly seen: SeenEntry | undefined } | undefined
    for (const one of coming) {
      // The last is taken in once it is kept: most come alone, and then nothing is to be taken back.
      if (last) this.held.take(last.leaf, last.seen)
      last = undefined
      const submission = await one()
      const judged = 'outcome' in submission ? { answer: submission } : await this.judge(submission)
      answers.push(judged.answer)
      if (!judged.leaf) continue
      leaves.push(judged.leaf)
      last = { leaf: judged.leaf, seen: judged.seen }
      if (judged.seen) seen.push(judged.seen)
    }
    if (leaves.length === 0) return answers
    if (await this.keep(before, leaves)) {
      if (last) this.held.take(last.leaf, last.seen)
      for (const listener of this.listeners) listener(seen)
      return answers
    }
    return this.take(coming)
  }

  /** Whether the leaves are kept; they are not where another writer was first. */
  private async keep(before: number, leaves: readonly LogEntry[]): Promise<boolean> {
    try {
      const { outcome } = await this.host.store.append(before, leaves)
      if (outcome === 'appended') return true
    } catch (error) {
      await this.goBack(before)
      throw error
    }
    await this.goBack(before)
    await this.held.catchUp()
    return false
  }

  /** Where what is in memory goes beyond what is kept, it is built again from what is. */
  private async goBack(size: number): Promise<void> {
    if (this.log.size > size) await this.held.rebuild()
  }

  private async judge({ entry, body }: Submission): Promise<Judged> {
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
    const problems = admit(this.state, read.entry, {
      tolerance: this.log.tolerance,
      exercise: this.exercise
    })
    return problems.length > 0 ? { problems } : { seen: read.entry }
  }

  private async known(number: number): Promise<Submitted> {
    return { outcome: 'known', number, received: await this.held.receivedAt(number) }
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

/** An entry whose turn comes: what is signed here is signed then, as the next of its key. */
type Coming = () => Promise<Submission | Submitted>

/** What became of an entry, and what is to be kept of it. */
interface Judged {
  readonly answer: Submitted
  readonly leaf?: LogEntry
  readonly seen?: SeenEntry
}
