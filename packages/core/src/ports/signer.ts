/**
 * Signs with one Ed25519 key (RFC 8032) without showing it: the key may lie where no program can
 * read it. Implementations use WebCrypto, which Node and browsers share.
 */
export interface Signer {
  /** The public key, 32 bytes. */
  readonly publicKey: Uint8Array
  /** The signature over a message, 64 bytes. */
  readonly sign: (message: Uint8Array) => Promise<Uint8Array>
}

/**
 * Whether a signature is valid. Keys and signatures of a wrong length or form are not; nothing that
 * is merely invalid rejects. It needs no key of its own, so that anybody can verify.
 */
export type Verifier = (signed: Signed) => Promise<boolean>

/** A message, the public key it is said to be signed with, and the signature. */
export interface Signed {
  readonly publicKey: Uint8Array
  readonly message: Uint8Array
  readonly signature: Uint8Array
}
