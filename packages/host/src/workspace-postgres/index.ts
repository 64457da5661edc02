export {
  copyWorkspace,
  StaysRefused,
  type WorkspaceCopy,
  type WorkspaceMove
} from './copy-workspace.ts'
export { PostgresCaseStore } from './postgres-case-store.ts'
export { PostgresShelf, type PostgresShelfPlace } from './postgres-shelf.ts'
