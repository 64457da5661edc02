import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { about, chance, count, head, ids, terms } from '../shapes.ts'

const points = z
  .array(z.number())
  .meta({ id: 'points', description: 'By party, in the order of `parties`, in points of 0..100.' })

const deal = {
  values: points,
  gains: points,
  terms,
  packages: count.nullable()
}

const listed = z.strictObject(deal).meta({
  id: 'deal',
  description: 'A package, what it is worth, and how many packages are worth exactly that.'
})

const certificate = z
  .strictObject({
    by: z.enum(['frontier', 'branch and bound', 'integer programming']),
    bound: z.number(),
    gap: z.number().min(0),
    complete: z.boolean(),
    weights: z.array(z.number()).optional(),
    rootBound: z.number().optional(),
    nodes: z.int().min(0).optional()
  })
  .meta({
    id: 'certificate',
    description:
      'How it is known that nothing is better: no package exceeds `bound`; from `weights` anybody computes `rootBound` anew.'
  })

const best = z.strictObject({ ...deal, value: z.number(), certificate, ties: z.array(listed) })
const nash = z.strictObject({ ...deal, product: z.number(), certificate, ties: z.array(listed) })

const change = z.strictObject({
  issue: z.string(),
  from: z.string(),
  to: z.string(),
  giving: ids,
  receiving: ids
})
const trade = z.strictObject({ changes: z.array(change), gains: points })

const proposal = z.strictObject({
  gains: points,
  terms,
  filled: terms,
  crosses: ids,
  mayCross: ids,
  breaks: ids,
  inside: z.boolean(),
  efficient: z.boolean(),
  improvement: z.strictObject({ adds: points, terms }).nullable(),
  trades: z
    .strictObject({
      improvements: z.array(trade),
      improvementCount: z.int().min(0),
      trades: z.array(trade),
      tradeCount: z.int().min(0)
    })
    .nullable()
})

const lottery = z
  .strictObject({ gains: points, packages: z.array(z.strictObject({ chance, terms })) })
  .nullable()
const pairOfTexts = z.array(z.string()).length(2)
const pairOfIds = z.array(ids).length(2)

const pair = z.strictObject({
  lotteries: z.strictObject({ nash: lottery, kalaiSmorodinsky: lottery }),
  adjustedWinner: z
    .strictObject({
      start: z.strictObject({ wins: pairOfIds, tied: ids }),
      holds: pairOfIds,
      split: z.strictObject({ item: z.string(), shares: pairOfTexts }).optional(),
      interchangeable: ids,
      worthless: ids,
      percent: z.string()
    })
    .nullable(),
  agreed: z.array(z.strictObject({ issue: z.string(), option: z.string() }))
})

const amount = z
  .strictObject({ amount: z.number(), exactly: z.string().optional(), gains: points })
  .meta({
    id: 'amount',
    description: 'An amount of a divisible issue between its steps, exactly where it is a fraction.'
  })

const share = z.strictObject({ gains: z.array(z.string()), payments: z.array(z.string()) })

const payments = z
  .strictObject({
    pointsPerUnit: z.array(z.number()),
    terms,
    surplus: z.string(),
    nash: share,
    egalitarian: share
  })
  .meta({
    id: 'payments',
    description: 'Exact fractions as text: gains in points, payments in units (below 0: pays).'
  })

/** What `solve bargaining --format json` prints of a case without errors. */
export const bargained = z.strictObject({
  ...head('solve bargaining'),
  case: about,
  settings: z.strictObject({
    respectRedlines: z.boolean(),
    at: chance,
    conditional: ids,
    leftOut: ids,
    exact: z.array(z.boolean())
  }),
  parties: ids,
  noDeal: points,
  ideal: points.nullable(),
  gainless: ids,
  packages: z.strictObject({ total: count, admissible: count }),
  frontier: z
    .strictObject({
      size: z.int().min(0),
      exact: z.boolean(),
      within: points.nullable(),
      packages: count.nullable(),
      points: z.array(listed)
    })
    .nullable(),
  nash: nash.nullable(),
  kalaiSmorodinsky: z.strictObject({ maxMin: best.nullable(), mostEqual: best.nullable() }),
  egalitarian: best.nullable(),
  welfare: best.nullable(),
  opposition: z.number().nullable(),
  pair: pair.optional(),
  finer: z.array(
    z.strictObject({
      issue: z.string(),
      step: z.number(),
      nash: amount.nullable(),
      egalitarian: amount.nullable()
    })
  ),
  payments: payments.nullable().optional(),
  proposals: z.record(z.string(), proposal)
})

/** The document of `solve bargaining`. */
export type BargainingDocument = DocumentOf<typeof bargained>
