export type { Bargain, BargainSettings, PlacedProposal } from './bargain.ts'
export { bargain, NoDealSpace } from './bargain.ts'
