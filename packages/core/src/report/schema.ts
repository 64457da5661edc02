import { z } from 'zod'
import { COALITION_CONCEPTS } from '../stability/coalitions.ts'
import { bargained } from './bargaining/schema.ts'
import {
  about,
  chance,
  concept,
  count,
  estimate,
  head,
  ids,
  refused,
  terms,
  verdict
} from './shapes.ts'
import { study } from './study/schema.ts'

// The promise of what `--format json` prints. Not behind the door of this folder: commands print,
// and need no zod to do so.

// check

const ground = {
  over: z.enum(['redline', 'no-deal', 'ratification']),
  id: z.string(),
  chance,
  fatal: z.boolean(),
  sources: ids
}

const walker = z.strictObject({
  party: z.string(),
  verdict,
  ...ground,
  grounds: z.array(z.strictObject(ground))
})

const redline = z.strictObject({
  id: z.string(),
  firmness: z.strictObject({ low: chance, central: chance, high: chance }),
  certain: z.boolean(),
  says: z.string(),
  source: z.string(),
  assumed: z.boolean()
})

const body = z.strictObject({
  body: z.string(),
  assessed: z.boolean(),
  p: chance,
  margin: z.number().nullable(),
  share: z.number().nullable(),
  sigma: z.number().min(0).nullable(),
  threshold: z.number()
})

const poll = z.strictObject({
  p: chance,
  margin: z.number(),
  share: z.number(),
  accepts: chance,
  joint: chance,
  verdict
})

const ratified = z.strictObject({
  p: chance,
  margin: z.number().nullable(),
  assessed: z.boolean(),
  bodies: z.array(body),
  polls: z.record(z.string(), poll),
  without: z.strictObject({ accepts: chance, joint: chance, verdict })
})

const party = z
  .strictObject({
    verdict,
    onTheLine: z.boolean(),
    accepts: estimate.extend({ together: chance, ifFirmnessLow: chance, ifFirmnessHigh: chance }),
    gain: z
      .strictObject({ low: z.number(), central: z.number(), high: z.number(), gains: chance })
      .nullable(),
    noDeal: z.number().optional(),
    guarantee: z.enum(['every', 'some', 'no']).nullable(),
    radius: chance.nullable(),
    crossed: ids,
    redlines: z.array(redline),
    untestable: ids,
    walks: z.strictObject({ firmest: chance, independent: chance }),
    ratified
  })
  .meta({ id: 'party', description: 'What one party makes of a proposal.' })

const completion = z.strictObject({ terms, joint: estimate, verdict })

const open = z.strictObject({
  issues: ids,
  crosses: z.record(z.string(), z.enum(['every', 'some', 'no'])),
  best: completion.optional(),
  worst: completion.optional(),
  exact: z.boolean().optional()
})

const hinge = z.strictObject({
  key: z.string(),
  party: z.string().optional(),
  kind: z.enum(['judgement', 'firmness', 'poll', 'scenario']),
  set: z.string(),
  p: chance,
  verdict
})

const repair = z
  .strictObject({
    changes: terms,
    settles: ids,
    rank: z.int().min(1),
    verdict,
    joint: estimate,
    pays: z.record(z.string(), z.number()),
    forcedBy: z.string().nullable(),
    ifHalfAsFirm: chance.nullable(),
    unpolled: ids,
    hollow: z.boolean(),
    becomes: z.string().nullable()
  })
  .meta({
    id: 'repair',
    description: 'A least set of changed issues that makes acceptance likelier.'
  })

const proposal = z
  .strictObject({
    verdict,
    onTheLine: z.boolean(),
    capped: z.boolean(),
    joint: estimate.extend({ together: chance, apart: chance, bounds: z.tuple([chance, chance]) }),
    required: ids,
    brokenRules: ids,
    holds: z.strictObject({ state: z.string(), concepts: z.array(concept).nullable() }).optional(),
    walkers: z.array(walker),
    parties: z.record(z.string(), party),
    open,
    hangsOn: z.array(hinge),
    repairs: z.array(repair),
    repairsTotal: count,
    repairsComplete: z.boolean(),
    repairsBinding: z.string().optional()
  })
  .meta({ id: 'proposal', description: 'The judgement of one proposal.' })

const cores = z.strictObject({
  at: chance,
  complete: z.boolean(),
  sets: z.array(z.strictObject({ redlines: ids, assumed: ids }))
})

const beyondNoDeal = z.strictObject({
  exists: z.boolean().optional(),
  terms: terms.optional(),
  leastGain: z.number().nullable(),
  bound: z.number().nullable(),
  nodes: z.int().min(0)
})

const thresholds = z.strictObject({
  dead: chance,
  contested: chance,
  likely: chance,
  robust: chance,
  firm: chance
})

const checked = z.strictObject({
  ...head('check'),
  case: about,
  settings: z.strictObject({
    draws: z.int().min(1),
    seed: z.int().min(0),
    dependence: z.enum(['independent', 'party']),
    thresholds
  }),
  packages: z.strictObject({ total: count, admissible: count, at: chance }),
  core: z.array(ids),
  cores: z.array(cores),
  beyondNoDeal: beyondNoDeal.optional(),
  proposals: z.record(z.string(), proposal)
})

// solve stability

const states = z.array(z.string())
const ends = z
  .union([states, z.strictObject({ count })])
  .meta({ id: 'states', description: 'States, or how many where they are too many to list.' })
const byParty = <T extends z.ZodType>(value: T) => z.record(z.string(), value)
const step = z.tuple([z.string(), z.string(), z.string()]).meta({
  id: 'step',
  description: 'One move: the party, the state it leaves, the state it reaches.'
})
const path = z.array(step)

