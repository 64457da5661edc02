export {
  newSigner,
  nodeVerifier,
  seededSigner,
  signerOf,
  verifier,
  verifyThreads
} from '../signing/index.ts'
export { copyRecord, type RecordCopy } from './copy-record.ts'
export { clockAhead, keepClockAhead } from './exercise-clock.ts'
export { KeyRefused, newKeyFile, readKeyFile } from './key-file.ts'
export { type PostgresPlace, PostgresRecordStore } from './postgres-record-store.ts'
export type { RecordFolder, RecordHost } from './record-folder.ts'
export {
  isRecordFolder,
  makeRecordFolder,
  openRecordFolder,
  RecordRefused
} from './record-folder.ts'
export { SqliteRecordStore } from './sqlite-record-store.ts'
