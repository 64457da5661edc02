export type { Bargain, BargainSettings, PlacedProposal } from './bargain.ts'
export { bargain, NoDealSpace } from './bargain.ts'
export type { BetweenSteps } from './divided.ts'
export type { Paid } from './payments.ts'
