import { z } from 'zod'
import { CHOICE_KINDS } from '../check/readings/index.ts'
import { packagesShape } from './packages-shape.ts'
import type { DocumentOf } from './shapes.ts'
import {
  about,
  chanceShape,
  concept,
  countShape,
  estimateShape,
  headShape,
  ids,
  terms,
  verdict,
  whose
} from './shapes.ts'

const ground = {
  over: z.enum(['redline', 'no-deal', 'ratification']),
  id: z.string(),
  chance: chanceShape,
  whose,
  fatal: z.boolean(),
  own: z.boolean().optional(),
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
  firmness: z.strictObject({ low: chanceShape, central: chanceShape, high: chanceShape }),
  whose,
  certain: z.boolean(),
  says: z.string(),
  source: z.string(),
  assumed: z.boolean()
})

const body = z.strictObject({
  body: z.string(),
  assessed: z.boolean(),
  p: chanceShape,
  margin: z.number().nullable(),
  share: z.number().nullable(),
  sigma: z.number().min(0).nullable(),
  threshold: z.number(),
  moved: z
    .number()
    .optional()
    .describe('points by which effects of its terms move the share; left out without any'),
  vetoes: z
    .array(z.strictObject({ id: z.string(), chance: chanceShape }))
    .describe(
      'who can veto, with the mean chance of it; `p` is the chance of passing with no veto'
    ),
  muteVetoes: ids.describe('who can veto, of whom the case says nothing before this package')
})

const veto = z.strictObject({
  body: z.string(),
  id: z.string(),
  chance: chanceShape,
  accepts: chanceShape,
  joint: chanceShape,
  verdict
})

const poll = z.strictObject({
  p: chanceShape,
  margin: z.number(),
  share: z.number(),
  accepts: chanceShape,
  joint: chanceShape,
  verdict
})

const ratified = z.strictObject({
  p: chanceShape.describe('the chance over all bodies'),
  margin: z.number().nullable().describe('by how much over all bodies, in standard errors'),
  assessed: z.boolean().describe('something speaks to every body and of every veto player'),
  bodies: z
    .array(body)
    .describe(
      "each body's `p`, `margin`, `share` in favour, `sigma` (the standard error of the share; `null` where no poll speaks to it) and `threshold`"
    ),
  polls: z
    .record(z.string(), poll)
    .describe(
      "what follows if each poll is read alone: `p`, `margin`, `share`, the party's `accepts`, the proposal's `joint` and `verdict`"
    ),
  vetoes: z
    .array(veto)
    .describe(
      "each veto player: its mean `chance` of a veto, and the party's `accepts`, the proposal's `joint` and `verdict` without it"
    ),
  without: z
    .strictObject({ accepts: chanceShape, joint: chanceShape, verdict })
    .describe(
      "`accepts`, `joint` and `verdict` when this party's ratification, and nobody else's, is left out"
    )
})

const ALONE = 'as for the proposal, for this party alone'

const party = z
  .strictObject({
    verdict: verdict.describe(ALONE),
    onTheLine: z.boolean().describe(ALONE),
    accepts: estimateShape
      .extend({ together: chanceShape, ifFirmnessLow: chanceShape, ifFirmnessHigh: chanceShape })
      .describe(
        'its `p` and `standardError`; p if its judgements err `together`; p at the low and high ends of the firmness of redlines'
      ),
    gain: z
      .strictObject({ low: z.number(), central: z.number(), high: z.number(), gains: chanceShape })
      .nullable()
      .describe(
        'points over no deal: `central`, the exact `low` and `high`, the share of draws in which it `gains`; `null` for a party without interests'
      ),
    noDeal: z
      .number()
      .optional()
      .describe('the worth of no deal itself, in points; left out for a party without interests'),
    guarantee: z
      .enum(['every', 'some', 'no'])
      .nullable()
      .describe('whether the gain is positive under `every`, `some` or `no` reading of the ranges'),
    radius: chanceShape
      .nullable()
      .describe('the share of every range for which the sign of the gain is certain'),
    crossed: ids.describe('ids of the redlines crossed'),
    redlines: z
      .array(redline)
      .describe(
        'each redline crossed in full: `firmness` and `whose` figure that is, whether it is `certain` in every scenario, what it `says`, the `source` of that claim, whether it is `assumed`'
      ),
    untestable: ids.describe('redlines about conduct, which no text can settle'),
    walks: z
      .strictObject({ firmest: chanceShape, independent: chanceShape })
      .describe(
        'the chance of walking over the crossed redlines: over the `firmest` alone, and were they `independent`'
      ),
    ratified: ratified.describe('what its bodies would say, as follows')
  })
  .meta({ id: 'party', description: 'What one party makes of a proposal.' })

const completion = z.strictObject({ terms, joint: estimateShape, verdict })

const open = z.strictObject({
  issues: ids,
  crosses: z.record(z.string(), z.enum(['every', 'some', 'no', 'unknown'])),
  keepsRules: z.union([z.boolean(), z.literal('unknown')]).optional(),
  best: completion.optional(),
  worst: completion.optional(),
  exact: z.boolean().optional(),
  collision: ids.optional()
})

const hinge = z.strictObject({
  key: z.string(),
  party: z.string().optional(),
  kind: z.enum(['judgement', 'firmness', 'poll', 'scenario']),
  set: z.string(),
  where: z.string().optional(),
  p: chanceShape,
  verdict
})

