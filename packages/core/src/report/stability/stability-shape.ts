import { z } from 'zod'
import { COALITION_CONCEPTS } from '../../stability/coalitions.ts'
import type { DocumentOf } from '../shapes.ts'
import {
  about,
  chanceShape,
  concept,
  countShape,
  estimateShape,
  headShape,
  ids
} from '../shapes.ts'

const states = z.array(z.string())
const ends = z
  .union([states, z.strictObject({ count: countShape })])
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

const omission = z.strictObject({
  party: z.string(),
  statement: z.int().min(1),
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
  exchange: chanceShape,
  uncertain: z.strictObject({ derived: ids, scenarios: ids }),
  states: z.record(z.string(), z.partialRecord(concept, estimateShape))
})

/** What `solve stability --format json` prints of a case without errors. */
export const solved = z.strictObject({
  ...headShape('solve stability'),
  case: about,
  settings: z
    .strictObject({
      strict: z.boolean(),
      attitude: z.enum(['a', 'b', 'c', 'd']),
      concepts: z.array(concept),
      exact: z.literal(true)
    })
    .describe(
      '`strict`, `attitude`, the `concepts` asked for; `exact`: nothing here is sampled but `robustness`'
    ),
  parties: ids.describe('in the order of the case'),
  moves: ids.describe('in the order of the case'),
  states: states
    .nullable()
    .describe(
      'all feasible states; `null` beyond 65,536 of them. Longer lists further down are given as `{"count": "…"}`'
    ),
  feasible: countShape.describe('how many states there are'),
  infeasible: countShape.describe('how many are ruled out'),
  named: z
    .record(z.string(), z.strictObject({ state: z.string(), means: z.string().optional() }))
    .describe('the states that the case names, and the proposal each `means`'),
  concepts: z
    .partialRecord(concept, z.strictObject({ stable: byParty(ends), equilibria: ends }).nullable())
    .describe(
      'by concept, the states `stable` for each party and the `equilibria`, stable for all; `null` where a concept is not defined'
    ),
  reasons: z
    .partialRecord(concept, z.string())
    .optional()
    .describe('why a concept is not defined, in a word'),
  witnesses: z
    .record(z.string(), byParty(z.partialRecord(concept, witness)))
    .describe(
      'by state, party and concept, why the party stays (`because` it has `no-move`, `no-improvement`, or every improvement is `sanctioned` by the `answers`) or which `improvement` it takes; `attempt`: the best answer the others have'
    ),
  statusQuo: statusQuo
    .nullable()
    .describe(
      'where paths begin: what it `reaches`, by which `path`, and whether it takes `improvementsOnly` (`byImprovements`: a path that does, where the shortest does not); `jointMoves` that all movers prefer'
    ),
  coalitions: coalitions
    .nullable()
    .optional()
    .describe(
      'with `--coalitions` or `--pareto`: what counts as `gain`, the `equilibria`, and for each of the `groups` its stable states and improvements; `null` for too many states'
    ),
  limitedMoves: z
    .record(z.string().regex(/^h\d+$/), byParty(states))
    .optional()
    .describe(
      'in small conflicts of two: states where each party stays when it looks `h1`, `h2`, … moves ahead'
    ),
  nonMyopic: z
    .strictObject({ from: z.int().min(0), period: z.int().min(1), stable: byParty(states) })
    .nullable()
    .optional()
    .describe('the same however far it looks'),
  swaps: z
    .array(swap)
    .optional()
    .describe(
      'exchanges of two neighbouring `statements` of a party that break or make an equilibrium'
    ),
  omissions: z
    .array(omission)
    .optional()
    .describe(
      'a `statement` of a party without which an equilibrium breaks, or another one is made'
    ),
  thickness: z
    .strictObject({ everywhere: z.int().min(0), feasible: z.int().min(0) })
    .describe(
      'how many of the `feasible` states hold under every concept (`everywhere`); where many do, little follows from holding'
    ),
  handMade: z
    .array(
      z.strictObject({ party: z.string(), unconditional: z.int().min(1), above: z.int().min(1) })
    )
    .describe(
      'a statement of a `party` about its own moves, `unconditional`, that stands `above` one that makes them depend on the others: what holds thanks to that order was put in by hand'
    ),
  inverse: inverse
    .optional()
    .describe(
      'with `--inverse`: the least change of preferences that makes the `state` hold, in `swaps` of states and in moved `statements`; `rankings`: how many of all rankings of one party do'
    ),
  robustness: robustness
    .optional()
    .describe(
      'with `--draws`: the chance that each named state holds, by concept; `uncertain` tells what was drawn'
    )
})

/** The document of `solve stability`. */
export type StabilityDocument = DocumentOf<typeof solved>
