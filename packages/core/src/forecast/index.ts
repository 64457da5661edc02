export type { IssueActor, IssueStanding } from './actors.ts'
export type { Actor, EuReading, EuRound, ForecastMove, WhyMoved } from './expected-utility.ts'
export type {
  DrawnForecast,
  Forecast,
  ForecastSettings,
  IssueForecast,
  Prevailing
} from './forecast.ts'
export { forecastOf } from './forecast.ts'
export type { Course, Ending } from './rounds.ts'
