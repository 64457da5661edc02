export { strategyJson } from './strategy-json.ts'
export { strategyReport } from './strategy-report.ts'
export type { StrategyDocument } from './strategy-shape.ts'
