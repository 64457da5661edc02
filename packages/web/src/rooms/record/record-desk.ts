import type { Case } from '@truce/core'
import type { EntryDraft, JsonObject, SeenHead } from '@truce/core/log'
import { base64, sealEntry } from '@truce/core/log'
import type { EntryKind, EntryProblem } from '@truce/core/record'
import type { RecordBody } from '@truce/server'
import { Unreachable } from '../../state/api.ts'
import type { BrowserKeep, OwnKey, Waiting } from './browser-keep.ts'
import { chance, signerOf } from './browser-signing.ts'
import type { RecordApi } from './record-api.ts'
import { RecordFold } from './record-fold.ts'

/** What somebody wants to write into a record. */
export interface ToWrite {
  readonly kind: EntryKind | 'key.added' | 'key.revoked'
  readonly content: JsonObject
  readonly audience?: readonly string[] | undefined
  readonly supersedes?: string | undefined
}

/** Who writes: a key of this browser, for a party, in a role. */
export interface WriteAs {
  readonly key: OwnKey
  readonly party: string
  readonly role: string
}

/** What became of what was written: in the record, on its way, or not taken and why. */
export type Written =
  | { readonly outcome: 'received'; readonly number: number; readonly id: string }
  | { readonly outcome: 'waiting'; readonly id: string }
  | { readonly outcome: 'refused'; readonly problems: readonly EntryProblem[] }

/** What a page shows of a record; another object whenever something of it has changed. */
export interface DeskView {
  readonly desk: RecordDesk
  readonly fold: RecordFold
  readonly head: RecordBody
  readonly waiting: readonly Waiting[]
  readonly writers: readonly WriteAs[]
  readonly away: boolean
  /** Milliseconds by which the record's clock is ahead of this computer's. */
  readonly ahead: number
}

interface Within {
  readonly api: RecordApi
  readonly keep: BrowserKeep
  readonly head: RecordBody
  readonly source: Case
  /** In which hours are told. */
  readonly zone: string
}

/**
 * A record at work in this browser: it fetches entries and works out the rest itself, signs what is
 * written with keys that never leave, and keeps what could not be sent until it can.
 */
export class RecordDesk {
  readonly api: RecordApi
  readonly keep: BrowserKeep
  readonly zone: string
  private readonly fold: RecordFold
  private readonly listeners = new Set<() => void>()
  private view: DeskView
  private last: Promise<unknown> = Promise.resolve()

  constructor({ api, keep, head, source, zone }: Within) {
    this.zone = zone
    this.api = api
    this.keep = keep
    this.fold = new RecordFold(source)
    const ahead = aheadBy(head)
    this.view = { desk: this, fold: this.fold, head, ahead, waiting: [], writers: [], away: false }
  }

  readonly snapshot = (): DeskView => this.view

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The hour by the record's clock. */
  readonly now = (): number => Date.now() + this.view.ahead

  /** Fetches what is new and sends what waits. */
  readonly refresh = (): Promise<void> => this.inTurn(() => this.catchUp())

  /** Signs an entry for a key of this browser and sends it, or keeps it until it can be sent. */
  write(as: WriteAs, what: ToWrite): Promise<Written> {
    return this.inTurn(async () => {
      const waiting = await this.sealed(as, what)
      await this.keep.put(waiting)
      await this.catchUp()
      return this.outcomeOf(waiting)
    })
  }

  /** Has the server write what is for whoever keeps the record. */
  async operates(what: ToWrite): Promise<Written> {
    const { kind, content, supersedes } = what
    const answer = await this.api.write({ kind, content, ...(supersedes && { supersedes }) })
    await this.refresh()
    return answer.outcome === 'refused' ? answer : { ...answer, outcome: 'received', id: '' }
  }

  /** Lets go of an entry that the record did not take. */
  async discard(id: string): Promise<void> {
    await this.keep.drop(id)
    await this.refresh()
  }

  /** Moves the clock of an exercise on. */
  async move(to: number, text: string): Promise<void> {
    await this.api.move(new Date(to).toISOString(), text)
    await this.refresh()
  }

  private async catchUp(): Promise<void> {
    try {
      await this.pull()
      await this.send()
      await this.show(false)
    } catch (error) {
      if (!(error instanceof Unreachable)) throw error
      await this.show(true)
    }
  }

  private async pull(): Promise<void> {
    const head = await this.api.head()
    while (this.fold.size < head.size) {
      const { entries } = await this.api.entries(this.fold.size)
      if (entries.length === 0) break
      for (const entry of entries) this.fold.add(entry)
    }
    this.view = { ...this.view, head, ahead: aheadBy(head) }
  }

