export type { HighsLimits } from './highs.ts'
export { HighsFailed, highsSolver } from './highs.ts'
