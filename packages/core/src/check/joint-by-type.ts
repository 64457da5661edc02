import type { Column } from '../draws/column.ts'
import type { DrawSettings } from '../draws/sampler.ts'
import { randomSampler } from '../draws/sampler.ts'
import type { Case, PartyType, Proposal } from '../model/case.ts'
import { judgementsIn } from '../model/judgements.ts'
import type { Figures } from '../model/ranges.ts'
import { withFigures } from '../model/ranges.ts'
import type { TypedColumns } from '../strategy/overture-order.ts'
import { Judge } from '../worth/judge.ts'
import type { Offers } from '../worth/offers.ts'
import { offersOf, openIssues, stagesOf } from '../worth/offers.ts'
import { fillBest } from './completion.ts'

/**
 * Joint acceptance of the case's proposals with the judgements of a party replaced by those of each
 * of its types, over the same draws of all else. An unfinished draft is filled once, the way that is
 * best as the case stands: it is a package that is chosen, not one for each type.
 */
export function jointByType(source: Case, party: string, settings: DrawSettings): TypedColumns {
  const sampler = randomSampler(source.scenarios, settings)
  const stated = new Judge(source, sampler)
  const types = stated.stance(party).types
  const offers = source.proposals.map((one) => filledOffers(stated, one))
  const known = new Set(judgementsIn(stated.stance(party)).map(({ key }) => key))
  const changes = types.map((type) => figuresOf(party, type))
  const judges = changes.map((figures) => {
    const anew = randomSampler(source.scenarios, settings)
    return new Judge(withFigures(source, figures), {
      ...sampler,
      column: (judgement) => (figures.has(judgement.key) ? anew : sampler).column(judgement)
    })
  })
  return {
    proposals: source.proposals.map(({ id }) => id),
    asStated: offers.map((one) => jointOf(stated, one)),
    byType: offers.map((one) => judges.map((judge) => jointOf(judge, one))),
    unknown: types.map((type) =>
      [...type.changes.keys()].filter((path) => !known.has(keyIn(party, path)))
    )
  }
}

function filledOffers(judge: Judge, proposal: Proposal): Offers {
  const given = offersOf(proposal, judge.source)
  return openIssues(given, judge.source).length > 0 ? fillBest(judge, given).best.offers : given
}

const jointOf = (judge: Judge, offers: Offers): Column =>
  judge.joint(judge.required(stagesOf(offers)).surely, offers)

const keyIn = (party: string, path: string): string => `stances.${party}.${path}`

const figuresOf = (party: string, { changes }: PartyType): ReadonlyMap<string, Figures> =>
  new Map(
    [...changes].map(([path, { range, cases }]) => [keyIn(party, path), { range, cases }] as const)
  )
