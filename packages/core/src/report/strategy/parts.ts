import type { Case } from '../../model/case.ts'
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

/** What a part makes of what was found for it. */
interface Telling<Found> {
  readonly headlines?: (own: Words, source: Case, found: Found) => readonly string[]
  readonly blocks: (own: Words, source: Case, found: Found) => readonly Block[]
}

function part<K extends keyof StrategyWithTrust>(
  of: K,
  telling: Telling<NonNullable<StrategyWithTrust[K]>>,
  names: Pick<StrategyPart, 'lacking' | 'method'>
): StrategyPart {
  return {
    told: (own, strategy) => {
      const found = strategy[of]
      if (!found) return undefined
      return {
        headlines: telling.headlines?.(own, strategy.source, found) ?? [],
        blocks: telling.blocks(own, strategy.source, found)
      }
    },
    ...names
  }
}

/** All parts, in the order they are told. A further part is one more entry. */
export const STRATEGY_PARTS: readonly StrategyPart[] = [
  part(
    'incentives',
    { headlines: incentivesHeadline, blocks: incentivesBlocks },
    { lacking: 'strategy.lacks.incentives', method: 'strategy.method.incentives' }
  ),
  part(
    'climbing',
    { headlines: climbingHeadline, blocks: climbingBlocks },
    { lacking: 'strategy.lacks.ladder', method: 'strategy.method.ladder' }
  ),
  part('kahn', { blocks: kahnBlocks }, { method: 'strategy.method.kahn' }),
  part(
    'neutrality',
    { headlines: neutralityHeadline, blocks: neutralityBlocks },
    { lacking: 'strategy.lacks.neutrality', method: 'strategy.method.neutrality' }
  ),
  part(
    'electorates',
    { headlines: electorateHeadlines, blocks: electorateBlocks },
    { lacking: 'strategy.lacks.electorates', method: 'strategy.method.electorates' }
  ),
  part(
    'overtures',
    { headlines: overturesHeadline, blocks: overturesBlocks },
    { lacking: 'strategy.lacks.overtures', method: 'strategy.method.overtures' }
  ),
  part(
    'trust',
    { blocks: trustBlocks },
    { lacking: 'strategy.lacks.trust', method: 'strategy.method.trust' }
  )
]
