export { agreementJson } from './agreement-json.ts'
export { agreementReport } from './agreement-report.ts'
export type { AgreementDocument } from './agreement-shape.ts'
export type { CeasefireDraft, DraftArticle, DraftClause, DraftGap } from './draft.ts'
export { draftOf } from './draft.ts'
export type { DraftAnnex, DraftTable } from './draft-annex.ts'
export { draftReport } from './draft-report.ts'
export type { DraftDocument } from './draft-shape.ts'
export { gapMark } from './draft-words.ts'
export { ceasefireLintReport } from './lint-report.ts'
export type { CeasefireLintDocument } from './lint-shape.ts'
export type {
  ClauseTold,
  OpenQuestionTold,
  OthersTold,
  PointedWords,
  ReviewTold
} from './review-told.ts'
export { reviewTold } from './review-told.ts'
