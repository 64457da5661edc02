export { ceasefireLintReport } from './lint-report.ts'
export type { CeasefireLintDocument } from './lint-shape.ts'
