export type { Loaded } from './load.ts'
export { hashOf, loadCase, NoSuchCase } from './load.ts'
