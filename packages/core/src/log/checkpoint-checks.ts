import type { Verifier } from '../ports/index.ts'
import { base64, sameBytes } from './bytes.ts'
import type { LogHead } from './checkpoint.ts'
import { readCheckpoint } from './checkpoint.ts'
import type { LogState } from './log-state.ts'
import type { NoteKey, NoteWitness } from './note.ts'
import { COSIGNATURE, ED25519, readNote, verifyNote } from './note.ts'
import type { LogProblem, RecordProblem } from './problems.ts'
import type { RingKey } from './ring.ts'

/** What became of a checkpoint: over how many entries it is, who signed it, and whether it fits. */
export interface VerifiedCheckpoint {
  readonly size: number
  /** In base64. */
  readonly root: string
  /** Whether its root is that of the first `size` entries. */
  readonly fits: boolean
  readonly cosigned: readonly Cosignature[]
}

/** That a party saw this checkpoint. */
export interface Cosignature {
  readonly party: string
  readonly key: string
  /** In seconds since 1970, by the party's clock. */
  readonly time: number
}

/** Checkpoints that can be believed, smallest first, and what is wrong with them and with others. */
export interface JudgedCheckpoints {
  readonly checkpoints: readonly VerifiedCheckpoint[]
  readonly problems: readonly RecordProblem[]
}

/** The name under which a key cosigns: the record, the party and the key's id. */
export const cosignerName = (
  record: string,
  { party, id }: Pick<RingKey, 'party' | 'id'>
): string => `${record}/${party}/${id}`

/** The keys that may have signed a checkpoint over so many entries, as notes know them. */
export function checkpointKeys(state: LogState, size: number): readonly NoteKey[] {
  const record = state.record ?? ''
  return state.ring.at(size).map((key) => {
    const { publicKey } = key
    return key.role === 'operator'
      ? { name: record, publicKey, algorithm: ED25519 }
      : { name: cosignerName(record, key), publicKey, algorithm: COSIGNATURE }
  })
}

/** Judges checkpoints against a log that was read to its end. */
export async function judgeCheckpoints(
  notes: readonly Uint8Array[],
  state: LogState,
  verifier: Verifier
): Promise<JudgedCheckpoints> {
  const read = await Promise.all(notes.map((note) => believed(note, state, verifier)))
  const good = read.flatMap((one) => ('code' in one ? [] : [one]))
  good.sort((a, b) => a.head.size - b.head.size)
  const newest = good.at(-1)?.head.size ?? 0
  const problems = read.flatMap((one) => ('code' in one ? [one] : []))
  let last = 0
  for (const { head, by } of good) {
    const problem = rootProblem(head, { state, newest, last })
    if (problem) problems.push(problem)
    else last = head.size
    if (head.size === newest) problems.push(...quorumProblem(by, state))
  }
  return { problems, checkpoints: good.map((one) => told(one, state)) }
}

interface Believed {
  readonly head: LogHead
  readonly by: readonly NoteWitness[]
}

async function believed(
  bytes: Uint8Array,
  state: LogState,
  verifier: Verifier
): Promise<Believed | RecordProblem> {
  const note = readNote(bytes)
  const head = note && readCheckpoint(note.text)
  if (head === undefined) return bad({ why: 'malformed' })
  const { origin, size } = head
  if (origin !== state.record) return bad({ why: 'wrong-record', record: origin, size })
  const keys = checkpointKeys(state, Math.min(size, state.size))
  const verified = await verifyNote(bytes, keys, verifier)
  if ('refused' in verified) return bad({ why: verified.refused, size })
  const { by } = verified
  const signed = by.some(({ key }) => key.algorithm === ED25519)
  return signed ? { head, by } : bad({ why: 'unknown-keys', size })
}

function rootProblem(
  { size, root }: LogHead,
  {
    state,
    newest,
    last
  }: { readonly state: LogState; readonly newest: number; readonly last: number }
): RecordProblem | undefined {
  if (size > state.size)
    return { code: 'missing-entry', entry: state.size, data: { size, here: state.size } }
  const here = state.tree.rootAt(size)
  if (sameBytes(here, root)) return undefined
  const code: LogProblem = size === newest ? 'wrong-root' : 'inconsistent'
  // Entries up to `last` are as they were signed: the first that differs is one of those after it.
  return { code, data: { size, root: base64(root), here: base64(here), last } }
}

/** A party counts once, however many keys it has; the operator's own word is no second one. */
function quorumProblem(by: readonly NoteWitness[], state: LogState): readonly RecordProblem[] {
  const { witnesses = 0, operator } = state.opening ?? {}
  const parties = new Set(cosignatures(by, state).map(({ party }) => party))
  parties.delete(operator ?? '')
  if (parties.size >= witnesses) return []
  return [{ code: 'missing-cosignature', data: { parties: parties.size, wanted: witnesses } }]
}

function cosignatures(by: readonly NoteWitness[], state: LogState): readonly Cosignature[] {
  const record = state.record ?? ''
  const keys = new Map(state.ring.all().map((key) => [cosignerName(record, key), key]))
  return by.flatMap(({ key: { name }, time }) => {
    const key = keys.get(name)
    return key && time !== undefined ? [{ party: key.party, key: key.id, time }] : []
  })
}

function told({ head, by }: Believed, state: LogState): VerifiedCheckpoint {
  const { size, root } = head
  const fits = size <= state.size && sameBytes(state.tree.rootAt(size), root)
  return { size, root: base64(root), fits, cosigned: cosignatures(by, state) }
}

const bad = (data: RecordProblem['data']): RecordProblem => ({ code: 'bad-checkpoint', data })
