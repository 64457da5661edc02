import { z } from 'zod'
import { METHODS } from '../../study/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { about, chance, concept, estimate, head, ids, terms } from '../shapes.ts'

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
    key: z.string(),
    kind: z.enum(['judgement', 'firmness', 'scenario', 'poll']),
    file: z.string().optional(),
    line: z.int().min(1).optional(),
    first: interval.nullable(),
    total: interval.nullable(),
    low: average,
    high: average
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
    kind: z.enum(['proposal', 'package', 'no-deal']),
    completed: terms.nullable(),
    accepted: estimate.extend({ parties: z.record(z.string(), estimate) }).nullable(),
    efficient: estimate.nullable(),
    equilibrium: z
      .strictObject({ state: z.string(), concepts: z.partialRecord(concept, estimate).nullable() })
      .nullable(),
    drivers: z.array(drivers).nullable()
  })
  .meta({ id: 'alternative', description: 'A proposal, a package or no deal, under all draws.' })

const comparison = z.strictObject({
  least: z.number(),
  necessarily: z.boolean(),
  possibly: z.boolean()
})

const choice = z
  .strictObject({
    ranks: z.array(estimate),
    wins: z.record(z.string(), estimate),
    centralWeights: z.record(z.string(), average).nullable(),
    confidence: estimate.nullable(),
    comparisons: z.record(z.string(), comparison)
  })
  .meta({ id: 'choice', description: 'What one party makes of one alternative.' })

const size = z.int().min(0)
const method = z.strictObject({ by: z.string(), exact: z.boolean() })

/** What `solve study` prints for a sound case. */
export const study = z.strictObject({
  ...head('solve study'),
  case: about,
  settings: z.strictObject({
    draws: z.int().min(1),
    seed: size,
    dependence: z.enum(['independent', 'party']),
    samples: size,
    efficiencyDraws: size,
    equilibriumDraws: size,
    exchange: chance,
    focus: ids.optional(),
    packages: ids
  }),
  partial: z.boolean(),
  sizes: z.strictObject({
    draws: z.int().min(1),
    efficiency: size,
    equilibrium: size,
    confidence: size,
    samples: size
  }),
  methods: z.record(z.enum(Object.keys(METHODS)), method),
  order: ids,
  alternatives: z.record(z.string(), alternative),
  parties: z.record(
    z.string(),
    z.strictObject({ issues: ids, alternatives: z.record(z.string(), choice) })
  )
})

/** The document of `solve study`. */
export type StudyDocument = DocumentOf<typeof study>
