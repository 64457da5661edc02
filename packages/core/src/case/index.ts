export { readCase } from './read.ts'
export type { Reading } from './read.ts'
export * as folderPages from './rules/folder.ts'
export { readerPages } from './rules/index.ts'
