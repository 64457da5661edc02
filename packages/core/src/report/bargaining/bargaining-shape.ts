import { z } from 'zod'
import { putInShape } from '../put-in-shape.ts'
import type { DocumentOf } from '../shapes.ts'
import {
  about,
  admissibleShape,
  chanceShape,
  countShape,
  estimateShape,
  headShape,
  ids,
  terms
} from '../shapes.ts'

const points = z
  .array(z.number())
  .meta({ id: 'points', description: 'By party, in the order of `parties`, in points of 0..100.' })

const chance = estimateShape
  .nullable()
  .describe(
    'how likely all whose consent it needs accept it, as in `check`; `null` where it was not drawn'
  )

const deal = {
  values: points.describe('what the package is worth to each party'),
  gains: points.describe('what each party gains over no deal'),
  terms: terms.describe('the package'),
  packages: countShape
    .nullable()
    .describe('how many packages have exactly these gains; `null` where that was not counted'),
  chance
}

const listed = z.strictObject(deal).meta({
  id: 'deal',
  description: 'A package, what it is worth, and how many packages are worth exactly that.'
})

const certificate = z
  .strictObject({
    by: z
      .enum(['frontier', 'branch and bound', 'integer programming'])
      .describe('how it is proved'),
    bound: z.number().describe('no package exceeds it'),
    gap: z.number().min(0).describe('what is left between the bound and the deal'),
    complete: z.boolean().describe('whether the search was complete'),
    weights: z.array(z.number()).optional().describe('from which anybody computes the `rootBound`'),
    rootBound: z.number().optional().describe('the bound that the `weights` give'),
    nodes: z.int().min(0).optional().describe('regions searched')
  })
  .meta({
    id: 'certificate',
    description:
      'How it is known that nothing is better: no package exceeds `bound`; from `weights` anybody computes `rootBound` anew.'
  })

const proved = {
  certificate: certificate.describe('how it is known that nothing is better, as below'),
  ties: z.array(listed).describe('up to 19 more that are as good')
}

const best = z.strictObject({
  ...deal,
  value: z
    .number()
    .describe('by the standard: least share, difference of shares, least gain or sum'),
  ...proved
})
const nash = z.strictObject({
  ...deal,
  product: z.number().describe('the product of gains'),
  ...proved
})

const change = z.strictObject({
  issue: z.string(),
  from: z.string(),
  to: z.string(),
  giving: ids,
  receiving: ids
})
const trade = z.strictObject({ changes: z.array(change), gains: points })

const proposal = z.strictObject({
  gains: points.describe('of each party, in points'),
  chance,
  terms: terms.describe('the package it comes to'),
  filled: terms.describe('open issues, and how they are filled'),
  crosses: ids.describe('redlines it crosses'),
  mayCross: ids.describe('redlines it crosses under some scenario only, which binds nothing'),
  breaks: ids.describe('rules it breaks'),
  inside: z.boolean().describe('whether it is inside the bounds'),
  efficient: z
    .boolean()
    .nullable()
    .describe('whether it is efficient there; `null` where the search ended before it knew'),
  improvement: z
    .strictObject({ adds: points, chance, terms })
    .nullable()
    .describe('what is better for all, what it `adds` for each, and its `chance`'),
  trades: z
    .strictObject({
      improvements: z.array(trade),
      improvementCount: z.int().min(0),
      trades: z.array(trade),
      tradeCount: z.int().min(0)
    })
    .nullable()
    .describe(
      'single `improvements` and exchanges, up to 5 each with their counts; `null` for proposals out of bounds'
    )
})

