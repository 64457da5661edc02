export {
  hashLeaf,
  hashNode,
  newSigner,
  nodeVerifier,
  seededSigner,
  signerOf,
  verifier,
  verifyThreads
} from '../signing/index.ts'
export { copyRecord, type RecordCopy } from './copy-record.ts'
export { clockAhead, keepClockAhead } from './exercise-clock.ts'
export { FolderShelf } from './folder-shelf.ts'
export { KeyRefused, newKeyFile, readKeyFile } from './key-file.ts'
export { type PostgresPlace, PostgresRecordStore } from './postgres-record-store.ts'
export type { RecordFolder, RecordHost } from './record-folder.ts'
export {
  isRecordFolder,
  makeRecordFolder,
  openRecordFolder,
  openRecordStore,
  RecordRefused
} from './record-folder.ts'
export {
  type KeptKey,
  type Look,
  type MovableShelf,
  RECORD_ID,
  type RecordShelf
} from './record-shelf.ts'
export { SqliteRecordStore } from './sqlite-record-store.ts'
