export { bargainingJson } from './bargaining-json.ts'
export { bargainingReport } from './bargaining-report.ts'
export type { BargainingDocument } from './bargaining-shape.ts'
