export { DEFAULTS } from './defaults.ts'
export { DraftJudge } from './draft.ts'
export type { DraftJudgement } from './judge-proposal.ts'
export { groundAt, groundId } from './walkers.ts'
