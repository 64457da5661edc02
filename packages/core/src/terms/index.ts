export { conflictCores } from './cores.ts'
export type { Cores, Demand } from './cores.ts'
export { countPackages, findPackage, totalPackages } from './space.ts'
export type { Space } from './space.ts'