const lottery = z
  .strictObject({
    gains: points,
    packages: z.array(z.strictObject({ chance: chanceShape, terms }))
  })
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
  ...headShape('solve bargaining'),
  case: about,
  settings: z
    .strictObject({
      respectRedlines: z.boolean(),
      at: chanceShape,
      conditional: ids,
      leftOut: ids,
      exact: z.array(z.boolean()),
      rough: z.boolean().optional(),
      chances: z
        .strictObject({
          draws: z.int(),
          seed: z.int(),
          dependence: z.enum(['independent', 'party']),
          pointDraws: z.int()
        })
        .optional()
    })
    .describe(
      '`respectRedlines`, and `at` which firmness they bind; parties asked though required only under a condition (`conditional`); parties `leftOut`, without gain; `exact`: by party, whether its numbers were made whole without rounding; `rough`: that it is a first answer, of which little is proved; `chances`: the draws behind each `chance`, and behind those of the frontier (`pointDraws`; at most 2,000 of its points are drawn)'
    ),
  parties: ids.describe('whose deals'),
  noDeal: points.describe('what no deal is worth to each'),
  ideal: points
    .nullable()
    .describe(
      'the most each can gain where nobody loses, as far as was found; `null` where every package makes somebody worse off, or none was found (`undecided`)'
    ),
  gainless: ids.describe('who cannot gain'),
  undecided: z
    .strictObject({
      ideals: z.array(z.strictObject({ party: z.string(), bound: z.number().nullable() })),
      standards: z.array(z.enum(['nash', 'maxMin', 'mostEqual', 'egalitarian', 'welfare']))
    })
    .describe(
      'what a limit left open: who may gain more than its `ideal` (in points, at most `bound`; `null`: not known), and the `standards` by which no package was found though there may be one'
    ),
  putIn: putInShape.describe('what rules and, where respected, redlines leave no choice about'),
  packages: z
    .strictObject({ total: countShape, ...admissibleShape })
    .describe(
      'as in `check`, for the parties asked: `admissible` so many where `exact`, else at least so many'
    ),
  frontier: z
    .strictObject({
      size: z.int().min(0),
      exact: z.boolean(),
      within: points.nullable(),
      rounding: points.nullable(),
      packages: countShape.nullable(),
      points: z.array(listed)
    })
    .nullable()
    .describe(
      '`size`: how many different gains; whether it is `exact`, else `within` how many points by party; where numbers fit no common whole numbers, by how many points gains may differ and still count as equal (`rounding`); how many `packages` in all; the first 10,000 `points`, a deal each. `null` where it was not listed'
    ),
  efficient: z
    .array(listed)
    .optional()
    .describe(
      'some of the efficient packages, each proved to be one, where conditions link so many issues that the frontier cannot be listed'
    ),
  nash: nash
    .nullable()
    .describe(
      'the best deal by the product of gains, its `product`; `certificate` and `ties` as below'
    ),
  kalaiSmorodinsky: z
    .strictObject({ maxMin: best.nullable(), mostEqual: best.nullable() })
    .describe(
      'the best deals by the share of its ideal that each party gets: `maxMin`, its `value` the least share, and `mostEqual`, its `value` the difference of shares'
    ),
  egalitarian: best.nullable().describe('the best deal by the least gain, its `value`'),
  welfare: best.nullable().describe('the best deal by the sum of gains, its `value`'),
  opposition: z
    .number()
    .nullable()
    .describe(
      'distance from the ideals, 0 when all can have their best at once; `null` without an exact frontier'
    ),
  pair: pair
    .optional()
    .describe(
      'for two parties: `lotteries` with the `chance` of each of two packages (`null` where no lottery is better than a package); `adjustedWinner` in fractions as text; issues on which both are `agreed`'
    ),
  finer: z
    .array(
      z.strictObject({
        issue: z.string(),
        step: z.number(),
        nash: amount.nullable(),
        egalitarian: amount.nullable()
      })
    )
    .describe(
      'divisible issues for which an amount between the steps is better: the `step` in the package, the best amount by `nash` (product) and `egalitarian` (least gain), `exactly` where it is a fraction; `null` where a step is best'
    ),
  payments: payments
    .nullable()
    .optional()
    .describe(
      'with `--payments`: the `terms` that create most, the `surplus`, and how `nash` and `egalitarian` share it, in fractions as text (below 0: pays); `null` where nothing can be shared'
    ),
  proposals: z.record(z.string(), proposal).describe('by id, as follows')
})

/** The document of `solve bargaining`. */
export type BargainingDocument = DocumentOf<typeof bargained>
