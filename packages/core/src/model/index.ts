export type * from './case.ts'
export type * from './closed-lists.ts'
export {
  ACTS,
  CADENCES,
  CEASEFIRE_ACTS,
  CEASEFIRE_CLASSES,
  CEASEFIRE_FORMS,
  CHANNEL_KINDS,
  COMPLETIONS,
  DECISIONS,
  DECLARATIONS,
  DIRECTIONS,
  FORMATS,
  LEDGER_SIDES,
  LINE_KINDS,
  MEETING_KINDS,
  PARTY_KINDS,
  POLL_FITS,
  PUBLICITIES,
  RANKS,
  RECORDS,
  ROLES,
  SEATS,
  SIGHTS,
  SOURCE_KINDS,
  TRACK_KINDS,
  UNDECIDED,
  WEAPONS,
  ZONE_KINDS
} from './closed-lists.ts'
export type { Facts } from './condition.ts'
export { factsOf, holds, issuesIn, scenariosIn } from './condition.ts'
export type * from './graph.ts'
export type { Condition, Evidence, Judgement, Range, Text } from './judgement.ts'
export { centre, mean } from './judgement.ts'
export { judgementsIn } from './judgements.ts'
export { issueOf, textIn } from './package.ts'
export { middleOf } from './poll-errors.ts'
export type * from './process.ts'
export { withRanges } from './ranges.ts'
export type { SourceFile, Span } from './span.ts'
export { isDrawingFile } from './span.ts'
export type { Package } from './terms.ts'
export { VERSION } from './version.ts'
export type * from './veto.ts'
export type { Whose } from './whose.ts'
export { claimedBy, whoseFigure } from './whose.ts'
