export type {
  Matrix,
  MatrixCell,
  MatrixText,
  MatrixWalk,
  NamedCase,
  UnknownTerm
} from './accounts.ts'
export { judgeAccounts } from './accounts.ts'
export type { CheckOptions } from './check.ts'
export { check } from './check.ts'
export type * from './check-result.ts'
export type { CaseDifference, JudgedCase } from './diff.ts'
export { diffCases } from './diff.ts'
export type { ProposalDifference } from './diff-proposals.ts'
export { diffProposals } from './diff-proposals.ts'
export { checkPages } from './rules/index.ts'
