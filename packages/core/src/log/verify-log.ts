import type { LogEntry, Signed, Verifier } from '../ports/index.ts'
import { badSignature, signedOf } from './authenticate.ts'
import { base64, fingerprint } from './bytes.ts'
import type { VerifiedCheckpoint } from './checkpoint-checks.ts'
import { judgeCheckpoints } from './checkpoint-checks.ts'
import type { LogLeaf, SignedEntry } from './envelope.ts'
import { signedWithin } from './envelope.ts'
import type { DoubtedEntry, TakenLeaf } from './log-state.ts'
import { bodyProblems, LogState } from './log-state.ts'
import { leafHash } from './merkle.ts'
import type { LogProblem, RecordProblem } from './problems.ts'
import { isLeaf, readLeaf } from './read-leaf.ts'
import type { RingKey } from './ring.ts'
import { changesRing } from './ring-entries.ts'
import { stampOf } from './stamp.ts'
import type { WrongEntries } from './wrong-entries.ts'
import { headsOf, wrongEntries } from './wrong-entries.ts'

/** Verifies many signatures at once, in their order; a host may spread them over its threads. */
export type VerifyMany = (signed: readonly Signed[]) => Promise<readonly boolean[]>

/** A log that is to be verified. */
export interface LogToVerify {
  /** How many entries there should be. */
  readonly size: number
  /** Entries from a number up to another, as a store reads them; bodies may be absent. */
  readonly read: (from: number, to: number) => Promise<readonly LogEntry[]>
  /** Signed notes over it, the newest and as many earlier ones as one has kept. */
  readonly checkpoints: readonly Uint8Array[]
  readonly verifier: Verifier
  /** Takes the place of the verifier for entries. */
  readonly verifyMany?: VerifyMany
  /** The hash of a leaf by a host's own SHA-256, which is faster than one written in the language. */
  readonly hashLeaf?: (leaf: Uint8Array) => Uint8Array
  /** The hash over two hashes in the tree, by the same. */
  readonly hashNode?: (left: Uint8Array, right: Uint8Array) => Uint8Array
  /** How many entries are read at once. */
  readonly stretch?: number
  /** How many problems are told one by one; all are counted. */
  readonly most?: number
  readonly onProgress?: (done: number, size: number) => void
}

/** What verifying a log came to. */
export interface Verified {
  /** The record's name; undefined where there is no first entry. */
  readonly record: string | undefined
  /** How many entries were read. */
  readonly size: number
  /** The root over them, in base64. */
  readonly root: string
  /** SHA-256 of the first leaf, to be compared between people: it names every key that is believed. */
  readonly opening: string | undefined
  /** Whether nothing is wrong. */
  readonly sound: boolean
  /** The first problem of the entry with the lowest number, or of the checkpoints. */
  readonly first: RecordProblem | undefined
  /**
   * Where the first wrong entry is: one number where it shows by itself, and otherwise from the one
   * after the last head that fits to the last under the first that does not.
   */
  readonly bad: WrongEntries | undefined
  /** By entry, then those of checkpoints. */
  readonly problems: readonly RecordProblem[]
  readonly counts: ReadonlyMap<LogProblem, number>
  /** Entries in doubt since a key was revoked from an earlier instant. */
  readonly doubted: readonly DoubtedEntry[]
  readonly checkpoints: readonly VerifiedCheckpoint[]
  readonly keys: readonly RingKey[]
}

const STRETCH = 1000
const MOST = 1000
/** Stretches whose signatures may be under way while the next ones are read. */
const UNDER_WAY = 8

/**
 * Verifies a whole log: every entry's form, author, signature, place and times, the bodies that are
 * there, and that each checkpoint was signed over these entries and no others.
 */
export async function verifyLog(log: LogToVerify): Promise<Verified> {
  const { size, verifier, stretch = STRETCH, onProgress } = log
  const pass = new Pass(log)
  for (let from = 0; from < size; from += stretch) {
    const wanted = Math.min(size, from + stretch)
    const entries = await log.read(from, wanted)
    await pass.take(entries)
    onProgress?.(from + entries.length, size)
    if (entries.length < wanted - from) break
  }
  await pass.settle(0)
  const { state, found } = pass
  if (state.size < size)
    found.add([{ code: 'missing-entry', entry: state.size, data: { size, here: state.size } }])
  const { checkpoints, problems } = await judgeCheckpoints(log.checkpoints, state, verifier)
  found.add(problems)
  return {
    record: state.record,
    size: state.size,
    root: base64(state.tree.rootAt()),
    opening: pass.opening,
    sound: found.counts.size === 0,
    first: found.first,
    bad: wrongEntries(found, headsOf(pass.seen, checkpoints)),
    problems: found.kept,
    counts: found.counts,
    doubted: [...state.doubted.values()],
    checkpoints,
    keys: state.ring.all()
  }
}

/** One way through a log from its beginning. */
class Pass {
  readonly state: LogState
  readonly found: Found
  /** The fingerprint of the first leaf. */
  opening: string | undefined
  /** The sizes at which authors have seen a root, and whether it was this log's. */
  readonly seen = new Map<number, boolean>()
  private readonly verifyMany: VerifyMany
  private readonly hashLeaf: (leaf: Uint8Array) => Uint8Array
  private readonly waiting: Promise<readonly RecordProblem[]>[] = []

