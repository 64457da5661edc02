export { zonesJson } from './zones-json.ts'
export type { DrawnZone, DrawnZones } from './zones-report.ts'
export { zonesReport } from './zones-report.ts'
export type { ZonesDocument } from './zones-shape.ts'
