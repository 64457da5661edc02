import type { DrawSettings } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { LadderResult } from './climbing.ts'
import { climbing } from './climbing.ts'
import type { StrategyGround } from './ground.ts'
import type { Incentives } from './incentives.ts'
import { incentives } from './incentives.ts'

/**
 * Whether the parties would rather stop, and who would climb. A part is absent where the case lacks
 * what it is made of. A further part is one more line here, and one in the report's list of parts.
 */
export interface Strategy {
  readonly source: Case
  readonly settings: DrawSettings
  readonly incentives?: Incentives
  readonly climbing?: LadderResult
}

/** All parts that the case has the material for. */
export function strategyOf(ground: StrategyGround): Strategy {
  const { source, settings, drawn } = ground
  const own = incentives(ground)
  const ladder = climbing(source, drawn.sampler)
  return {
    source,
    settings,
    ...(own ? { incentives: own } : {}),
    ...(ladder ? { climbing: ladder } : {})
  }
}
