export { copyRecord, type RecordCopy } from './copy-record.ts'
export { type PostgresPlace, PostgresRecordStore } from './postgres-record-store.ts'
export { SqliteRecordStore } from './sqlite-record-store.ts'
