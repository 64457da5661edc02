export type { InWords } from './choices.ts'
export { choiceWords, optionWords } from './choices.ts'
export { CONCEPT_NAMES, STRONGEST } from './concepts.ts'
export type { MarkedFigure } from './figure-mark.ts'
export { figureMark, withMark, withMarkSquare } from './figure-mark.ts'
export type { HingeSaid } from './hinge-words.ts'
export { hingeSubject, hingeWords } from './hinge-words.ts'
export { holdWords } from './hold-words.ts'
export { inputOf } from './inputs.ts'
export {
  bodyName,
  capital,
  issueTitle,
  nameOf,
  namesOf,
  optionTitle,
  sentence,
  settled,
  settledAs,
  termsInWords,
  titleOf,
  verdictMark,
  verdictText
} from './names.ts'
export { chance, count, points, signed } from './numbers.ts'
export { admissibleWords } from './packages.ts'
export type { Mark, Rich } from './rich.ts'
export { joined, lettersOf, partsOf } from './rich.ts'
export type { Key, Sentences, Words } from './say.ts'
export { words, wordsFrom, wordsOf } from './say.ts'
export type { Values } from './template.ts'
export { fill } from './template.ts'
export type { Naming } from './witness.ts'
export {
  answerClauses,
  changesCell,
  deedsWords,
  deedWords,
  listedUpTo,
  routeHow,
  routeLonger,
  routeSentences,
  somewhere
} from './witness.ts'
