import { base64 } from './bytes.ts'
import type { SignedEntry } from './envelope.ts'
import type { MerkleTree } from './merkle.ts'
import type { RecordProblem } from './problems.ts'
import { stampOf, stampText } from './stamp.ts'

/** What a key has signed until now. */
export interface KeyTrack {
  /** The number its next entry bears. */
  readonly next: number
  /** The latest of its instants, in milliseconds since 1970. */
  readonly last: number
}

/** What a check of order and time needs to know of the log before an entry. */
export interface LogFacts {
  readonly record: string | undefined
  readonly tree: MerkleTree
  /** By how many seconds a clock may be ahead. */
  readonly tolerance: number
  /** When an entry was received, in milliseconds since 1970. */
  readonly receivedAt: (number: number) => number
  /** The number of the entry with this id, and whether it is this one with the same signature. */
  readonly known: (entry: SignedEntry) => KnownEntry | undefined
  readonly track: (key: string) => KeyTrack | undefined
}

/** An entry that stands in the log already. */
export interface KnownEntry {
  readonly number: number
  readonly same: boolean
}

/** What is wrong with where an entry stands: its record, id, place in its key's line, and times. */
export function orderProblems(
  entry: SignedEntry,
  received: string,
  facts: LogFacts
): readonly RecordProblem[] {
  return [
    ...recordProblem(entry, facts),
    ...idProblem(entry, facts),
    ...sequenceProblem(entry, facts),
    ...clockProblems(entry, received, facts),
    ...headProblem(entry, facts)
  ]
}

function recordProblem({ record }: SignedEntry, facts: LogFacts): readonly RecordProblem[] {
  if (facts.record === undefined || facts.record === record) return []
  return [{ code: 'wrong-record', data: { record, wanted: facts.record } }]
}

function idProblem(entry: SignedEntry, facts: LogFacts): readonly RecordProblem[] {
  const standing = facts.known(entry)
  if (standing === undefined) return []
  return [{ code: standing.same ? 'replayed' : 'id-taken', data: { number: standing.number } }]
}

function sequenceProblem(
  { author, sequence }: SignedEntry,
  facts: LogFacts
): readonly RecordProblem[] {
  const wanted = facts.track(author.key)?.next ?? 0
  if (sequence === wanted) return []
  return [{ code: 'sequence-gap', data: { key: author.key, sequence, wanted } }]
}

function clockProblems(
  { author, recorded, seen }: SignedEntry,
  received: string,
  facts: LogFacts
): readonly RecordProblem[] {
  const { tolerance, tree } = facts
  const [at = 0, by = 0] = [stampOf(recorded), stampOf(received)]
  const problems: RecordProblem[] = []
  const ahead = (at - by) / 1000
  if (ahead > tolerance)
    problems.push({ code: 'clock-ahead', data: { recorded, received, seconds: ahead, tolerance } })
  const own = facts.track(author.key)?.last
  if (own !== undefined && at < own)
    problems.push({ code: 'back-dated', data: { recorded, before: stampText(own), what: 'own' } })
  // Two clocks may differ by what is tolerated, so only more than that shows.
  const head = seen && seen.size <= tree.size ? facts.receivedAt(seen.size - 1) : undefined
  if (head !== undefined && (head - at) / 1000 > tolerance)
    problems.push({ code: 'back-dated', data: { recorded, before: stampText(head), what: 'seen' } })
  return problems
}

function headProblem({ seen }: SignedEntry, { tree }: LogFacts): readonly RecordProblem[] {
  if (seen === undefined) return []
  const { size, root } = seen
  if (size > tree.size) return [{ code: 'two-heads', data: { size, root, here: tree.size } }]
  const here = base64(tree.rootAt(size))
  return here === root ? [] : [{ code: 'two-heads', data: { size, root, here } }]
}
