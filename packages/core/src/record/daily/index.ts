export type { Daily, DailyAsked, DailyCasualties, DailyCount } from './daily.ts'
export { daily, stateAt } from './daily.ts'
