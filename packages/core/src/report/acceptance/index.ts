export { acceptanceJson } from './acceptance-json.ts'
export { acceptanceReport } from './acceptance-report.ts'
export type { AcceptanceDocument } from './acceptance-shape.ts'
