import type { Verifier } from '../ports/index.ts'
import { authorProblems, badSignature, signedOf } from './authenticate.ts'
import { opens } from './commitment.ts'
import type { LogLeaf, SignedEntry } from './envelope.ts'
import { leafHash, MerkleTree, nodeHash } from './merkle.ts'
import type { KeyTrack, KnownEntry, LogFacts } from './order-checks.ts'
import { orderProblems } from './order-checks.ts'
import type { RecordProblem } from './problems.ts'
import { LogRefusal } from './problems.ts'
import { isEntry, isLeaf, readLeaf, signedEntryOf } from './read-leaf.ts'
import { KeyRing } from './ring.ts'
import type { RecordOpening, RingChange } from './ring-entries.ts'
import { changeProblems, ringChange } from './ring-entries.ts'
import { stampOf, stampText } from './stamp.ts'

/** By how many seconds a clock may be ahead where the record does not say. */
export const CLOCK_TOLERANCE = 300

/** An entry that is in doubt since its key was revoked from an instant before it. */
export interface DoubtedEntry {
  readonly entry: number
  readonly key: string
  /** The number of the entry that revoked the key. */
  readonly by: number
}

/** A leaf, and how it comes into the log. */
export interface TakenLeaf {
  readonly leaf: LogLeaf
  readonly hash: Uint8Array
  /** False where its signature is not good: then it changes no key. */
  readonly believed: boolean
}

/**
 * What a log comes to, entry by entry: its tree, its keys, and how far each of them has got. It is
 * the same for whoever appends and for whoever verifies. One at a time: `admit`, then `apply`,
 * before the next is admitted.
 */
export class LogState implements LogFacts {
  readonly tree: MerkleTree
  readonly ring = new KeyRing()
  /** Entries that a revocation put in doubt, by their number. */
  readonly doubted = new Map<number, DoubtedEntry>()
  private opened: RecordOpening | undefined
  private name: string | undefined
  private readonly ids = new Map<string, number>()
  private readonly marks: string[] = []
  private readonly times: number[] = []
  private readonly tracks = new Map<string, Track>()
  private readonly verifier: Verifier
  private readonly hashed: (leaf: Uint8Array) => Uint8Array

  /** An empty log. `hashed`: the hash of a leaf, where a host has a faster one. */
  constructor(verifier: Verifier, hashed = leafHash, hashNode = nodeHash) {
    this.verifier = verifier
    this.hashed = hashed
    this.tree = new MerkleTree(hashNode)
  }

  /** How many entries there are. */
  get size(): number {
    return this.tree.size
  }

  /** The record's name; undefined before its first entry. */
  get record(): string | undefined {
    return this.name
  }

  /** What the first entry says. */
  get opening(): RecordOpening | undefined {
    return this.opened
  }

  /** By how many seconds an author's clock may be ahead. */
  get tolerance(): number {
    return this.opened?.tolerance ?? CLOCK_TOLERANCE
  }

  /** When an entry was received, in milliseconds since 1970. */
  receivedAt(number: number): number {
    return this.times[number] ?? 0
  }

  /** Where an entry with this id stands. */
  known({ id, signature }: SignedEntry): KnownEntry | undefined {
    const number = this.ids.get(id)
    return number === undefined
      ? undefined
      : { number, same: this.marks[number] === markOf(signature) }
  }

  /** What a key has signed until now. */
  track(key: string): KeyTrack | undefined {
    return this.tracks.get(key)
  }

  /** The instants of an entry that is received now by this clock, which may have gone back. */
  stamps(now: string): Pick<LogLeaf, 'received' | 'clock'> {
    const last = this.times.at(-1)
    if (last === undefined || (stampOf(now) ?? last) >= last) return { received: now }
    return { received: stampText(last), clock: now }
  }

  /**
   * All that stands against an entry as the next one, at this hour of the operator's clock; nothing
   * if it may come in. The body is looked at where it is there.
   */
  async admit(
    entry: SignedEntry,
    now: string,
    body?: Uint8Array
  ): Promise<readonly RecordProblem[]> {
    const read = signedEntryOf(entry)
    if (!isEntry(read)) return [this.numbered(read)]
    const problems = this.judge(read, this.stamps(now).received)
    const number = this.size
    const signed = signedOf(read, this.ringFor(read))
    const good = signed === undefined || (await this.verifier(signed))
    return [
      ...problems,
      ...(good ? [] : [badSignature(read)]).map((one) => ({ ...one, entry: number, id: read.id })),
      ...bodyProblems(read, body).map((one) => ({ ...one, entry: number, id: read.id }))
    ]
  }

  /** All that stands against an entry as the next one, its signature and its body aside. */
  judge(entry: SignedEntry, received: string): readonly RecordProblem[] {
    return [
      ...authorProblems(entry, this.ringFor(entry)),
      ...orderProblems(entry, received, this),
      ...this.ringProblems(entry)
    ].map((problem) => this.numbered(problem, entry))
  }

