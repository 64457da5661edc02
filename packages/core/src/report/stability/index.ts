export { graphFindings } from './findings.ts'
export { stabilityJson } from './json.ts'
export { stabilityReport } from './report.ts'
export type { About } from './words.ts'
