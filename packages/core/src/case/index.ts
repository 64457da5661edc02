export { readCase } from './read.ts'
export type { Reading } from './read.ts'
