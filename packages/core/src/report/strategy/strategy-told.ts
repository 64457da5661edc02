import { words } from '../words/index.ts'
import type { ClimbingTold } from './climbing-section.ts'
import { climbingTold } from './climbing-section.ts'
import type { ElectorateTold } from './electorates-section.ts'
import { electoratesTold } from './electorates-section.ts'
import type { IncentivesTold } from './incentives-section.ts'
import { incentivesTold } from './incentives-section.ts'
import type { NeutralityTold } from './neutrality-section.ts'
import { neutralityTold } from './neutrality-section.ts'
import type { OverturesTold } from './overtures-section.ts'
import { overturesTold } from './overtures-section.ts'
import type { StrategyWithTrust } from './parts.ts'
import { strategyHeadlines, strategyMethod } from './strategy-report.ts'
import { trustTold } from './trust-told.ts'

/**
 * What the report of `solve strategy` says in sentences, for whoever shows its figures in another
 * way: each list in the order that its part has in the document.
 */
export interface StrategyTold {
  readonly headlines: readonly string[]
  readonly incentives: IncentivesTold | undefined
  readonly climbing: ClimbingTold | undefined
  readonly neutrality: NeutralityTold | undefined
  readonly electorates: readonly ElectorateTold[]
  readonly overtures: readonly OverturesTold[]
  /** By proposal, party and line. */
  readonly trust: readonly (readonly (readonly string[])[])[]
  readonly method: string
}

/** The sentences of the report, in a language such as `fr`. */
export function strategyTold(strategy: StrategyWithTrust, language: string): StrategyTold {
  const own = words(language)
  const { source, incentives, climbing, neutrality } = strategy
  const { electorates, overtures = [], trust = [] } = strategy
  return {
    headlines: strategyHeadlines(own, strategy),
    incentives: incentives && incentivesTold(own, source, incentives),
    climbing: climbing && climbingTold(own, source, climbing),
    neutrality: neutrality && neutralityTold(own, source, neutrality),
    electorates: electorates ? electoratesTold(own, source, electorates) : [],
    overtures: overturesTold(own, source, overtures),
    trust: trustTold(own, source, trust),
    method: strategyMethod(own, strategy)
  }
}
