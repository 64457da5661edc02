import { z } from 'zod'
import type { DocumentOf } from './shapes.ts'
import {
  about,
  admissibleShape,
  chanceShape,
  countShape,
  estimateShape,
  headShape,
  ids,
  verdict,
  whose
} from './shapes.ts'

/** Left and right; null where one side says nothing. */
const pair = <T extends z.ZodType>(value: T) => z.tuple([value.nullable(), value.nullable()])
const words = pair(z.string())
const number = pair(z.number())
const both = z.tuple([z.string(), z.string()])
const counted = z.strictObject({ total: countShape, ...admissibleShape })
const onlyIn = { onlyLeft: ids, onlyRight: ids, both: z.int().min(0) }

const difference = z.strictObject({
  titles: both.describe('of the two cases'),
  views: words.describe('whose view each is'),
  asOf: both.describe('the day of each'),
  parties: z.strictObject(onlyIn).describe('that only one has, and how many `both` have'),
  issues: z
    .strictObject({
      ...onlyIn,
      options: z.array(z.strictObject({ issue: z.string(), onlyLeft: ids, onlyRight: ids }))
    })
    .describe(
      'that only one has, how many `both` have, and of those the `options` that only one has'
    ),
  required: pair(ids).describe('who must accept'),
  packages: z
    .tuple([counted, counted])
    .describe(
      'packages in `total`, and how many keep rules and binding redlines (`admissible`): so many where `exact`, else at least so many'
    ),
  redlines: z
    .array(
      z.strictObject({
        id: z.string(),
        what: words,
        firmness: pair(chanceShape),
        whose: pair(whose),
        source: words
      })
    )
    .describe(
      'that differ: `what` is excluded, `firmness` and `whose` figure that is, the `source` of the claim'
    ),
  interests: z
    .array(
      z.strictObject({
        party: z.string(),
        issue: z.string(),
        share: pair(chanceShape),
        values: z.array(z.strictObject({ option: z.string(), value: number }))
      })
    )
    .describe("that differ: the issue's `share` of all weights, and `values` by option"),
  noDeal: z
    .array(z.strictObject({ party: z.string(), value: number }))
    .describe('what no deal is worth to each party, at the centre'),
  proposals: z
    .strictObject({
      ...onlyIn,
      terms: z.array(z.strictObject({ proposal: z.string(), issue: z.string(), option: words }))
    })
    .describe('that only one has, how many `both` have, and of those the `terms` that differ'),
  verdicts: z
    .array(
      z.strictObject({
        proposal: z.string(),
        verdict: pair(verdict),
        p: pair(chanceShape),
        walkers: pair(ids)
      })
    )
    .describe('of the proposals: `verdict`, joint `p`, `walkers`')
})

/** What `diff --format json` prints of two cases without errors. */
export const compared = z.strictObject({
  ...headShape('diff'),
  cases: both.describe('the two, as they were asked for'),
  difference: difference.describe('where they differ, as follows')
})

const accepts = z.strictObject({
  verdict,
  accepts: chanceShape,
  gain: z.number().nullable().describe('in points, at the centre')
})

/** What `diff --proposals --format json` prints of a case without errors. */
export const comparedProposals = z.strictObject({
  ...headShape('diff'),
  case: about,
  settings: z.strictObject({ draws: z.int(), seed: z.int() }),
  proposals: both.describe('the two, by id'),
  joint: z
    .tuple([
      z.strictObject({ verdict, ...estimateShape.shape }),
      z.strictObject({ verdict, ...estimateShape.shape })
    ])
    .describe('the verdict on each, and the chance that all accept'),
  parties: z
    .record(z.string(), pair(accepts))
    .describe('what each party makes of them; `null` where it is not asked'),
  terms: z
    .array(z.strictObject({ issue: z.string(), option: words }))
    .describe('issues that they settle otherwise; `null`: left open'),
  alike: z.int().min(0).describe('how many issues they settle alike'),
  crossed: z
    .array(z.strictObject({ redline: z.string(), by: z.string() }))
    .describe('redlines that only one crosses, and which')
})

/** The document of `diff` about two proposals. */
export type DiffProposalsDocument = DocumentOf<typeof comparedProposals>
/** The document of `diff`. */
export type DiffDocument = DocumentOf<typeof compared>
