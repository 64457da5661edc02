import type { KeyObject } from 'node:crypto'
import { createPublicKey, hash, verify } from 'node:crypto'
import type { Signed, Verifier } from '@truce/core'

/** Few keys sign many entries, and making one ready takes as long as verifying with it. */
const ready = new Map<string, KeyObject | undefined>()
const MOST_READY = 10_000

/**
 * Verifies with Node's own crypto, which has its answer at once: half of what WebCrypto takes, for
 * that one carries every signature to another thread and back.
 */
export function verifiesNow({ publicKey, message, signature }: Signed): boolean {
  return signedWith(keyOf(publicKey), message, signature)
}

/** The same with a key that is ready; without one nothing is good. */
export const signedWith = (
  key: KeyObject | undefined,
  message: Uint8Array,
  signature: Uint8Array
): boolean => key !== undefined && signature.length === 64 && verify(null, message, key, signature)

/** The same as the port has it. */
export const nodeVerifier: Verifier = async (signed) => verifiesNow(signed)

/** A key made ready to verify with; undefined where these bytes are none. */
export function keyOf(publicKey: Uint8Array): KeyObject | undefined {
  if (publicKey.length !== 32) return undefined
  const x = Buffer.from(publicKey).toString('base64url')
  if (!ready.has(x)) {
    if (ready.size >= MOST_READY) ready.clear()
    ready.set(x, made(x))
  }
  return ready.get(x)
}

function made(x: string): KeyObject | undefined {
  try {
    return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  } catch {
    return undefined
  }
}

/** Room for a zero byte and a leaf behind it; one call over both is a third of the time of two. */
let room = new Uint8Array(4096)

/** The hash of a leaf of a log (RFC 6962, section 2.1) by Node's own SHA-256. */
export function hashLeaf(leaf: Uint8Array): Uint8Array {
  if (room.length <= leaf.length) room = new Uint8Array(2 * leaf.length)
  room.set(leaf, 1)
  return digest(room.subarray(0, leaf.length + 1))
}

/** A one, and room for two hashes behind it. */
const pair = new Uint8Array(65).fill(1, 0, 1)

/** The hash over two hashes below it (the same section). */
export function hashNode(left: Uint8Array, right: Uint8Array): Uint8Array {
  pair.set(left, 1)
  pair.set(right, 33)
  return digest(pair)
}

/**
 * SHA-256. Asked for as a text of one letter for each byte: a buffer with memory of its own takes
 * longer to make than the hash.
 */
const digest = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(hash('sha256', bytes, 'binary'), 'binary')
