import { dealSpace } from '../check/case-deal-space.ts'
import { fillBest } from '../check/completion.ts'
import { DEFAULTS } from '../check/defaults.ts'
import { jointByType } from '../check/joint-by-type.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import { trustIn } from '../plan/path-trust.ts'
import type { StrategyWithTrust } from '../report/strategy/parts.ts'
import { strategyJson } from '../report/strategy/strategy-json.ts'
import type { StrategyDocument } from '../report/strategy/strategy-shape.ts'
import { strategyOf } from '../strategy/index.ts'
import type { Responses } from '../strategy/overture-order.ts'
import { boundsOf, rulesOf } from '../worth/admissible.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues } from '../worth/offers.ts'
import type { AboutCase, Asked, Given, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/** Whether the parties would rather stop, and who would climb. */
export type StrategyAnswer = AboutCase<'solve strategy', StrategyWithTrust, StrategyDocument>

/** What is asked for: the draws, and answers to overtures that came. */
export interface StrategySettings extends DrawSettings {
  readonly responses?: Responses
}

/** There is no such overture. */
export class NoOverture extends Error {}

/** The strategy of a case: what going on is worth to whom, and who would climb the ladder. */
export function askStrategy(
  given: Given,
  asked: Asked<Partial<StrategySettings>> = {}
): StrategyAnswer | Refused<'solve strategy'> {
  const source = soundCase(given)
  if (!source) return refused('solve strategy', given)
  const { responses = new Map(), ...draws } = settledFor(asked, source)
  const settings: DrawSettings = { ...DEFAULTS, ...draws }
  for (const id of responses.keys())
    if (!source.process.overtures.has(id)) throw new NoOverture(`the case has no overture ${id}`)
  const central = Judge.central(source)
  const drawn = Judge.random(source, settings)
  const trust = source.proposals.flatMap((one) => trustIn(source, one, settings) ?? [])
  const parts = strategyOf({
    source,
    settings,
    central,
    drawn,
    space: (parties) =>
      dealSpace(central, {
        parties,
        excluded: rulesOf(source),
        bounds: boundsOf(source, parties)
      }),
    byType: (party) => jointByType(source, party, settings),
    responses,
    offers: new Map(source.proposals.map(({ id }, k) => [id, offeredBy(drawn, k)]))
  })
  const result: StrategyWithTrust = { ...parts, ...(trust.length > 0 ? { trust } : {}) }
  const { draws: count, seed } = settings
  return answered('solve strategy', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: {
      ladder: { by: 'backward induction', how: 'exact' },
      share: { by: 'share of draws', how: 'sampled', draws: count, seed }
    },
    json: (about) => strategyJson(result, about)
  })
}

/** What a proposal offers; a draft filled at its best. */
function offeredBy(judge: Judge, place: number): Offers {
  const proposal = judge.source.proposals[place]
  if (!proposal) return new Map()
  const offers = offersOf(proposal, judge.source)
  return openIssues(offers, judge.source).length === 0
    ? offers
    : fillBest(judge, offers).best.offers
}