  /** What waits, oldest first; what was refused stays until a person looks at it. */
  private async send(): Promise<void> {
    for (const waiting of await this.keep.waiting(this.view.head.name)) {
      if (waiting.problems) continue
      const due = await this.inLine(waiting)
      const answer = await this.api.submit(due.sealed)
      if (answer.outcome === 'refused') await this.keep.put({ ...due, problems: answer.problems })
      else {
        await this.keep.drop(waiting.id)
        await this.pull()
      }
    }
  }

  /** Signed anew where its key has written something else meanwhile, or an earlier one was refused. */
  private async inLine(waiting: Waiting): Promise<Waiting> {
    const { key = '' } = waiting.draft.author
    const track = this.fold.log.track(key)
    const sequence = track?.next ?? 0
    const standing = this.fold.log.known(waiting.sealed.entry)
    if (waiting.draft.sequence === sequence || standing?.same) return waiting
    const held = (await this.keep.keys()).find(({ id }) => id === key)
    if (!held) return waiting
    const at = Math.max(Date.parse(waiting.draft.recorded), track?.last ?? 0)
    const draft = { ...waiting.draft, sequence, recorded: new Date(at).toISOString() }
    const again = { ...waiting, draft, sealed: await sealEntry(draft, signerOf(held)) }
    await this.keep.put(again)
    return again
  }

  private async sealed(
    { key, party }: WriteAs,
    { kind, content, audience, supersedes }: ToWrite
  ): Promise<Waiting> {
    const { name } = this.view.head
    const own = (await this.keep.waiting(name)).filter(
      ({ draft, problems }) => draft.author.key === key.id && !problems
    )
    const track = this.fold.log.track(key.id)
    const before = own.map(({ draft }) => Date.parse(draft.recorded))
    const at = Math.max(this.now(), track?.last ?? 0, ...before)
    const seen = this.seen()
    const draft: EntryDraft = {
      record: name,
      id: `${kind.replace('.', '-')}-${hex(chance(6))}`,
      kind,
      author: { party, key: key.id },
      sequence: (track?.next ?? 0) + own.length,
      recorded: new Date(at).toISOString(),
      content,
      ...(seen && { seen }),
      ...(supersedes !== undefined && { supersedes }),
      ...(audience && { audience, salt: chance(32) })
    }
    const sealed = await sealEntry(draft, signerOf(key))
    return { id: draft.id, record: name, draft, sealed, written: Date.now() }
  }

  /** The newest checkpoint, with the root that this page has worked out itself. */
  private seen(): SeenHead | undefined {
    const size = this.view.head.checkpoint?.size ?? 0
    if (size === 0 || size > this.fold.size) return undefined
    return { size, root: base64(this.fold.log.tree.rootAt(size)) }
  }

  private async outcomeOf({ id, sealed }: Waiting): Promise<Written> {
    const known = this.fold.log.known(sealed.entry)
    if (known) return { outcome: 'received', number: known.number, id }
    const still = (await this.keep.waiting(this.view.head.name)).find((one) => one.id === id)
    if (!still?.problems) return { outcome: 'waiting', id }
    // Whoever wrote it is told at once and has the form before them.
    await this.keep.drop(id)
    await this.show(false)
    return { outcome: 'refused', problems: still.problems }
  }

  private async show(away: boolean): Promise<void> {
    const [waiting, keys] = await Promise.all([
      this.keep.waiting(this.view.head.name),
      this.keep.keys()
    ])
    const held = new Map(keys.map((key) => [key.id, key]))
    const writers = this.fold.log.ring.all().flatMap(({ id, party, role, revoked }): WriteAs[] => {
      const key = held.get(id)
      return key && !revoked ? [{ key, party, role }] : []
    })
    this.view = { ...this.view, waiting, writers, away }
    for (const listener of this.listeners) listener()
  }

  /** One thing after the other, in all pages of this browser: they share the keys and what waits. */
  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const alone = (): Promise<T> =>
      navigator.locks
        ? (navigator.locks.request(`truce.record.${this.view.head.id}`, work) as Promise<T>)
        : work()
    const turn = this.last.then(alone, alone)
    this.last = turn.catch(() => undefined)
    return turn
  }
}

const aheadBy = ({ now }: RecordBody): number => {
  const ahead = Date.parse(now) - Date.now()
  // Less than that is the way the answer took, not another clock.
  return Math.abs(ahead) < 2000 ? 0 : ahead
}

const hex = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