  constructor({ verifier, verifyMany, hashLeaf = leafHash, hashNode, most = MOST }: LogToVerify) {
    this.state = new LogState(verifier, hashLeaf, hashNode)
    this.hashLeaf = hashLeaf
    this.found = new Found(most)
    this.verifyMany = verifyMany ?? ((signed) => Promise.all(signed.map(verifier)))
  }

  async take(entries: readonly LogEntry[]): Promise<void> {
    const read: RecordProblem[] = []
    const signed: Signed[] = []
    const whose: SignedBy[] = []
    for (const entry of entries) {
      const number = this.state.size
      const told = this.one(entry)
      // Waiting for each, where few have to be waited for, takes longer than looking at it.
      const one = told instanceof Promise ? await told : told
      read.push(...one.problems)
      if (one.signed === undefined || one.entry === undefined) continue
      signed.push(one.signed)
      whose.push({ number, id: one.entry.id, key: one.entry.author.key })
    }
    const told = this.signatures(signed, whose).then((bad) => inOrder([...read, ...bad]))
    // Whoever waits for it later is told of a failure; until then it is nobody's.
    told.catch(() => undefined)
    this.waiting.push(told)
    await this.settle(UNDER_WAY)
  }

  /** Waits until no more than so many stretches are under way. */
  async settle(most: number): Promise<void> {
    while (this.waiting.length > most) this.found.add((await this.waiting.shift()) ?? [])
  }

  private one({ leaf: bytes, body }: LogEntry): One | Promise<One> {
    const { state } = this
    const hash = this.hashLeaf(bytes)
    if (state.size === 0) this.opening = fingerprint(bytes)
    const number = state.size
    const leaf = readLeaf(bytes)
    if (!isLeaf(leaf)) {
      state.skip(hash)
      return { problems: [{ ...leaf, entry: number }] }
    }
    const { entry } = leaf
    const signed = signedOf(entry, state.ringFor(entry), signedWithin(bytes, leaf))
    const problems = [
      ...this.received(leaf),
      ...state.judge(entry, leaf.received),
      ...bodyProblems(entry, body)
    ].map((problem) => ({ ...problem, entry: number, id: entry.id }))
    const two = problems.some(({ code }) => code === 'two-heads')
    if (entry.seen) this.seen.set(entry.seen.size, !two && this.seen.get(entry.seen.size) !== false)
    // Whether a key is to be believed has to be known before what it signs is looked at.
    if (changesRing(entry)) return this.change({ leaf, hash }, signed, problems)
    state.take({ leaf, hash, believed: true })
    return { problems, entry, signed }
  }

  private async change(
    taken: Omit<TakenLeaf, 'believed'>,
    signed: Signed | undefined,
    problems: readonly RecordProblem[]
  ): Promise<One> {
    const { entry } = taken.leaf
    const number = this.state.size
    const [good = false] = signed ? await this.verifyMany([signed]) : []
    this.state.take({ ...taken, believed: good })
    if (good || signed === undefined) return { problems }
    return { problems: [...problems, { ...badSignature(entry), entry: number, id: entry.id }] }
  }

  private received({ received, clock }: LogLeaf): readonly RecordProblem[] {
    const { state } = this
    const before = state.size === 0 ? Number.NEGATIVE_INFINITY : state.receivedAt(state.size - 1)
    const back = clock !== undefined && clock >= received
    if ((stampOf(received) ?? 0) >= before && !back) return []
    return [
      { code: 'received-order', data: { received, ...(clock === undefined ? {} : { clock }) } }
    ]
  }

  private signatures(
    signed: readonly Signed[],
    whose: readonly SignedBy[]
  ): Promise<readonly RecordProblem[]> {
    // Nothing here waits: a function that does keeps what it was given until it goes on.
    return this.verifyMany(signed).then((good) =>
      whose
        .filter((_, at) => good[at] !== true)
        .map(({ number, id, key }) => ({ ...badSignature({ author: { key } }), entry: number, id }))
    )
  }
}

/**
 * What a problem with a signature names. The entry itself is let go: kept until its signature is
 * verified, entries outlive what memory for passing things holds.
 */
interface SignedBy {
  readonly number: number
  readonly id: string
  readonly key: string
}

interface One {
  readonly problems: readonly RecordProblem[]
  /** Where its signature is still to be verified. */
  readonly entry?: SignedEntry
  readonly signed?: Signed | undefined
}

const inOrder = (problems: readonly RecordProblem[]): readonly RecordProblem[] =>
  [...problems].sort((a, b) => (a.entry ?? 0) - (b.entry ?? 0))

/** Problems as they are found: all counted, the first ones kept. */
class Found {
  readonly kept: RecordProblem[] = []
  readonly counts = new Map<LogProblem, number>()
  /** The first entry that shows by itself that it is wrong. */
  named: number | undefined
  /** The first whose author has seen another head. */
  divided: number | undefined
  private readonly most: number

  constructor(most: number) {
    this.most = most
  }

  get first(): RecordProblem | undefined {
    return this.kept[0]
  }

  add(problems: readonly RecordProblem[]): void {
    for (const problem of problems) {
      this.counts.set(problem.code, (this.counts.get(problem.code) ?? 0) + 1)
      if (this.kept.length < this.most) this.kept.push(problem)
      if (problem.code === 'two-heads') this.divided ??= problem.entry
      else this.named ??= problem.entry
    }
  }
}
