export { gameJson } from './game-json.ts'
export { gameReport } from './game-report.ts'
export type { GameDocument } from './game-shape.ts'
