import type { z } from 'zod'
import type { BargainFound, Electorate, Electorates, Passing } from '../../strategy/electorates.ts'
import type { electoratesShape } from './electorates-shape.ts'

type ElectoratesDocument = z.infer<typeof electoratesShape>
type ElectorateDocument = ElectoratesDocument['tried'][number]

/** What bodies at home would let pass, as it is printed and sent. */
export const electoratesJson = ({ tried, left }: Electorates): ElectoratesDocument => ({
  tried: tried.map(electorateJson),
  left: left.map(({ party, body, why, ways }) => ({ party, body: body.id, why, ways }))
})

const electorateJson = ({
  party,
  body,
  ways,
  passed,
  best,
  terms,
  waves,
  bargain
}: Electorate): ElectorateDocument => ({
  party,
  body: body.id,
  ways,
  passed,
  best: passingJson(best),
  terms: terms.map(({ issue, option, p, terms: all }) => ({
    issue,
    option,
    p,
    with: Object.fromEntries(all)
  })),
  waves: waves.map(({ answers, waves: asked, ...question }) => ({
    ...question,
    answers: [...answers],
    waves: [...asked]
  })),
  bargain: bargain
    ? {
        parties: [...bargain.parties],
        free: foundJson(bargain.free),
        bound: bargain.bound ? foundJson(bargain.bound) : null,
        nearest: bargain.nearest ? passingJson(bargain.nearest) : null,
        exact: bargain.exact
      }
    : null
})

const passingJson = ({ p, terms }: Passing): ElectorateDocument['best'] => ({
  p,
  terms: Object.fromEntries(terms)
})

const foundJson = ({
  terms,
  gains
}: BargainFound): NonNullable<ElectorateDocument['bargain']>['free'] => ({
  terms: Object.fromEntries(terms),
  gains: [...gains]
})
