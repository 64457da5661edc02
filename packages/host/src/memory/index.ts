export { MemoryCaseStore } from './case-store.ts'
export { MemoryRecordStore } from './record-store.ts'
