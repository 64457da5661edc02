import { z } from 'zod'
import { partyShape } from './party-shape.ts'
import { readingsShape } from './readings-shape.ts'
import {
  chanceShape,
  concept,
  countShape,
  estimateShape,
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

const order = z.strictObject({
  outcome: z.enum(['enforces', 'breaks', 'unsettled', 'stuck', 'too-many', 'nobody']),
  least: z.number().optional(),
  binding: z.array(z.strictObject({ party: z.string(), deliverables: ids })),
  unknown: ids
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

/** The judgement of one proposal. */
export const proposalShape = z
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
    order: order
      .optional()
      .describe(
        'where the case has a plan and its deliverables fit this proposal: whether some order of its steps leaves nobody better off breaking one (`enforces`), every judgement at its centre; `breaks`: proved that none does; `unsettled`: none was found; `stuck`: the steps wait for each other; `too-many` steps; `nobody` can be followed. Of the best order the `least` that keeping to a step is worth beyond breaking it, in points, and to whom at which `deliverables` (`binding`; none of them: once all is done); who is `unknown`, for want of a discount or interests'
      ),
    walkers: z
      .array(walker)
      .describe(
        "who would refuse and why, strongest ground first: `over` a redline, the no-deal or ratification, its `id`, its `chance` and `whose` figure that is (over a redline, whose the firmness is that it comes from), whether it is `fatal`, over a redline whether the party's `own` side states it, the `sources` of the claim, and further `grounds`"
      ),
    readings: readingsShape
      .optional()
      .describe('what becomes of the verdict where the case is read otherwise'),
    parties: z.record(z.string(), partyShape).describe('what each makes of it, as follows'),
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
