export { dailyJson } from './daily-json.ts'
export type { LineCourses } from './daily-map.ts'
export { dailyMap } from './daily-map.ts'
export { dailyReport } from './daily-report.ts'
export type { DailyDocument } from './daily-shape.ts'
export type { HotlineTold } from './hotline-json.ts'
export { hotlineJson } from './hotline-json.ts'
export { hotlineReport } from './hotline-report.ts'
export type { HotlineDocument } from './hotline-shape.ts'
export { kindsBlocks } from './kinds-blocks.ts'
export type { MeetingsTold } from './meetings-json.ts'
export { meetingsJson } from './meetings-json.ts'
export { meetingsReport } from './meetings-report.ts'
export type { MeetingsDocument } from './meetings-shape.ts'
export { placedProblem, problemWords } from './problem-words.ts'
export { recordDutiesReport } from './record-duties-report.ts'
export { recordGatesReport } from './record-gates-report.ts'
export { recordGroundReport } from './record-ground-report.ts'
export type { InsideTold } from './record-inside.ts'
export { recordInsideBlocks, recordInsideJson } from './record-inside.ts'
export {
  recordDutiesJson,
  recordGatesJson,
  recordGroundJson,
  recordStatusJson
} from './record-state-json.ts'
export type {
  RecordDutiesDocument,
  RecordGatesDocument,
  RecordGroundDocument,
  RecordStatusDocument
} from './record-state-shapes.ts'
export { recordStatusReport } from './record-status-report.ts'
