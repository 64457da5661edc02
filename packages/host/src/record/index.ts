export { SqliteRecordStore } from './sqlite-record-store.ts'
