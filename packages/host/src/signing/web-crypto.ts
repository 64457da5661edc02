// Nothing here but WebCrypto, which browsers have as well.
import type { Signer, Verifier } from '@truce/core'

const ED25519 = 'Ed25519'

type Key = Awaited<ReturnType<typeof crypto.subtle.importKey>>

/** A pair of Ed25519 keys as WebCrypto holds them. */
export interface Keys {
  readonly privateKey: Key
  readonly publicKey: Key
}

/** A signer with a key of its own, which no program can read and which ends with this process. */
export async function newSigner(): Promise<Signer> {
  const keys = await crypto.subtle.generateKey(ED25519, false, ['sign', 'verify'])
  if (!('privateKey' in keys)) throw new Error('Ed25519 makes a pair of keys')
  return signerOf(keys)
}

/** A signer with keys that were made before; the private one need not be extractable. */
export async function signerOf({ privateKey, publicKey }: Keys): Promise<Signer> {
  return {
    publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
    sign: async (message) =>
      new Uint8Array(await crypto.subtle.sign(ED25519, privateKey, owned(message)))
  }
}

/** What stands before the 32 bytes of a seed in PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Uint8Array.of(
  0x30,
  0x2e,
  2,
  1,
  0,
  0x30,
  5,
  6,
  3,
  0x2b,
  0x65,
  0x70,
  4,
  0x22,
  4,
  0x20
)

/**
 * A signer whose key follows from 32 bytes (RFC 8032, section 5.1.5), for exercises and tests that
 * come out the same each time.
 */
export async function seededSigner(seed: Uint8Array): Promise<Signer> {
  const pkcs8 = new Uint8Array([...PKCS8_HEAD, ...seed])
  // Extractable for a moment, for WebCrypto gives no public key of a private one.
  const open = await crypto.subtle.importKey('pkcs8', pkcs8, ED25519, true, ['sign'])
  const { x } = await crypto.subtle.exportKey('jwk', open)
  const jwk = { kty: 'OKP', crv: ED25519, ...(x === undefined ? {} : { x }) }
  return signerOf({
    privateKey: await crypto.subtle.importKey('pkcs8', pkcs8, ED25519, false, ['sign']),
    publicKey: await crypto.subtle.importKey('jwk', jwk, ED25519, true, ['verify'])
  })
}

/** Verifies with WebCrypto. */
export const verifier: Verifier = async ({ publicKey, message, signature }) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = await crypto.subtle
    .importKey('raw', owned(publicKey), ED25519, false, ['verify'])
    .catch(() => undefined)
  if (key === undefined) return false
  return crypto.subtle.verify(ED25519, key, owned(signature), owned(message))
}

/** WebCrypto takes no memory that threads share. */
const owned = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)
