export type { Keys } from './web-crypto.ts'
export { newSigner, seededSigner, signerOf, verifier } from './web-crypto.ts'