const sanction = { sanction: path, end: z.string(), reply: step.optional() }
const witness = z
  .union([
    z.strictObject({
      stable: z.literal(false),
      improvement: step,
      attempt: z.strictObject(sanction).optional()
    }),
    z.strictObject({ stable: z.literal(true), because: z.literal('no-move') }),
    z.strictObject({
      stable: z.literal(true),
      because: z.literal('no-improvement'),
      moves: states
    }),
    z.strictObject({
      stable: z.literal(true),
      because: z.literal('sanctioned'),
      answers: z.array(z.strictObject({ improvement: step, ...sanction }))
    })
  ])
  .meta({ id: 'witness', description: 'Why a party stays at a state or leaves it.' })

const statusQuo = z.strictObject({
  state: z.string(),
  reaches: z.record(
    z.string(),
    z.strictObject({ path, improvementsOnly: z.boolean(), byImprovements: path.optional() })
  ),
  jointMoves: z.array(z.strictObject({ movers: ids, to: z.string(), path }))
})

const group = z.partialRecord(z.enum(COALITION_CONCEPTS), states)
const coalitions = z.strictObject({
  gain: z.enum(['strong', 'pareto']),
  equilibria: group,
  groups: z.array(
    z.strictObject({ members: ids, stable: group, improvements: z.record(z.string(), states) })
  )
})

const changes = z.array(z.strictObject({ state: z.string(), concept }))
const swap = z.strictObject({
  party: z.string(),
  statements: z.tuple([z.int().min(1), z.int().min(1)]),
  breaks: changes,
  makes: changes
})

const ranked = z.strictObject({
  party: z.string(),
  swaps: z.int().min(0),
  lowered: states,
  ranking: z.array(states)
})
const least = z.strictObject({
  swaps: z.int().min(0).nullable(),
  atLeast: z.int().min(0).nullable(),
  exact: z.boolean(),
  possible: z.boolean(),
  changed: z.array(ranked)
})
const moved = z.strictObject({ party: z.string(), from: z.int().min(1), to: z.int().min(1) })
const inverse = z.strictObject({
  state: z.string(),
  concepts: z.partialRecord(concept, least),
  statements: z.partialRecord(
    concept,
    z.strictObject({
      atLeast: z.int().min(0).nullable(),
      exact: z.boolean(),
      moves: z.array(moved).nullable()
    })
  ),
  rankings: z.array(
    z.strictObject({ party: z.string(), concept, of: z.int().min(0), holding: z.int().min(0) })
  )
})

const robustness = z.strictObject({
  draws: z.int().min(1),
  seed: z.int().min(0),
  exchange: chance,
  uncertain: z.strictObject({ derived: ids, scenarios: ids }),
  states: z.record(z.string(), z.partialRecord(concept, estimate))
})

const solved = z.strictObject({
  ...head('solve stability'),
  case: about,
  settings: z.strictObject({
    strict: z.boolean(),
    attitude: z.enum(['a', 'b', 'c', 'd']),
    concepts: z.array(concept),
    exact: z.literal(true)
  }),
  parties: ids,
  moves: ids,
  states: states.nullable(),
  feasible: count,
  infeasible: count,
  named: z.record(z.string(), z.strictObject({ state: z.string(), means: z.string().optional() })),
  concepts: z.partialRecord(
    concept,
    z.strictObject({ stable: byParty(ends), equilibria: ends }).nullable()
  ),
  reasons: z.partialRecord(concept, z.string()).optional(),
  witnesses: z.record(z.string(), byParty(z.partialRecord(concept, witness))),
  statusQuo: statusQuo.nullable(),
  coalitions: coalitions.nullable().optional(),
  limitedMoves: z.record(z.string().regex(/^h\d+$/), byParty(states)).optional(),
  nonMyopic: z
    .strictObject({ from: z.int().min(0), period: z.int().min(1), stable: byParty(states) })
    .nullable()
    .optional(),
  swaps: z.array(swap).optional(),
  handMade: z.array(
    z.strictObject({ party: z.string(), unconditional: z.int().min(1), above: z.int().min(1) })
  ),
  inverse: inverse.optional(),
  robustness: robustness.optional()
})

/** Commands whose JSON document has a published schema. */
export type Documented = 'check' | 'solve-stability' | 'solve-bargaining' | 'solve-study'

/**
 * What `--format json` prints, command by command: the whole answer, or the findings of a case with
 * errors.
 */
export const outputSchemas: Readonly<Record<Documented, z.ZodType>> = {
  check: z.union([checked, refused('check')]),
  'solve-stability': z.union([solved, refused('solve stability')]),
  'solve-bargaining': z.union([bargained, refused('solve bargaining')]),
  'solve-study': z.union([study, refused('solve study')])
}

/** The same as JSON Schema (draft 2020-12). */
export function outputJsonSchema(name: Documented): object {
  const { $schema, ...schema } = z.toJSONSchema(outputSchemas[name], {
    target: 'draft-2020-12',
    override: ({ zodSchema, jsonSchema }) => {
      delete jsonSchema['id']
      if (zodSchema._zod.def.type === 'tuple')
        Object.assign(jsonSchema, lengthOf(jsonSchema.prefixItems ?? []))
    }
  })
  return {
    $schema,
    title: `What truce ${name.replace('-', ' ')} --format json prints, format 1`,
    ...schema
  }
}

/** A tuple of this length and no other. */
const lengthOf = (items: readonly unknown[]): object => ({
  minItems: items.length,
  maxItems: items.length
})
