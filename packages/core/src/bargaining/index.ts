export type { MaxMin, MaxMinProblem } from './maxmin.ts'
export { maxMinGain } from './maxmin.ts'
