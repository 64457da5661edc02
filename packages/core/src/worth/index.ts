export { boundsOf } from './admissible.ts'
export { BINDING, CUTS, FIRM, NOISE } from './conventions.ts'
export type { Verdict } from './verdict.ts'
export { isWorse, VERDICTS } from './verdict.ts'
