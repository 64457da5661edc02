export { studyJson } from './json.ts'
export { studyReport } from './report.ts'
export type { About, Drawn } from './words.ts'
export { placesIn } from './words.ts'
