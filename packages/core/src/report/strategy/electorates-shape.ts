import { z } from 'zod'
import { chanceShape, ids } from '../shapes.ts'

const terms = z.record(z.string(), z.string())

const found = z
  .strictObject({ terms, gains: z.array(z.number()) })
  .describe('the package, and what it is worth over no deal, in points, in the order of `parties`')

/** What a body at home would let pass. */
export const electorateShape = z
  .strictObject({
    party: z.string().describe('whose body it is'),
    body: z.string().describe('its id'),
    ways: z.int().min(0).describe('ways to settle the issues that it looks at, within the rules'),
    passed: z.int().min(0).describe('those that it passes with even odds or better: its win-set'),
    best: z
      .strictObject({ p: chanceShape, terms })
      .describe('what it is likeliest to pass, for instance'),
    terms: z
      .array(
        z.strictObject({
          issue: z.string(),
          option: z.string(),
          p: chanceShape,
          with: terms
        })
      )
      .describe('by term: the best chance `p` of anything with it, and `with` what, for instance'),
    waves: z
      .array(
        z.strictObject({
          question: z.string(),
          answers: ids,
          waves: z.array(
            z.strictObject({
              poll: z.string(),
              field: z.string(),
              share: chanceShape,
              error: z.number()
            })
          ),
          slope: z.number(),
          slopeError: z.number()
        })
      )
      .describe(
        'questions put more than once: shares in favour by date, and the `slope` in a month with its standard error'
      ),
    bargain: z
      .strictObject({
        parties: ids,
        free: found,
        bound: found.nullable(),
        exact: z.boolean()
      })
      .nullable()
      .describe(
        'the best for all as it is (`free`), and within the win-set (`bound`; `null` where nothing of it is admissible)'
      )
  })
  .meta({ id: 'electorate', description: 'What a body at home would let pass.' })
