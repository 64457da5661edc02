import { z } from 'zod'
import { packagesShape } from './packages-shape.ts'
import { proposalShape } from './proposal-shape.ts'
import { choiceShape } from './readings-shape.ts'
import type { DocumentOf } from './shapes.ts'
import { about, chanceShape, countShape, estimateShape, headShape, ids, terms } from './shapes.ts'

const cores = z.strictObject({
  at: chanceShape,
  complete: z.boolean(),
  sets: z.array(z.strictObject({ redlines: ids, assumed: ids }))
})

const beyondNoDeal = z.strictObject({
  exists: z.boolean().optional(),
  terms: terms.optional(),
  leastGain: z.number().nullable(),
  bound: z.number().nullable(),
  dropped: ids,
  admits: z.enum(['some', 'unknown']),
  nodes: z.int().min(0)
})

const thresholds = z.strictObject({
  dead: chanceShape,
  contested: chanceShape,
  likely: chanceShape,
  robust: chanceShape,
  firm: chanceShape
})

/** What `check --format json` prints of a case without errors. */
export const checked = z.strictObject({
  ...headShape('check'),
  case: about,
  settings: z
    .strictObject({
      draws: z.int().min(1),
      seed: z.int().min(0),
      dependence: z.enum(['independent', 'party']),
      word: z.string().optional(),
      thresholds
    })
    .describe(
      "`draws`, `seed`, `dependence`, whose `word` on redlines alone counted (absent: everybody's), and the `thresholds` between the verdicts"
    ),
  packages: packagesShape,
  core: z
    .array(ids)
    .describe(
      'groups of redlines, each of which no package respects together, at the first of the levels in `cores`; empty when some package respects all'
    ),
  cores: z
    .array(cores)
    .describe(
      'the same at each firmness `at`: `sets` of `redlines`, with those that are `assumed`; `complete` tells whether all were found'
    ),
  ended: z
    .array(z.strictObject({ redline: z.string(), until: z.string(), crossedBy: ids }))
    .optional()
    .describe(
      "redlines whose `until` lies on or before the case's `as-of`: they count for nothing; `crossedBy` names the proposals that would cross them. Left out where there is none"
    ),
  beyondNoDeal: beyondNoDeal
    .optional()
    .describe(
      'whether some admissible package is better than no deal for every required party (`exists`; left out when the search stopped early), its `terms`, the `leastGain` of any party there, the upper `bound` on it (both `null` where no package is admissible), the redlines `dropped` because no package keeps all of them, whether `some` package is known to keep the others (`admits`), and the `nodes` searched'
    ),
  ceiling: z
    .strictObject({
      chance: estimateShape,
      bound: chanceShape,
      exact: z.boolean(),
      across: z.boolean()
    })
    .nullable()
    .describe(
      'the most that any text can reach: its `chance`, the `bound` that no package exceeds, whether they are the same (`exact`), and whether every package crosses a firm redline (`across`); `null` where nobody asked, where the rules leave no package, and where the case is too large to tell in passing: `solve acceptance` tells it then'
    ),
  readings: z
    .strictObject({
      draws: z.int().min(1),
      judged: z.int().min(1),
      outOf: countShape,
      choices: z.array(z.strictObject({ ...choiceShape, options: z.array(z.string()) }))
    })
    .optional()
    .describe(
      'readings of what the case leaves open: how many were `judged`, `outOf` how many, on how many `draws`, and the `choices` with their `options`, the first as stated'
    ),
  proposals: z.record(z.string(), proposalShape).describe('a judgement by proposal, as follows')
})

/** The document of `check`. */
export type CheckDocument = DocumentOf<typeof checked>
