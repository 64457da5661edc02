import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

/** Node and browsers both have it; the language's own library does not declare it. */
declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean; readonly ignoreBOM: boolean }
) => { readonly decode: (bytes: Uint8Array) => string }

declare const TextEncoder: new () => {
  readonly encodeInto: (text: string, into: Uint8Array) => { readonly written: number }
}

/** Takes nothing that is not UTF-8, and keeps a byte order mark, so that no two texts look alike. */
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

const encoder = new TextEncoder()
/** Room to write in that is there already: to make some takes longer than to write in it. */
let room = new Uint8Array(4096)

/** The UTF-8 bytes of a text. */
export function utf8(text: string): Uint8Array {
  if (room.length < 3 * text.length) room = new Uint8Array(3 * text.length)
  return room.slice(0, encoder.encodeInto(text, room).written)
}

let pool = new Uint8Array(0)
let used = 0

/**
 * Two runs of bytes as one, for bytes that are only read, and never handed over with their memory:
 * they lie beside others, since to make room for each takes longer than all else.
 */
export function joinedBeside(first: Uint8Array, second: Uint8Array): Uint8Array {
  const from = pool.length - used < first.length + second.length ? 0 : used
  if (from === 0) pool = new Uint8Array(Math.max(first.length + second.length, 1 << 16))
  pool.set(first, from)
  pool.set(second, from + first.length)
  used = from + first.length + second.length
  return pool.subarray(from, used)
}

/** The text whose UTF-8 bytes these are, or undefined. */
export function utf8Text(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes)
  } catch {
    return undefined
  }
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const DIGITS = new Int8Array(128).fill(-1)
for (const [value, letter] of [...ALPHABET].entries()) DIGITS[letter.charCodeAt(0)] = value

/** Base64 with the standard alphabet and padding (RFC 4648, section 4). */
export function base64(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    text += (ALPHABET[a >> 2] ?? '') + (ALPHABET[((a & 3) << 4) | (b >> 4)] ?? '')
    text += at + 1 < bytes.length ? ALPHABET[((b & 15) << 2) | (c >> 6)] : '='
    text += at + 2 < bytes.length ? ALPHABET[c & 63] : '='
  }
  return text
}

/**
 * The bytes of such a text, or undefined. It takes one spelling of them only: padded, without
 * spaces, unused bits zero.
 */
export function bytesOf(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0) return undefined
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0
  const digits = text.length - padding
  const bytes = new Uint8Array((text.length / 4) * 3 - padding)
  let [bits, held, written] = [0, 0, 0]
  for (let at = 0; at < digits; at++) {
    const digit = DIGITS[text.charCodeAt(at)] ?? -1
    if (digit < 0) return undefined
    bits = ((bits << 6) | digit) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[written++] = (bits >> held) & 0xff
  }
  return (bits & ((1 << held) - 1)) === 0 ? bytes : undefined
}

/** Whether two runs of bytes are the same. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, at) => byte === b[at])
}

/** The id of a key: the first 16 hexadecimal digits of SHA-256 over the raw public key. */
export const keyId = (publicKey: Uint8Array): string => bytesToHex(sha256(publicKey)).slice(0, 16)

/** SHA-256 in hexadecimal, as two people compare it over the telephone. */
export const fingerprint = (bytes: Uint8Array): string => bytesToHex(sha256(bytes))
