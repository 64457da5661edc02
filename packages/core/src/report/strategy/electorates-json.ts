import type { z } from 'zod'
import type { BargainFound, Electorate } from '../../strategy/electorates.ts'
import type { electorateShape } from './electorates-shape.ts'

type ElectorateDocument = z.infer<typeof electorateShape>

/** What a body at home would let pass, as it is printed and sent. */
export const electorateJson = ({
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
  best: { p: best.p, terms: Object.fromEntries(best.terms) },
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
        exact: bargain.exact
      }
    : null
})

const foundJson = ({
  terms,
  gains
}: BargainFound): NonNullable<ElectorateDocument['bargain']>['free'] => ({
  terms: Object.fromEntries(terms),
  gains: [...gains]
})
