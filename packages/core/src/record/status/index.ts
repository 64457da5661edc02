export { incidentsByStatus } from './incident-tally.ts'
export type { DayCount, MeetingToday, RecordStatus } from './status.ts'
export { statusOf } from './status.ts'
