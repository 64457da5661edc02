export type { Disk } from './disk.ts'
export { nodeDisk } from './disk.ts'
export { noSuchCase } from './names.ts'
export { Workspace } from './workspace.ts'
