export type { Duplicate, Duplicates } from './duplicates.ts'
export { duplicatesAmong } from './duplicates.ts'
export type { EventCategory, RecordedEvent, RecordedKind } from './events.ts'
export { eventsOf, RECORDED_KINDS } from './events.ts'
export type { CutOff, Period, ReportDays } from './periods.ts'
export { dayLater, daysBefore, endOfDay, fallsIn, periodOf, reportDayOf } from './periods.ts'
export type { CasualtyRange, CountRange } from './ranges.ts'
export { casualtiesTogether } from './ranges.ts'
export type { EventStanding } from './standings.ts'
export { COUNTING, EVENT_STANDINGS } from './standings.ts'
export type {
  AreaRow,
  ByStanding,
  EventTally,
  Violations,
  ViolationsAsked
} from './violations.ts'
export { counts, cumulativeBetween, tallyOf, violationsIn } from './violations.ts'
