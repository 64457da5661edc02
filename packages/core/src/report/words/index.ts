export type { ChangeSaid, MostSaid, OfferSaid, PointSaid, TermNames } from './acceptance-words.ts'
export {
  changeWords,
  helpingPoints,
  helpWords,
  mostWords,
  offerWords,
  provenWords
} from './acceptance-words.ts'
export type { InWords } from './choices.ts'
export { choiceWords, optionWords } from './choices.ts'
export { CONCEPT_NAMES, conceptMeaning, conceptWords, STRONGEST } from './concepts.ts'
export type { GlossaryTerm } from './en/glossary.ts'
export { GLOSSARY } from './en/glossary.ts'
export type { MarkedFigure } from './figure-mark.ts'
export { figureMark, withMark, withMarkSquare } from './figure-mark.ts'
export type { HingeSaid } from './hinge-words.ts'
export { hingeWords } from './hinge-words.ts'
export type { IfSigned } from './hold-words.ts'
export { holdWords } from './hold-words.ts'
export { titledInput } from './input-titles.ts'
export { inputOf } from './inputs.ts'
export { liftedWords, redlineOfParty } from './lifted-words.ts'
export {
  bodyIn,
  bodyName,
  capital,
  issueTitle,
  nameOf,
  namesOf,
  optionTitle,
  pollWords,
  proposalTitle,
  redlineWords,
  sentence,
  settled,
  settledAs,
  stagedTitle,
  termsInWords,
  titleOf,
  verdictMark,
  verdictText,
  vetoName
} from './names.ts'
export { chance, count, inPercent, points, signed } from './numbers.ts'
export { orderInShort, orderWords } from './order-words.ts'
export { admissibleWords } from './packages.ts'
export type { Mark, Rich } from './rich.ts'
export { joined, lettersOf, partsOf } from './rich.ts'
export type { Key, Sentences, Words } from './say.ts'
export { words, wordsFrom, wordsOf } from './say.ts'
export type { MovingChoice } from './telling-choices.ts'
export { movingWords, tellingChoices } from './telling-choices.ts'
export type { Values } from './template.ts'
export { fill } from './template.ts'
export { glossaryTerm, glossaryWords } from './terms.ts'
export type { Done, Naming } from './witness.ts'
export {
  answerClauses,
  changesCell,
  couldDo,
  deedsWords,
  deedWords,
  doneWords,
  listedUpTo,
  routeHow,
  routeLonger,
  routeSentences,
  wishWords
} from './witness.ts'
