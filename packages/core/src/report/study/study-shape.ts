import { z } from 'zod'
import { METHODS } from '../../study/index.ts'
import { packagesShape } from '../packages-shape.ts'
import type { DocumentOf } from '../shapes.ts'
import { about, chanceShape, concept, estimateShape, headShape, ids, terms } from '../shapes.ts'

const average = z.strictObject({ mean: z.number(), standardError: z.number().min(0) }).meta({
  id: 'average',
  description: 'A mean over the draws that need not be a chance, with its standard error.'
})

const interval = z.strictObject({ value: z.number(), low: z.number(), high: z.number() }).meta({
  id: 'interval',
  description:
    'A sampled share of variance with its 95 per cent interval, which may reach beyond 0 and 1.'
})

const input = z
  .strictObject({
    key: z.string().describe('where it stands in the case, by ids'),
    kind: z.enum(['judgement', 'firmness', 'scenario', 'poll']).describe('what is uncertain'),
    file: z.string().optional().describe('the file it stands in'),
    line: z.int().min(1).optional().describe('its line, from 1'),
    first: interval
      .nullable()
      .describe('first index with its 95 per cent interval; `null` where the output does not vary'),
    total: interval
      .nullable()
      .describe('total index with its 95 per cent interval; `null` where the output does not vary'),
    rests: z
      .number()
      .min(0)
      .nullable()
      .describe(
        'how many samples the indices rest on: as many changes of one size as weigh like those that were drawn; below 10 too few to say anything by them'
      ),
    low: average.describe("the output's mean at its low end"),
    high: average.describe("the output's mean at its high end")
  })
  .meta({
    id: 'input',
    description:
      'Something uncertain: its Sobol indices (null for an output that does not vary), and the output with it at its ends.'
  })

const drivers = z.strictObject({
  output: z.enum(['joint', 'gain']),
  party: z.string().nullable(),
  mean: average,
  inputs: z.array(input)
})

const alternative = z
  .strictObject({
    kind: z.enum(['proposal', 'package', 'no-deal']).describe('what it is'),
    completed: terms.nullable().describe('how a draft was completed'),
    accepted: estimateShape
      .extend({ parties: z.record(z.string(), estimateShape) })
      .nullable()
      .describe('the chance that it is accepted, jointly and by party'),
    efficient: estimateShape.nullable().describe('the chance that it is efficient'),
    equilibrium: z
      .strictObject({
        state: z.string(),
        concepts: z.partialRecord(concept, estimateShape).nullable()
      })
      .nullable()
      .describe('the `state` that means it and an estimate by concept'),
    drivers: z
      .array(drivers)
      .nullable()
      .describe(
        'for the `joint` chance, then for the `gain` of each required `party`: its `mean`, and its `inputs` by total index, as follows'
      )
  })
  .meta({ id: 'alternative', description: 'A proposal, a package or no deal, under all draws.' })

const comparison = z.strictObject({
  least: z.number(),
  necessarily: z.boolean(),
  possibly: z.boolean()
})

const choice = z
  .strictObject({
    ranks: z.array(estimateShape).describe('the chance of each rank'),
    wins: z.record(z.string(), estimateShape).describe('how often it wins against each other'),
    centralWeights: z
      .record(z.string(), average)
      .nullable()
      .describe('by issue, the mean weights with which it comes first'),
    confidence: estimateShape.nullable().describe('how often it comes first with those weights'),
    comparisons: z
      .record(z.string(), comparison)
      .describe(
        'against each other: the exact `least` difference in points, whether it is `necessarily` and `possibly` at least as good'
      )
  })
  .meta({ id: 'choice', description: 'What one party makes of one alternative.' })

const size = z.int().min(0)
const method = z.strictObject({ by: z.string(), exact: z.boolean() })

/** What `solve study` prints for a sound case. */
export const studyShape = z.strictObject({
  ...headShape('solve study'),
  case: about,
  settings: z
    .strictObject({
      draws: z.int().min(1),
      seed: size,
      dependence: z.enum(['independent', 'party']),
      samples: size,
      efficiencyDraws: size,
      equilibriumDraws: size,
      exchange: chanceShape,
      focus: ids.optional(),
      packages: ids
    })
    .describe(
      '`draws`, `seed`, `dependence`, `samples`, `efficiencyDraws`, `equilibriumDraws` as asked for, `exchange`, `focus` where proposals were named, `packages` compared beside the proposals'
    ),
  partial: z.boolean().describe('stopped before the last draw; `sizes` says after how many'),
  sizes: z
    .strictObject({
      draws: z.int().min(1),
      efficiency: size,
      equilibrium: size,
      confidence: size,
      samples: size
    })
    .describe('how many draws each kind of figure rests on'),
  left: z
    .strictObject({ efficiency: ids, drivers: ids, completions: ids })
    .describe(
      'what was left out so that the study ends, by ids of alternatives: not asked how often nothing is better (`efficiency`), inputs not ranked (`drivers`), completed as well as was found and not proved to be the best (`completions`); where `sizes` are below `settings` and it is not `partial`, fewer draws were taken for the same reason'
    ),
  methods: z
    .record(z.enum(Object.keys(METHODS)), method)
    .describe('by which method each figure was found, and whether it is `exact`'),
  order: ids.describe('the ids of the alternatives: proposals, then `no-deal`'),
  packages: packagesShape
    .optional()
    .describe(
      'the packages that those alternatives are held against for efficiency, as `check` counts them: at other firmness (`levels`) and with redlines near the firmness that binds read otherwise (`edges`); absent where efficiency cannot be told'
    ),
  alternatives: z.record(z.string(), alternative).describe('by id, as follows'),
  parties: z
    .record(z.string(), z.strictObject({ issues: ids, alternatives: z.record(z.string(), choice) }))
    .describe('by id: `issues`, and by alternative what the party makes of it, as follows')
})

/** The document of `solve study`. */
export type StudyDocument = DocumentOf<typeof studyShape>
