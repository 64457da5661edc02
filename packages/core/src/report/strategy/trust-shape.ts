import { z } from 'zod'
import { chanceShape, ids } from '../shapes.ts'

const payoffs = z
  .strictObject({ both: z.number(), taking: z.number(), giving: z.number(), none: z.number() })
  .describe('points: kept by both, taken without giving, given without taking, no deal')

const needed = z.strictObject({
  kind: z.enum(['always', 'from', 'never']),
  least: chanceShape.nullable().describe('the least trust, where there is one'),
  wary: z.boolean().describe('whether it keeps to it only where it does not trust')
})

const least = chanceShape.nullable().describe('`null` where no trust is enough')

const drawn = z.strictObject({
  draws: z.int().min(1),
  median: least,
  low: least,
  high: least,
  never: chanceShape.describe('the share of draws in which no trust is enough')
})

/** The part of `solve strategy` about the trust that one proposal asks for. */
export const trustShape = z.strictObject({
  proposal: z.string(),
  parties: z.array(
    z.strictObject({
      party: z.string(),
      parts: z.strictObject({
        stands: z.number(),
        atOnce: z.number(),
        given: z.number(),
        taken: z.number()
      }),
      payoffs,
      needed,
      drawn,
      lacking: z
        .strictObject({ evenOdds: z.number().min(0), keeping: z.number().min(0) })
        .describe('the expected penalty for even odds to be enough, and for full trust to be'),
      guarantors: z.array(
        z.strictObject({
          by: ids,
          payoffs,
          needed,
          drawn,
          chance: z
            .strictObject({ evenOdds: chanceShape.nullable(), keeping: chanceShape.nullable() })
            .nullable()
            .describe('how surely it would have to act; `null` where not even surely is enough')
        })
      )
    })
  ),
  owesNothing: ids,
  unknown: ids
})
