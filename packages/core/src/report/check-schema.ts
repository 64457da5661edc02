import { z } from 'zod'
import type { DocumentOf } from './shapes.ts'
import { about, chance, concept, count, estimate, head, ids, terms, verdict } from './shapes.ts'

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

/** What `check --format json` prints of a case without errors. */
export const checked = z.strictObject({
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

/** The document of `check`. */
export type CheckDocument = DocumentOf<typeof checked>
