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
export type { TextFigure, TextFigureKind } from './text-figures.ts'
export { TEXT_FIGURE_KINDS } from './text-figures.ts'
