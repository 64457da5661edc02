export { bargainingJson } from './json.ts'
export { bargainingReport } from './report.ts'
export type { BargainingDocument } from './schema.ts'
