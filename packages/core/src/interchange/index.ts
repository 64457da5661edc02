export type { Exported, GmcrSettings, Imported, Refused } from './answer.ts'
export { importGmcr, MOST_GMCR_CHARACTERS } from './gmcr.ts'
export { exportGmcr } from './gmcr-export.ts'
export { exportNfg, MOST_OUTCOMES } from './nfg.ts'
