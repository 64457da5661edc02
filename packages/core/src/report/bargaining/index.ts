export { bargainingJson } from './json.ts'
export { bargainingReport } from './report.ts'
