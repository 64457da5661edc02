import type { DrawSettings } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { LadderResult } from './climbing.ts'
import { climbing } from './climbing.ts'
import type { Electorates } from './electorates.ts'
import { electorates } from './electorates.ts'
import type { StrategyGround } from './ground.ts'
import type { Incentives } from './incentives.ts'
import { incentives } from './incentives.ts'
import type { KahnSignal } from './kahn-signals.ts'
import { kahnSignals } from './kahn-signals.ts'
import type { Neutrality } from './neutrality.ts'
import { neutralityOf } from './neutrality.ts'
import type { OverturesTo } from './overture-order.ts'
import { overturesTo, valuedOvertures } from './overture-order.ts'

/**
 * Whether the parties would rather stop, and who would climb. A part is absent where the case lacks
 * what it is made of. A further part is one more line here, and one in the report's list of parts.
 */
export interface StrategyFound {
  readonly source: Case
  readonly settings: DrawSettings
  readonly incentives?: Incentives
  readonly climbing?: LadderResult
  readonly neutrality?: Neutrality
  /** By party that overtures are made to. */
  readonly overtures?: readonly OverturesTo[]
  readonly kahn?: readonly KahnSignal[]
  /** Bodies that must ratify, of the parties needed. */
  readonly electorates?: Electorates
}

/** All parts that the case has the material for. */
export function strategyOf(ground: StrategyGround): StrategyFound {
  const { source, settings, drawn } = ground
  const own = incentives(ground)
  const ladder = climbing(source, drawn.sampler)
  const law = neutralityOf(source)
  const asked =
    source.proposals.length > 0
      ? [...source.parties.keys()].filter((party) => valuedOvertures(source, party).length > 0)
      : []
  const kahn = kahnSignals(source)
  const home = electorates(ground)
  return {
    source,
    settings,
    ...(own ? { incentives: own } : {}),
    ...(ladder ? { climbing: ladder } : {}),
    ...(kahn ? { kahn } : {}),
    ...(home.tried.length + home.left.length > 0 ? { electorates: home } : {}),
    ...(law.acts.length > 0 ? { neutrality: law } : {}),
    ...(asked.length > 0
      ? {
          overtures: asked.map((party) =>
            overturesTo(source, party, {
              columns: ground.byType(party),
              responses: ground.responses
            })
          )
        }
      : {})
  }
}
