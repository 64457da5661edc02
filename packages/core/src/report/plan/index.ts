export type { CalendarEntry } from './calendar-words.ts'
export { calendarWords } from './calendar-words.ts'
export type { GateTable } from './gate-words.ts'
export { gateLines, gateTable, ifGateFailsTable } from './gate-words.ts'
export { dateLines, daysWords, handedWords, isDated, tieLines } from './order-table.ts'
export { planFound, planJson } from './plan-json.ts'
export { planReport } from './plan-report.ts'
export type { PlanDocument, PlanFound } from './plan-shape.ts'
export type { OrderFound } from './plan-words.ts'
export {
  goingBackLines,
  habitLines,
  mendLines,
  otherwiseRows,
  planAsides,
  planVerdict,
  trancheLines
} from './plan-words.ts'
