import type { ForecastDocument, IssueTold } from '@truce/core/report/forecast'
import type { StrategyDocument, StrategyTold } from '@truce/core/report/strategy'

export type { StrategyDocument, StrategyTold }

/** What a part of the room shows: the figures of the document and the sentences of the report. */
export interface Shown {
  readonly document: StrategyDocument
  readonly told: StrategyTold
}

/** A part that the case has. */
type Part<K extends keyof StrategyDocument> = NonNullable<StrategyDocument[K]>

export type Incentives = Part<'incentives'>
export type Ledger = Incentives['ledgers'][number]
export type Escalation = Part<'escalation'>
export type Level = Escalation['levels'][number]
export type Neutrality = Part<'neutrality'>
export type OverturesTo = Part<'overtures'>[number]
export type Order = OverturesTo['before']
export type ProposalTrust = Part<'trust'>[number]
export type Electorate = Part<'electorates'>['tried'][number]
export type ElectorateSaid = StrategyTold['electorates'][number]
export type ForecastOf = ForecastDocument['issues'][number]
export type ForecastSaid = IssueTold
export type PartyTrust = ProposalTrust['parties'][number]

/** Answers to overtures that are supposed to have come, in their order. */
export type Responses = readonly (readonly [string, 'welcomed' | 'refused'])[]

/** Whether the case has anything of what the room shows. */
export const isEmpty = (document: StrategyDocument): boolean =>
  !document.incentives &&
  !document.escalation &&
  !document.neutrality &&
  !document.overtures &&
  !document.electorates &&
  !document.trust &&
  document.kahn.length === 0
