import { z } from 'zod'
import type { DocumentOf } from './shapes.ts'
import { chance, head, ids, verdict } from './shapes.ts'

/** Left and right; null where one side says nothing. */
const pair = <T extends z.ZodType>(value: T) => z.tuple([value.nullable(), value.nullable()])
const words = pair(z.string())
const number = pair(z.number())
const both = z.tuple([z.string(), z.string()])
const onlyIn = { onlyLeft: ids, onlyRight: ids, both: z.int().min(0) }

const difference = z.strictObject({
  titles: both,
  views: words,
  asOf: both,
  parties: z.strictObject(onlyIn),
  issues: z.strictObject({
    ...onlyIn,
    options: z.array(z.strictObject({ issue: z.string(), onlyLeft: ids, onlyRight: ids }))
  }),
  required: pair(ids),
  redlines: z.array(
    z.strictObject({ id: z.string(), what: words, firmness: pair(chance), source: words })
  ),
  interests: z.array(
    z.strictObject({
      party: z.string(),
      issue: z.string(),
      share: pair(chance),
      values: z.array(z.strictObject({ option: z.string(), value: number }))
    })
  ),
  noDeal: z.array(z.strictObject({ party: z.string(), value: number })),
  proposals: z.strictObject({
    ...onlyIn,
    terms: z.array(z.strictObject({ proposal: z.string(), issue: z.string(), option: words }))
  }),
  verdicts: z.array(
    z.strictObject({
      proposal: z.string(),
      verdict: pair(verdict),
      p: pair(chance),
      walkers: pair(ids)
    })
  )
})

/** What `diff --format json` prints of two cases without errors. */
export const compared = z.strictObject({ ...head('diff'), cases: both, difference })

/** The document of `diff`. */
export type DiffDocument = DocumentOf<typeof compared>
