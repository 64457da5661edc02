export type { DueAccount, MeetingOutcome, QuorumOf } from './accounts.ts'
export { ACCOUNT_WITHIN_HOURS, LATE_AFTER_MINUTES, MEETING_OUTCOMES } from './accounts.ts'
export type { AgendaHeading, AgendaItem } from './agenda-for.ts'
export { AGENDA_HEADINGS, agendaFor } from './agenda-for.ts'
export type { Cadenced, DueBy, DueMeeting } from './cadence.ts'
export { DUE_BY, sidesOf } from './cadence.ts'
export type { HeldAnswer, HeldAtLeast, HeldShare, HeldTest } from './held-share.ts'
export { HELD_ANSWERS, heldAtLeast, heldShare } from './held-share.ts'
export type { BorneRank, Ladder, RankRung } from './ladders.ts'
export { RANK_LADDERS, rungsOf } from './ladders.ts'
export type { MinutesAccount, MinutesIn, SignedBy } from './minutes.ts'
export { minutesOf } from './minutes.ts'
export type {
  AttendantFloor,
  FloorHint,
  FloorOfMeeting,
  FloorVerdict,
  SideFloor
} from './rank-floor.ts'
export { FLOOR_HINTS, FLOOR_VERDICTS, floorOfAttendant, floorOfMeeting } from './rank-floor.ts'
export type { SeriesAccount } from './series.ts'
export { seriesAccount, seriesAccounts } from './series.ts'
export type { UndertakingAccount, UndertakingState } from './undertakings.ts'
export { UNDERTAKING_STATES, undertakingsOf } from './undertakings.ts'
