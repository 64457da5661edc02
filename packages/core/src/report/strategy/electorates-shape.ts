import { z } from 'zod'
import { chanceShape, ids } from '../shapes.ts'

const terms = z.record(z.string(), z.string())

const found = z
  .strictObject({ terms, gains: z.array(z.number()) })
  .describe('the package, and what it is worth over no deal, in points, in the order of `parties`')

const passing = z.strictObject({ p: chanceShape, terms })

/** What a body at home would let pass. */
const electorateShape = z
  .strictObject({
    party: z.string().describe('whose body it is'),
    body: z.string().describe('its id'),
    ways: z.int().min(0).describe('ways to settle the issues that it looks at, within the rules'),
    passed: z.int().min(0).describe('those that it passes with even odds or better: its win-set'),
    best: passing.describe('what it is likeliest to pass, for instance'),
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
          slopeError: z.number(),
          last: z.strictObject({ change: z.number(), error: z.number() })
        })
      )
      .describe(
        'questions put more than once: shares in favour by date, the `slope` in a month with its standard error, and the change from the last wave but one to the last (`last`)'
      ),
    bargain: z
      .strictObject({
        parties: ids,
        free: found,
        bound: found.nullable(),
        nearest: passing.nullable(),
        exact: z.boolean()
      })
      .nullable()
      .describe(
        'the best for all as it is (`free`), and within the win-set (`bound`; `null` where nothing of it is admissible: then `nearest` is the likeliest to pass of all that is)'
      )
  })
  .meta({ id: 'electorate', description: 'What a body at home would let pass.' })

/** What bodies at home would let pass: those tried, and those left out. */
export const electoratesShape = z.strictObject({
  tried: z.array(electorateShape).describe('bodies that were tried before every way'),
  left: z
    .array(
      z.strictObject({
        party: z.string(),
        body: z.string(),
        why: z.enum(['too-many', 'silent']),
        ways: z.number()
      })
    )
    .describe(
      'bodies left out: their issues can be settled in too many `ways` to try, or neither polls nor assumptions speak to them'
    )
})
