import type { DealSpace } from '../bargaining/deal-space.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import type { Case } from '../model/case.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import type { Responses, TypedColumns } from './overture-order.ts'

/** What the parts of a strategy are worked out from: all of them see the same draws. */
export interface StrategyGround {
  readonly source: Case
  readonly settings: DrawSettings
  readonly central: Judge
  readonly drawn: Judge
  /** The admissible packages for some parties, at central judgements. */
  readonly space: (parties: readonly string[]) => DealSpace
  /** What each proposal offers, a draft filled at its best. */
  readonly offers: ReadonlyMap<string, Offers>
  /** Joint acceptance of every proposal by type of a party. */
  readonly byType: (party: string) => TypedColumns
  /** Answers to overtures that came. */
  readonly responses: Responses
}
