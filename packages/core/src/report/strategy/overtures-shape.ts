import { z } from 'zod'
import { chanceShape, ids } from '../shapes.ts'

const response = z.enum(['welcomed', 'refused'])
const belief = z.array(chanceShape).describe('the chance of each type, in their order')

const order = z.strictObject({
  belief,
  best: ids.describe('the proposals with the best joint chance; several where they tie'),
  worth: chanceShape.describe('that chance'),
  certainty: z.number().min(0).describe('what knowing the type for sure would be worth'),
  ranked: z
    .array(
      z.strictObject({
        overture: z.string(),
        rank: z.int().min(1).describe('those that tie share one'),
        welcomes: z.array(chanceShape).describe('the chance of a welcome by each type'),
        value: z.number().min(0).describe('by how much it raises the best joint chance'),
        standardError: z.number().min(0),
        leakCost: z.strictObject({ low: z.number(), centre: z.number(), high: z.number() }),
        net: z.number().describe('the value less what a leak costs, at its centre'),
        bluff: chanceShape
          .nullable()
          .describe('the share of empty answers borne; `null` where it is not worth its leak'),
        after: z.array(
          z.strictObject({
            response,
            chance: chanceShape,
            posterior: belief,
            best: ids,
            worth: chanceShape
          })
        )
      })
    )
    .describe('the overtures left, the best first')
})

/** The part of `solve strategy` about the overtures to one party. */
export const overturesShape = z.strictObject({
  party: z.string(),
  types: z.array(
    z.strictObject({
      id: z.string(),
      p: chanceShape,
      unknown: ids.describe('changes that name no figure of the stance')
    })
  ),
  proposals: z.array(
    z.strictObject({ id: z.string(), asStated: chanceShape, byType: z.array(chanceShape) })
  ),
  before: order.describe('before any answer'),
  answered: z
    .array(z.strictObject({ overture: z.string(), response, chance: chanceShape, then: order }))
    .describe('the answers that came, in order')
})
