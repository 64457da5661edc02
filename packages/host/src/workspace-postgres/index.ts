export { PostgresCaseStore } from './postgres-case-store.ts'
