import { Refusal } from '../../refusal.ts'

/** The sizes that sealed papers are filled up to, in bytes before they are sealed. */
export const PAPER_SIZES = [16_384, 65_536, 262_144, 1_048_576, 2_097_152, 5_242_880] as const

/** The size that every label is filled up to: what names a paper, sealed by itself. */
export const LABEL_SIZE = 1024

/** What the outside of a sealed file tells. */
export interface AgeOutside {
  /** To how many keys it is sealed. */
  readonly keys: number
  /** How much was sealed, in bytes. */
  readonly size: number
}

const INTRO = 'age-encryption.org/v1'
const KIND = 'mlkem768x25519'
const MOST_HEADER = 1_000_000
const NONCE = 16
const TAG = 16
const CHUNK = 65_536 + TAG

/**
 * Reads the outside of an age file, as https://age-encryption.org/v1 describes it: for how many
 * keys, and how large what it holds. Nothing in it can be opened here. Refuses other files, those
 * that a passphrase opens, and keys that a quantum computer would break.
 */
export function ageOutside(bytes: Uint8Array, what: string): AgeOutside {
  const text = Buffer.from(bytes.subarray(0, MOST_HEADER)).toString('latin1')
  const lines = text.split('\n')
  if (lines[0] !== INTRO) throw notSealed(what)
  let keys = 0
  let at = INTRO.length + 1
  for (const line of lines.slice(1)) {
    at += line.length + 1
    if (line.startsWith('--- ')) {
      const size = sizeWithin(bytes.length - at)
      if (keys === 0 || size === undefined) throw notSealed(what)
      return { keys, size }
    }
    if (!line.startsWith('-> ')) continue
    if (line.split(' ')[1] !== KIND)
      throw new Refusal(422, 'weak-seal', {
        message: `${what} is sealed to something else than keys that also hold against quantum computers`,
        help: 'seal it in the page, which makes such keys (age1pq1...)'
      })
    keys++
  }
  throw notSealed(what)
}

/** The nonce, then chunks that each carry a tag; an empty chunk stands only alone. */
function sizeWithin(payload: number): number | undefined {
  const sealed = payload - NONCE
  if (sealed < TAG) return undefined
  const chunks = Math.ceil(sealed / CHUNK)
  const size = sealed - chunks * TAG
  return size >= 0 ? size : undefined
}

const notSealed = (what: string): Refusal =>
  new Refusal(422, 'not-sealed', {
    message: `${what} is not a sealed file of the age format`,
    help: 'papers are sealed in the page before they are sent; this server takes nothing that it could read'
  })
