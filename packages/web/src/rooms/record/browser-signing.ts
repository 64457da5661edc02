import type { Signer, Verifier } from '@truce/core/ports'

const ED25519 = 'Ed25519'

/** A pair of keys as the browser holds it. */
export interface KeyHeld {
  /** Cannot be taken out of the browser, by this page either. */
  readonly privateKey: CryptoKey
  readonly publicKey: Uint8Array
}

/** Makes a pair of keys whose private half never leaves this browser. */
export async function makeKeys(): Promise<KeyHeld> {
  const made = (await crypto.subtle.generateKey(ED25519, false, [
    'sign',
    'verify'
  ])) as CryptoKeyPair
  const publicKey = new Uint8Array(await crypto.subtle.exportKey('raw', made.publicKey))
  return { privateKey: made.privateKey, publicKey }
}

/** Signs with such a key. */
export const signerOf = ({ privateKey, publicKey }: KeyHeld): Signer => ({
  publicKey,
  sign: async (message) =>
    new Uint8Array(await crypto.subtle.sign(ED25519, privateKey, new Uint8Array(message)))
})

/** Verifies with what the browser has. */
export const verifier: Verifier = async ({ publicKey, message, signature }) => {
  if (publicKey.length !== 32 || signature.length !== 64) return false
  const key = await crypto.subtle
    .importKey('raw', new Uint8Array(publicKey), ED25519, false, ['verify'])
    .catch(() => undefined)
  if (key === undefined) return false
  const [signed, told] = [new Uint8Array(signature), new Uint8Array(message)]
  return crypto.subtle.verify(ED25519, key, signed, told)
}

/** So many random bytes. */
export const chance = (length: number): Uint8Array => crypto.getRandomValues(new Uint8Array(length))
