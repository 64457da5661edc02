import type { z } from 'zod'
import type { OvertureOrder, OverturesTo } from '../../strategy/overture-order.ts'
import type { overturesShape } from './overtures-shape.ts'

type OverturesDocument = z.infer<typeof overturesShape>

/** What to ask a party first, as it is printed and sent. */
export function overturesJson(about: OverturesTo): OverturesDocument {
  const { party, types, prior, proposals, asStated, worth, unknown, before, answered } = about
  return {
    party,
    types: types.map((id, t) => ({ id, p: prior[t] ?? 0, unknown: [...(unknown[t] ?? [])] })),
    proposals: proposals.map((id, m) => ({
      id,
      asStated: asStated[m] ?? 0,
      byType: [...(worth[m] ?? [])]
    })),
    before: orderJson(about, before),
    answered: answered.map(({ overture, response, chance, then }) => ({
      overture,
      response,
      chance,
      then: orderJson(about, then)
    }))
  }
}

function orderJson(
  { proposals }: OverturesTo,
  { belief, best, worth, certainty, ranked }: OvertureOrder
): OverturesDocument['before'] {
  const named = (places: readonly number[]): string[] => places.map((m) => proposals[m] ?? '')
  return {
    belief: [...belief],
    best: named(best),
    worth,
    certainty,
    ranked: ranked.map(({ overture, welcomes, value, after, bluff, ...rest }) => ({
      ...rest,
      overture: overture.id,
      welcomes: [...welcomes],
      value,
      bluff: bluff ?? null,
      after: after.map((one) => ({
        ...one,
        posterior: [...one.posterior],
        best: named(one.best)
      }))
    }))
  }
}
