export { hashOf, loadCase, NoSuchCase } from './load.ts'
export type { Loaded } from './load.ts'