  /** Takes in a leaf that was admitted, or is read from a store. Throws `LogRefusal` if it is none. */
  apply(bytes: Uint8Array): LogLeaf {
    const leaf = readLeaf(bytes)
    if (!isLeaf(leaf)) throw new LogRefusal(this.numbered(leaf))
    this.take({ leaf, hash: this.hashed(bytes), believed: true })
    return leaf
  }

  /** Takes in a leaf that was read already. */
  take({ leaf: { entry, received }, hash, believed }: TakenLeaf): void {
    const number = this.size
    const change = believed ? this.changeBy(entry) : undefined
    this.name ??= entry.record
    if (!this.ids.has(entry.id)) this.ids.set(entry.id, number)
    this.marks[number] = markOf(entry.signature)
    this.times[number] = Math.max(stampOf(received) ?? 0, this.times.at(-1) ?? 0)
    this.tracked(entry.author.key).add(entry, number)
    if (change) this.changeRing(change, number)
    this.tree.append(hash)
  }

  /** Counts an entry that cannot be read: those that follow keep their numbers. */
  skip(hash: Uint8Array): void {
    this.times[this.size] = this.times.at(-1) ?? 0
    this.tree.append(hash)
  }

  /** The ring against which an entry is judged: the first brings its own. */
  ringFor(entry: SignedEntry): KeyRing {
    if (this.size > 0) return this.ring
    const change = ringChange(entry, 0)
    const ring = new KeyRing()
    if (change && 'keys' in change) for (const key of change.keys) ring.add(key)
    return ring
  }

  private ringProblems(entry: SignedEntry): readonly RecordProblem[] {
    const first = this.size === 0
    if (first && entry.kind !== 'record.opened')
      return [{ code: 'malformed', data: { at: 'entry/kind' } }]
    if (!first && entry.kind === 'record.opened')
      return [
        {
          code: 'role',
          data: {
            role: this.ring.get(entry.author.key)?.role ?? 'unknown',
            party: entry.author.party
          }
        }
      ]
    const change = ringChange(entry, this.size)
    if (change === undefined) return []
    if ('code' in change) return [change]
    const facts = { ring: this.ringFor(entry), operator: this.opened?.operator }
    return changeProblems(entry, change, facts)
  }

  private changeBy(entry: SignedEntry): RingChange | undefined {
    const change = ringChange(entry, this.size)
    if (change === undefined || 'code' in change) return undefined
    const problems = [...authorProblems(entry, this.ringFor(entry)), ...this.ringProblems(entry)]
    return problems.length > 0 ? undefined : change
  }

  private changeRing(change: RingChange, number: number): void {
    if (change.what === 'opened') {
      this.opened = change.opening
      for (const key of change.keys) this.ring.add(key)
    } else if (change.what === 'added') this.ring.add(change.key)
    else {
      const { key, since, what: _, ...rest } = change
      this.ring.revoke(key, { entry: number, ...(since === undefined ? {} : { since }), ...rest })
      if (since === undefined) return
      for (const entry of this.tracked(key).after(stampOf(since) ?? 0))
        if (entry !== number) this.doubted.set(entry, { entry, key, by: number })
    }
  }

  private tracked(key: string): Track {
    const known = this.tracks.get(key)
    if (known) return known
    const made = new Track()
    this.tracks.set(key, made)
    return made
  }

  private numbered(problem: RecordProblem, entry?: SignedEntry): RecordProblem {
    return { ...problem, entry: this.size, ...(entry ? { id: entry.id } : {}) }
  }
}

/** The line of what one key signed. */
class Track implements KeyTrack {
  next = 0
  last = Number.NEGATIVE_INFINITY
  private readonly numbers: number[] = []
  private readonly instants: number[] = []

  add({ sequence, recorded }: SignedEntry, number: number): void {
    const at = stampOf(recorded) ?? 0
    this.next = Math.max(this.next, sequence + 1)
    this.last = Math.max(this.last, at)
    this.numbers.push(number)
    this.instants.push(at)
  }

  after(instant: number): readonly number[] {
    return this.numbers.filter((_, at) => (this.instants[at] ?? 0) > instant)
  }
}

/** 48 bits of a signature: enough to know one again that was sent twice, and small to keep. */
const markOf = (signature: string): string => signature.slice(0, 8)

/** What is wrong with a body that came with an entry. */
export function bodyProblems(
  { commitment }: SignedEntry,
  body: Uint8Array | undefined
): readonly RecordProblem[] {
  if (body === undefined) return []
  if (commitment === undefined) return [{ code: 'bad-commitment', data: { why: 'no-commitment' } }]
  return opens(commitment, body) ? [] : [{ code: 'bad-commitment', data: { why: 'other-body' } }]
}
