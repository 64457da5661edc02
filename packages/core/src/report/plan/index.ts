export { planJson } from './plan-json.ts'
export { planReport } from './plan-report.ts'
export type { PlanDocument } from './plan-shape.ts'
