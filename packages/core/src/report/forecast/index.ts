export { forecastJson } from './forecast-json.ts'
export { forecastReport } from './forecast-report.ts'
export type { ForecastDocument } from './forecast-shape.ts'
