import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes } from '@noble/hashes/utils.js'
import type { Signer, Verifier } from '../ports/index.ts'
import { base64, bytesOf, utf8, utf8Text } from './bytes.ts'

/** Signs the text of a note itself (C2SP signed-note). */
export const ED25519 = 0x01
/** Signs a checkpoint and the time at which it was seen (C2SP tlog-cosignature). */
export const COSIGNATURE = 0x04

/** How a line of a note was signed. */
export type NoteAlgorithm = typeof ED25519 | typeof COSIGNATURE

/** A key as notes know it: by a name and four bytes. */
export interface NoteKey {
  readonly name: string
  readonly publicKey: Uint8Array
  readonly algorithm: NoteAlgorithm
}

/** One line below a note. */
export interface NoteSignature {
  readonly name: string
  /** The four bytes in hexadecimal, as `keyHash` tells them. */
  readonly hash: string
  /** What stands behind the four bytes. */
  readonly bytes: Uint8Array
}

/** A note taken apart; nothing of it is believed yet. */
export interface Note {
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

/** A line whose signature is good. */
export interface NoteWitness {
  readonly key: NoteKey
  /** When it was cosigned, in seconds since 1970. */
  readonly time?: number
}

/** What a note comes to: who signed it, or why none of it may be believed. */
export type VerifiedNote =
  | { readonly text: string; readonly by: readonly NoteWitness[] }
  | { readonly refused: 'malformed' | 'bad-signature' | 'unknown-keys'; readonly name?: string }

/** How many signatures are looked at; the specification asks for 16 at least. */
export const MOST_SIGNATURES = 100

const DASH = '\u2014'
/** No spaces of any kind, and no plus. */
const NAME = /^[^\s\p{White_Space}+]+$/u
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a note may not have.
const CONTROL = /[\x00-\x09\x0b-\x1f]/

/** The four bytes by which a note finds a key, in hexadecimal. */
export function keyHash({ name, publicKey, algorithm }: NoteKey): string {
  const told = concatBytes(utf8(name), Uint8Array.of(0x0a, algorithm), publicKey)
  return bytesToHex(sha256(told).subarray(0, 4))
}

/** Takes a note apart; undefined where it is none. */
export function readNote(bytes: Uint8Array): Note | undefined {
  const told = utf8Text(bytes)
  if (told === undefined || CONTROL.test(told) || !told.endsWith('\n')) return undefined
  const end = told.lastIndexOf('\n\n')
  if (end < 1) return undefined
  const lines = told.slice(end + 2, -1).split('\n')
  if (lines.length > MOST_SIGNATURES) return undefined
  const signatures = lines.map(signatureIn)
  const text = told.slice(0, end + 1)
  return signatures.every((line) => line !== undefined) ? { text, signatures } : undefined
}

function signatureIn(line: string): NoteSignature | undefined {
  const [dash, name = '', told = '', ...rest] = line.split(' ')
  const bytes = bytesOf(told)
  if (dash !== DASH || !NAME.test(name) || rest.length > 0) return undefined
  if (bytes === undefined || bytes.length < 5) return undefined
  return { name, hash: bytesToHex(bytes.subarray(0, 4)), bytes: bytes.subarray(4) }
}

/** A note again as its bytes. */
export function noteBytes({ text, signatures }: Note): Uint8Array {
  const lines = signatures.map(({ name, hash, bytes }) => {
    const four = Uint8Array.from(hash.match(/../g) ?? [], (two) => Number.parseInt(two, 16))
    return `${DASH} ${name} ${base64(concatBytes(four, bytes))}\n`
  })
  return utf8(`${text}\n${lines.join('')}`)
}

/** Signs a text that ends with a line end, under the key's name. */
export async function signNote(text: string, name: string, signer: Signer): Promise<Uint8Array> {
  if (!NAME.test(name)) throw new RangeError(`\`${name}\` has a space or a plus`)
  if (!text.endsWith('\n') || CONTROL.test(text) || !text.isWellFormed())
    throw new RangeError('the text of a note ends with a line end and has no control characters')
  const hash = keyHash({ name, publicKey: signer.publicKey, algorithm: ED25519 })
  return noteBytes({
    text,
    signatures: [{ name, hash, bytes: await signer.sign(utf8(text)) }]
  })
}

/** Who cosigns a note, and when by the clock, in whole seconds since 1970. */
export interface Cosigner {
  readonly name: string
  readonly time: number
  readonly signer: Signer
}

/**
 * The note with one more signature (C2SP tlog-cosignature, version 1), in place of an earlier one of
 * the same key. Whoever cosigns has verified before that the checkpoint goes on from the last one it
 * saw.
 */
export async function cosignNote(
  note: Uint8Array,
  { name, time, signer }: Cosigner
): Promise<Uint8Array> {
  const read = readNote(note)
  if (read === undefined) throw new RangeError('this is no signed note')
  if (!NAME.test(name)) throw new RangeError(`\`${name}\` has a space or a plus`)
  if (!Number.isSafeInteger(time) || time < 0) throw new RangeError('the time is in whole seconds')
  const hash = keyHash({ name, publicKey: signer.publicKey, algorithm: COSIGNATURE })
  const signature = await signer.sign(cosigned(read.text, time))
  const stamp = new Uint8Array(8)
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time))
  const others = read.signatures.filter((one) => one.name !== name || one.hash !== hash)
  const own = { name, hash, bytes: concatBytes(stamp, signature) }
  return noteBytes({ text: read.text, signatures: [...others, own] })
}

const cosigned = (text: string, time: number | bigint): Uint8Array =>
  utf8(`cosignature/v1\ntime ${time}\n${text}`)

/**
 * Which of these keys signed a note. Signatures of other keys are passed by, as the specification
 * asks; one of a known key that is not good makes the whole note unbelievable.
 */
export async function verifyNote(
  bytes: Uint8Array,
  keys: readonly NoteKey[],
  verifier: Verifier
): Promise<VerifiedNote> {
  const note = readNote(bytes)
  if (note === undefined) return { refused: 'malformed' }
  const by = new Map<string, NoteWitness>()
  const known = new Map(keys.map((key) => [`${key.name} ${keyHash(key)}`, key]))
  for (const signature of note.signatures) {
    const named = `${signature.name} ${signature.hash}`
    const key = known.get(named)
    if (key === undefined) continue
    const witness = await witnessed(note.text, { signature, key, verifier })
    if (witness === undefined) return { refused: 'bad-signature', name: key.name }
    by.set(named, witness)
  }
  return by.size > 0 ? { text: note.text, by: [...by.values()] } : { refused: 'unknown-keys' }
}

interface Claimed {
  readonly signature: NoteSignature
  readonly key: NoteKey
  readonly verifier: Verifier
}

async function witnessed(
  text: string,
  { signature: { bytes }, key, verifier }: Claimed
): Promise<NoteWitness | undefined> {
  const { publicKey, algorithm } = key
  if (algorithm === ED25519) {
    const good = await verifier({ publicKey, message: utf8(text), signature: bytes })
    return good ? { key } : undefined
  }
  if (bytes.length !== 72) return undefined
  const time = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  const message = cosigned(text, time)
  const good = await verifier({ publicKey, message, signature: bytes.subarray(8) })
  return good ? { key, time: Number(time) } : undefined
}
