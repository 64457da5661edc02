export { asKnown } from './as-known.ts'
export type {
  BookListener,
  EntryProblem,
  Submitted
} from './book/book.ts'
export { RecordBook } from './book/book.ts'
export { comingOf, isOfTheLog } from './book/decode.ts'
export type { BookHost } from './book/folded-record.ts'
export type { BeforeSigning, Submission, Writing } from './book/sealing.ts'
export * from './daily/index.ts'
export * from './disclosure/index.ts'
export type { Coming, Read } from './door/door.ts'
export { admit, readContent } from './door/door.ts'
export type { DoorCode } from './door/door-problems.ts'
export { DOOR_PROBLEMS } from './door/door-problems.ts'
export type { DoorProblem } from './door/finding.ts'
export { kindsOf, writes } from './door/who-writes.ts'
export type {
  Author,
  EntryHead,
  EntryOf,
  HiddenEntry,
  RecordEntry,
  SeenEntry
} from './entry.ts'
export { isOf } from './entry.ts'
export type { FieldGround, FieldParty } from './field-ground.ts'
export { caseOfField, clockZone, fieldGroundOf } from './field-ground.ts'
export * from './gates/index.ts'
export * from './ground/index.ts'
export * from './hotline/index.ts'
export type { Occurred, Place } from './kinds/common.ts'
export { contentJsonSchema, entryJsonSchema } from './kinds/entry-schema.ts'
export type { ContentOf, EntryKind } from './kinds/kinds.ts'
export { ENTRY_KINDS, isEntryKind } from './kinds/kinds.ts'
export type { Attendant } from './kinds/meeting-kinds.ts'
export { knownEvents, zoneOfRecord } from './known-events.ts'
export * from './meetings/index.ts'
export * from './obligations/index.ts'
export * from './record-lists.ts'
export type { Deed } from './state/deed.ts'
export type { Account, Incident, IncidentStatus, IncidentStep } from './state/incident.ts'
export { attributionOf, INCIDENT_STATUSES, verificationOf } from './state/incident.ts'
export type { HeldMeeting, MeetingSeries } from './state/meeting.ts'
export type { Message, MessageEnd, MessageStep } from './state/message.ts'
export type { Undertaking } from './state/record-state.ts'
export { RecordState } from './state/record-state.ts'
export * from './status/index.ts'
export * from './violations/index.ts'
export * from './watch/index.ts'