const repair = z
  .strictObject({
    changes: terms.describe('the issues that change and their new options'),
    settles: ids.describe('open issues that are settled with them'),
    rank: z.int().min(1).describe('its place; repairs that cannot be told apart share one'),
    verdict: verdict.describe('of the repaired proposal'),
    joint: estimateShape.describe('of the repaired proposal'),
    pays: z.record(z.string(), z.number()).describe("the change of each party's gain, in points"),
    forcedBy: z.string().nullable().describe('the redline that forced the repair'),
    ifHalfAsFirm: chanceShape
      .nullable()
      .describe('p of the proposal as it stands were that redline half as firm'),
    unpolled: ids.describe(
      'parties whose share in favour is assumed, because no poll speaks to the repaired package'
    ),
    hollow: z.boolean().describe('whether it is another proposal of the case in the end'),
    becomes: z.string().nullable().describe('which proposal it is then')
  })
  .meta({
    id: 'repair',
    description: 'A least set of changed issues that makes acceptance likelier.'
  })

/** A choice by its kind and the party or scenario it is about; empty where it is about all. */
const choice = { kind: z.enum(CHOICE_KINDS), about: z.string() }

const shares = z.array(z.strictObject({ verdict, share: chanceShape }))

const readings = z
  .strictObject({
    verdicts: shares.describe(
      'which verdict in what share of the readings, the most frequent first'
    ),
    least: chanceShape,
    median: chanceShape,
    greatest: chanceShape,
    curve: z
      .array(z.strictObject({ p: chanceShape, verdict, takes: z.string() }))
      .describe(
        'the reading at every fiftieth of all, from the least chance up: `p`, `verdict`, and the number of the option that it `takes` of each choice of the case, from 0'
      ),
    choices: z
      .array(
        z.strictObject({
          ...choice,
          explains: chanceShape,
          options: z.array(
            z.strictObject({ option: z.string(), mean: chanceShape, verdicts: shares })
          )
        })
      )
      .describe(
        'what may be read otherwise, what moves the chance most first: `explains`, its share of the variance by itself; `options`, each with the `mean` chance and the `verdicts` of the readings that take it'
      ),
    words: z
      .array(z.strictObject({ word: z.string(), p: chanceShape, verdict }))
      .describe(
        '`p` and `verdict` with everything as stated but for whose `word` on redlines counts'
      )
  })
  .meta({ id: 'readings', description: 'One proposal where the case is read otherwise.' })

const proposal = z
  .strictObject({
    verdict: verdict.describe('how likely acceptance is'),
    onTheLine: z.boolean().describe('more draws or another seed could turn the verdict'),
    capped: z
      .boolean()
      .describe(
        'the verdict was lowered because another way to fill the open issues crosses a firm redline'
      ),
    cappedBy: ids.describe('the firm redlines that it was lowered over'),
    joint: estimateShape
      .extend({
        together: chanceShape,
        apart: chanceShape,
        bounds: z.tuple([chanceShape, chanceShape])
      })
      .describe(
        "the chance `p` that all required parties accept, its `standardError`; p if a party's judgements err `together` and if they err `apart`; `bounds` whatever the dependence between parties"
      ),
    required: ids.describe('the parties that must accept'),
    unratified: z
      .strictObject({ joint: chanceShape, verdict })
      .describe("`joint` and `verdict` when everybody's ratification is left out"),
    brokenRules: ids.describe('rules of the case that the proposal breaks'),
    holds: z
      .strictObject({
        state: z.string(),
        concepts: z.array(concept).nullable(),
        alike: z.strictObject({ states: z.int().min(0), of: z.int().min(0) })
      })
      .optional()
      .describe(
        'the `state` of the graph that means this proposal, and the `concepts` under which it is stable; `null` for a graph too large to ask; `alike`: how many other `states` hold under all of them, `of` how many'
      ),
    walkers: z
      .array(walker)
      .describe(
        "who would refuse and why, strongest ground first: `over` a redline, the no-deal or ratification, its `id`, its `chance` and `whose` figure that is (over a redline, whose the firmness is that it comes from), whether it is `fatal`, over a redline whether the party's `own` side states it, the `sources` of the claim, and further `grounds`"
      ),
    readings: readings
      .optional()
      .describe('what becomes of the verdict where the case is read otherwise'),
    parties: z.record(z.string(), party).describe('what each makes of it, as follows'),
    open: open.describe(
      'in an unfinished draft: the open `issues`; which redlines `every`, `some` or `no` way to fill them `crosses`; whether some way keeps the rules (`keepsRules`; where none does, or the search ended before it knew of one (`unknown`, and then the verdict is capped), the rest leaves them aside); the `best` and `worst` way, `exact` where they are proved to be so; and a least `collision` of firm redlines that no way keeps together'
    ),
    hangsOn: z
      .array(hinge)
      .describe(
        'judgements whose end changes the verdict: `key` in the case, `party`, `kind`, what it is `set` to, `where` if only under some scenarios, and `p` and `verdict` then'
      ),
    repairs: z
      .array(repair)
      .describe('the least changes that make acceptance likelier, as follows'),
    repairsTotal: countShape.describe(
      'how many repairs there are; at least, unless `repairsComplete`'
    ),
    repairsComplete: z.boolean().describe('whether all repairs were found'),
    repairsBinding: z.string().optional().describe('what stands in the way when there is no repair')
  })
  .meta({ id: 'proposal', description: 'The judgement of one proposal.' })

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
      choices: z.array(z.strictObject({ ...choice, options: z.array(z.string()) }))
    })
    .optional()
    .describe(
      'readings of what the case leaves open: how many were `judged`, `outOf` how many, on how many `draws`, and the `choices` with their `options`, the first as stated'
    ),
  proposals: z.record(z.string(), proposal).describe('a judgement by proposal, as follows')
})

/** The document of `check`. */
export type CheckDocument = DocumentOf<typeof checked>
