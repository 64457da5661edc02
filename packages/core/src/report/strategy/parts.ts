import type { ProposalTrust } from '../../plan/path-trust.ts'
import type { StrategyFound } from '../../strategy/index.ts'
import type { Block } from '../blocks.ts'
import type { Key, Words } from '../words/index.ts'
import { climbingBlocks, climbingHeadline } from './climbing-section.ts'
import { electorateBlocks, electorateHeadlines } from './electorates-section.ts'
import { incentivesBlocks, incentivesHeadline } from './incentives-section.ts'
import { kahnBlocks } from './kahn-section.ts'
import { neutralityBlocks, neutralityHeadline } from './neutrality-section.ts'
import { overturesBlocks, overturesHeadline } from './overtures-section.ts'
import { trustBlocks } from './trust-section.ts'

/** A strategy with the trust its proposals ask for, which needs what a path is. */
export interface StrategyWithTrust extends StrategyFound {
  readonly trust?: readonly ProposalTrust[]
}

/** A part of the report: what it says first, the rest of it, and how to say that it is left out. */
export interface StrategyPart {
  /** Undefined where the case lacks what the part is made of. */
  readonly told: (
    own: Words,
    strategy: StrategyWithTrust
  ) => { readonly headlines: readonly string[]; readonly blocks: readonly Block[] } | undefined
  /** Left out where nothing is to be said of a part that is not there. */
  readonly lacking?: Key & `strategy.${string}`
  readonly method: Key & `strategy.${string}`
}

/** All parts, in the order they are told. A further part is one more entry. */
export const STRATEGY_PARTS: readonly StrategyPart[] = [
  {
    told: (own, { source, incentives }) =>
      incentives && {
        headlines: incentivesHeadline(own, source, incentives),
        blocks: incentivesBlocks(own, source, incentives)
      },
    lacking: 'strategy.lacks.incentives',
    method: 'strategy.method.incentives'
  },
  {
    told: (own, { source, climbing }) =>
      climbing && {
        headlines: climbingHeadline(own, source, climbing),
        blocks: climbingBlocks(own, source, climbing)
      },
    lacking: 'strategy.lacks.ladder',
    method: 'strategy.method.ladder'
  },
  {
    told: (own, { source, kahn }) =>
      kahn && { headlines: [], blocks: kahnBlocks(own, source, kahn) },
    method: 'strategy.method.kahn'
  },
  {
    told: (own, { source, neutrality }) =>
      neutrality && {
        headlines: neutralityHeadline(own, source, neutrality),
        blocks: neutralityBlocks(own, source, neutrality)
      },
    lacking: 'strategy.lacks.neutrality',
    method: 'strategy.method.neutrality'
  },
  {
    told: (own, { source, electorates }) =>
      electorates && {
        headlines: electorateHeadlines(own, source, electorates),
        blocks: electorateBlocks(own, source, electorates)
      },
    lacking: 'strategy.lacks.electorates',
    method: 'strategy.method.electorates'
  },
  {
    told: (own, { source, overtures }) =>
      overtures && {
        headlines: overturesHeadline(own, source, overtures),
        blocks: overturesBlocks(own, source, overtures)
      },
    lacking: 'strategy.lacks.overtures',
    method: 'strategy.method.overtures'
  },
  {
    told: (own, { source, trust }) =>
      trust && {
        headlines: [],
        blocks: trustBlocks(own, source, trust)
      },
    lacking: 'strategy.lacks.trust',
    method: 'strategy.method.trust'
  }
]
