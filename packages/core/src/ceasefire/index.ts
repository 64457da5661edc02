export type { ClauseHome, ClauseId } from './clauses.ts'
export { CLAUSES, clauseHome } from './clauses.ts'
export type {
  AnsweredPart,
  AnsweredQuestion,
  AnswerPlace,
  AnswerState,
  ComparedText
} from './compare-text.ts'
export { ANSWER_STATES, compareText } from './compare-text.ts'
export type { QuestionPartId, QuestionRule } from './cue-questions.ts'
export { QUESTION_PARTS, QUESTION_RULES } from './cue-questions.ts'
export type { CeasefireReview, ClauseFinding, ReviewedClause } from './lint.ts'
export { ceasefirePages, ceasefireRules, gravest, reviewCeasefire } from './lint.ts'
export type { PrecedentCell, PrecedentId } from './precedents.ts'
export { PRECEDENTS, precedentsOf } from './precedents.ts'
export type { TextFigure, TextFigureKind } from './text-figures.ts'
export { TEXT_FIGURE_KINDS } from './text-figures.ts'
