export { maxMinGain } from './maxmin.ts'
export type { MaxMin, MaxMinProblem } from './maxmin.ts'
