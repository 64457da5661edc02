export type { CarriedOut, FoundOrder } from './carried-out.ts'
export { carriedOut, pathProposals } from './carried-out.ts'
export type { Sequence, SequenceStep, ValuedOrder } from './sequence.ts'
export { valued } from './sequence.ts'
