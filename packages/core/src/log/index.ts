export { authenticate } from './authenticate.ts'
export { base64, bytesOf, fingerprint, keyId, sameBytes, utf8, utf8Text } from './bytes.ts'
export type { JsonObject, JsonValue } from './canonical-json.ts'
export { canonicalJson, isJsonObject, MOST_DEEP, NotCanonical } from './canonical-json.ts'
export { changedLeaves } from './changed-leaves.ts'
export type { LogHead } from './checkpoint.ts'
export { checkpointText, readCheckpoint } from './checkpoint.ts'
export type { Cosignature, VerifiedCheckpoint } from './checkpoint-checks.ts'
export { checkpointKeys, cosignerName } from './checkpoint-checks.ts'
export type { SealedBody } from './commitment.ts'
export { bodyBytes, commit, opens, readBody, SALT } from './commitment.ts'
export type {
  EntryAuthor,
  EntryDraft,
  LogLeaf,
  SealedEntry,
  SeenHead,
  SignedEntry
} from './envelope.ts'
export { leafOf, sealEntry, signedBytes } from './envelope.ts'
export type { DoubtedEntry, TakenLeaf } from './log-state.ts'
export { CLOCK_TOLERANCE, LogState } from './log-state.ts'
export { leafHash, MerkleTree, nodeHash } from './merkle.ts'
export type {
  Cosigner,
  Note,
  NoteAlgorithm,
  NoteKey,
  NoteSignature,
  NoteWitness,
  VerifiedNote
} from './note.ts'
export {
  COSIGNATURE,
  cosignNote,
  ED25519,
  keyHash,
  MOST_SIGNATURES,
  noteBytes,
  readNote,
  signNote,
  verifyNote
} from './note.ts'
export type { KeyTrack, KnownEntry, LogFacts } from './order-checks.ts'
export type { LogProblem, RecordProblem } from './problems.ts'
export { LOG_PROBLEMS, LogRefusal } from './problems.ts'
export type { ConsistencyProof, InclusionProof } from './proofs.ts'
export { verifyConsistency, verifyInclusion } from './proofs.ts'
export { isEntry, isLeaf, MOST_LEAF, readLeaf, signedEntryOf } from './read-leaf.ts'
export type { KeyRevocation, KeyRole, RingKey } from './ring.ts'
export { KEY_ROLES, KeyRing } from './ring.ts'
export type { RecordOpening } from './ring-entries.ts'
export { RING_KINDS } from './ring-entries.ts'
export { stampOf, stampText } from './stamp.ts'
export type { LogToVerify, Verified, VerifyMany } from './verify-log.ts'
export { verifyLog } from './verify-log.ts'
export type { WrongEntries } from './wrong-entries.ts'
