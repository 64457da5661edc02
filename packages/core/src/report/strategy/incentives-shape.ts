import { z } from 'zod'
import type { estimateShape } from '../shapes.ts'
import { ids, terms } from '../shapes.ts'

const spread = z
  .strictObject({ central: z.number(), half: z.tuple([z.number(), z.number()]) })
  .meta({
    id: 'spread',
    description:
      'Points at central judgements, and between which ends the middle half of draws lies.'
  })

/** The part of `solve strategy` about going on and stopping. */
export const incentivesShape = (estimate: typeof estimateShape) => {
  const gains = z.array(z.strictObject({ party: z.string(), gain: spread, better: estimate }))
  return z.strictObject({
    ledgers: z
      .array(
        z.strictObject({
          party: z.string(),
          required: z.boolean(),
          base: spread,
          entries: z.array(
            z.strictObject({
              id: z.string(),
              toward: z.enum(['stop', 'continue']),
              worth: spread,
              scenarios: ids,
              against: z.strictObject({ issue: z.string(), options: ids }).optional()
            })
          ),
          sum: spread
        })
      )
      .describe(
        'by party: what the state of things without a deal is worth (`base`), what each of the `entries` adds to it or takes, with the `scenarios` it hangs on and the packages it counts `against` alone, and the `sum`'
      ),
    ripeness: z
      .strictObject({
        parties: ids,
        unknown: ids,
        ripe: z.boolean().nullable(),
        witness: z
          .strictObject({
            terms,
            gains,
            together: estimate,
            least: z.number(),
            bound: z.number(),
            worst: z.strictObject({
              low: z.number(),
              draw: z.int().min(1),
              parties: ids,
              losing: z.array(z.strictObject({ party: z.string(), share: estimate }))
            })
          })
          .nullable(),
        private: z.array(
          z.strictObject({
            party: z.string(),
            worth: z.number(),
            low: z.number(),
            high: z.number()
          })
        ),
        waiting: z.array(
          z.strictObject({
            party: z.string(),
            best: z.number(),
            worst: z.number(),
            inBest: ids,
            inWorst: ids,
            settlement: z.number(),
            most: z.number(),
            fightsFirst: z.boolean().optional(),
            discount: z.number().optional()
          })
        )
      })
      .describe(
        'whether going on is worth less than the `witness` to all whose consent is needed (`ripe`; `null` where the search did not decide): the package whose `least` gain is greatest, the `bound` that no least gain exceeds, and the share of draws in which nobody loses by it (`together`); what its least gain is at or below in 5 of 100 draws, in which draw and whose, and who loses most in how many (`worst`); whose own no deal turns the sign (`private`), and whose turns with a scenario (`waiting`), with the `most` it can be offered within the rules and redlines'
      ),
    proposals: z
      .array(
        z.strictObject({
          id: z.string(),
          gains,
          together: estimate,
          staged: z
            .strictObject({
              terms: z.array(
                z.strictObject({ issue: z.string(), option: z.string(), then: z.string() })
              ),
              by: ids,
              parties: z.array(
                z.strictObject({
                  party: z.string(),
                  first: z.number(),
                  last: z.number(),
                  stopping: spread,
                  stops: estimate,
                  answered: z.number().optional()
                })
              )
            })
            .nullable()
        })
      )
      .describe(
        'what stopping on each proposal is worth to whom beyond going on, in what share of draws it is no loss (`better`), and in what share to nobody whose consent it needs (`together`); where terms are `staged`, whose deliverables bring the later options (`by`), what the `first` stage and the `last` are worth over no deal, what `stopping` at the first adds and in what share of draws it adds something (`stops`), and what it adds if the others go back to no deal (`answered`)'
      )
  })
}
