import type { Signer } from '../ports/index.ts'
import { base64, bytesOf, joinedBeside, keyId, utf8 } from './bytes.ts'
import type { JsonObject } from './canonical-json.ts'
import { canonicalJson } from './canonical-json.ts'
import { bodyBytes, commit } from './commitment.ts'
import { formProblem } from './envelope-shape.ts'
import { LogRefusal } from './problems.ts'

/** What an author signs, and the signature. */
export interface SignedEntry {
  readonly v: 1
  /** The record's name, which is the origin of its checkpoints. */
  readonly record: string
  /** Chosen by the author; unique in the record. */
  readonly id: string
  readonly kind: string
  readonly author: EntryAuthor
  /** 0, 1, 2 and so on for this key, so that one that was dropped or moved shows. */
  readonly sequence: number
  /** The author's clock. */
  readonly recorded: string
  /** The newest checkpoint the author had verified. */
  readonly seen?: SeenHead
  /** The parties that may read the body; left out: all may read the content. */
  readonly audience?: readonly string[]
  /** The id of the entry that this one replaces. */
  readonly supersedes?: string
  readonly content?: JsonObject
  readonly commitment?: string
  /** Base64 of the Ed25519 signature over the canonical JSON of all the rest. */
  readonly signature: string
}

/** Who speaks, and with which key of the ring. */
export interface EntryAuthor {
  readonly party: string
  readonly key: string
}

/** A head of the log that an author had verified; the root in base64. */
export interface SeenHead {
  readonly size: number
  readonly root: string
}

/** An entry as its author thinks of it. A salt is needed where there is an audience. */
export interface EntryDraft
  extends Omit<SignedEntry, 'v' | 'author' | 'content' | 'commitment' | 'signature'> {
  readonly author: { readonly party: string; readonly key?: string }
  readonly content: JsonObject
  /** 32 random bytes, used once. */
  readonly salt?: Uint8Array
}

/** A signed entry, and what is kept apart of it where it has an audience. */
export interface SealedEntry {
  readonly entry: SignedEntry
  readonly body?: Uint8Array
}

/** An entry as it stands in the log: with the operator's clock. */
export interface LogLeaf {
  readonly entry: SignedEntry
  /** When it was received; never before the entry before it. */
  readonly received: string
  /** What the operator's clock said, where it had gone back. */
  readonly clock?: string
}

/** The bytes that an author signs: the canonical JSON of the entry without its signature. */
export const signedBytes = (entry: SignedEntry): Uint8Array => utf8(spelledEntry(entry).signed)

/** Signs an entry. Throws `LogRefusal` for a draft that no log would take. */
export async function sealEntry(draft: EntryDraft, signer: Signer): Promise<SealedEntry> {
  const { content, salt, author, ...rest } = draft
  const key = keyId(signer.publicKey)
  if (author.key !== undefined && author.key !== key)
    throw new LogRefusal({ code: 'unknown-key', id: draft.id, data: { key: author.key } })
  const open = { v: 1, ...rest, author: { party: author.party, key } } as const
  const hidden = draft.audience !== undefined
  if (hidden && salt === undefined)
    throw new LogRefusal({ code: 'malformed', id: draft.id, data: { at: 'salt' } })
  const body = hidden && salt ? { salt, content } : undefined
  const unsigned = body ? { ...open, commitment: commit(content, body.salt) } : { ...open, content }
  const signature = base64(await signer.sign(utf8(canonicalJson(unsigned))))
  const entry: SignedEntry = { ...unsigned, signature }
  const problem = formProblem({ entry, received: draft.recorded })
  if (problem) throw new LogRefusal({ ...problem, id: draft.id })
  return { entry, ...(body ? { body: bodyBytes(body) } : {}) }
}

/** A leaf: the canonical JSON of the entry and of when it was received. */
export const leafOf = (entry: SignedEntry, received: string, clock?: string): Uint8Array =>
  utf8(spelledLeaf({ entry, received, ...(clock === undefined ? {} : { clock }) }))

/** The canonical text of a leaf. */
export const spelledLeaf = ({ entry, received, clock }: LogLeaf): string =>
  `{${clocked(clock)}"entry":${spelledEntry(entry).whole},${receivedAt(received)}`

/**
 * What the author signed, cut out of the bytes of a canonical leaf. The order of keys says what stands
 * around it, and all of that is ASCII, so that places are counted from both ends.
 */
export function signedWithin(bytes: Uint8Array, { entry, received, clock }: LogLeaf): Uint8Array {
  const from = `{${clocked(clock)}"entry":`.length
  const to = bytes.length - `,${receivedAt(received)}`.length
  const after = to - tailOf(entry).length
  const before = after - signatureText(entry).length
  return joinedBeside(bytes.subarray(from, before), bytes.subarray(after, to))
}

/** Both canonical texts at the price of one: they differ by the signature. */
function spelledEntry(entry: SignedEntry): { readonly signed: string; readonly whole: string } {
  const { signature: _, supersedes: __, v: ___, ...before } = entry
  const head = `${canonicalJson(before).slice(0, -1)},`
  const tail = tailOf(entry)
  return { signed: head + tail, whole: head + signatureText(entry) + tail }
}

const clocked = (clock?: string): string =>
  clock === undefined ? '' : `"clock":${JSON.stringify(clock)},`
const receivedAt = (received: string): string => `"received":${JSON.stringify(received)}}`
const signatureText = ({ signature }: SignedEntry): string => `"signature":"${signature}",`
const tailOf = ({ supersedes, v }: SignedEntry): string =>
  `${supersedes === undefined ? '' : `"supersedes":"${supersedes}",`}"v":${v}}`

/** The bytes of an entry's signature, which the form has made sure of. */
export const signatureOf = ({ signature }: SignedEntry): Uint8Array =>
  bytesOf(signature) ?? new Uint8Array()
