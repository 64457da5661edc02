import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { about, chanceShape, countShape, headShape, ids } from '../shapes.ts'
import { failingShape, gateShape, ifGateFailsShape } from './gate-shape.ts'

const slack = z
  .strictObject({
    party: z.string(),
    slack: z
      .number()
      .describe(
        'what keeping to the step is worth beyond breaking it, every judgement at its centre'
      ),
    low: z.number().describe('5 of 100 draws lie below'),
    high: z.number().describe('5 of 100 draws lie above'),
    breaks: chanceShape.describe('share of draws in which breaking pays')
  })
  .meta({ id: 'slack', description: 'What a party has from keeping to a step, in points.' })

const period = z.strictObject({
  deliverables: ids.describe('what is handed over in the step; none at the end'),
  gates: ids.describe('gates that must open before'),
  begins: z
    .string()
    .nullable()
    .describe('the day on which it is begun, where the ceasefire has a moment'),
  day: z
    .string()
    .nullable()
    .describe('the day by which it is done, where the ceasefire has a moment'),
  parties: z
    .array(slack)
    .describe(
      'by party followed: its `slack`, with `low` and `high` (5 of 100 draws lie below and above), and in what share of draws it `breaks`'
    ),
  breaks: chanceShape.describe('share of draws in which breaking this step pays for anybody')
})

const mend = z.union([
  z.strictObject({ kind: z.literal('bond'), party: z.string(), points: z.number() }),
  z.strictObject({
    kind: z.literal('penalty'),
    party: z.string(),
    step: ids,
    points: z.number()
  }),
  z.strictObject({
    kind: z.literal('caught'),
    party: z.string(),
    step: ids,
    from: chanceShape,
    chance: chanceShape
  }),
  z.strictObject({
    kind: z.literal('discount'),
    party: z.string(),
    from: z.number(),
    discount: z.number()
  }),
  z.strictObject({ kind: z.literal('split'), step: ids, parts: z.int().min(2) })
])

const tranches = z.strictObject({
  step: ids,
  parts: z
    .int()
    .min(1)
    .nullable()
    .describe(
      'the least number of equal parts in which nobody gains by breaking any; `null`: none up to 50'
    ),
  mends: z.boolean().describe('whether all other steps hold too then'),
  nearest: z
    .strictObject({
      parts: z.int().min(1),
      part: z.int().min(1),
      party: z.string(),
      slack: z.number()
    })
    .nullable()
    .describe(
      'where there is none: the number that comes nearest, and who gains by breaking which part'
    )
})

const reading = z.union([
  z.strictObject({
    kind: z.enum(['unseen', 'seen', 'no-penalty', 'no-bond', 'ground-back'])
  }),
  z.strictObject({ kind: z.literal('discount'), party: z.string(), discount: z.number() })
])

const habit = z.union([
  z.strictObject({ kind: z.enum(['unverified', 'checks-itself']), deliverables: ids }),
  z.strictObject({ kind: z.literal('one-sided'), party: z.string(), steps: z.array(ids) }),
  z.strictObject({ kind: z.literal('heaviest-first'), step: ids }),
  z.strictObject({
    kind: z.literal('all-at-once'),
    party: z.string(),
    step: ids,
    share: chanceShape
  })
])

const found = z.strictObject({
  enforcing: z
    .boolean()
    .describe('whether nobody gains by breaking any step, every judgement at its centre'),
  least: z.number().describe('the least slack, in points'),
  most: z.number().describe('no order has a greater least slack'),
  exact: z.boolean().describe('whether `least` is proved to be the greatest'),
  earliest: z
    .boolean()
    .describe(
      'whether it is proved that no order with the same `least` is worth more at its beginning'
    ),
  orders: z
    .strictObject({
      all: countShape,
      enforcing: z
        .int()
        .min(0)
        .nullable()
        .describe('where they are few enough to be met one by one')
    })
    .describe(
      '`all` that keep to what must come first, and how many are `enforcing`; `null` where they are too many to be met one by one'
    ),
  share: z
    .strictObject({ p: chanceShape, standardError: z.number().min(0) })
    .describe('of draws in which the order enforces itself'),
  periods: z.array(period).describe('the steps in their order; the last entry is the end'),
  binding: z
    .array(z.strictObject({ party: z.string(), period: z.int().min(0) }))
    .describe('where the slack is least; periods count from 0'),
  mends: z
    .array(mend)
    .describe('of each kind the least that makes the order enforce itself, all else the same'),
  tranches: z
    .array(tranches)
    .describe('each step that fails, in equal parts one after the other where it stands'),
  otherwise: z
    .array(z.strictObject({ reading, least: z.number(), enforcing: z.boolean() }))
    .describe('the same order, one thing read otherwise'),
  habits: z.array(habit).describe('where the order departs from what practice asks'),
  late: z
    .array(z.strictObject({ deliverable: z.string(), due: z.string(), done: z.string() }))
    .describe('deliverables due before the day they are done'),
  dueBeforeGate: z
    .array(
      z.strictObject({
        deliverable: z.string(),
        due: z.string(),
        gate: z.string(),
        opens: z.string(),
        days: z.int().min(0)
      })
    )
    .describe('deliverables due so many days before the gate that opens them can open'),
  opening: z
    .array(
      z.strictObject({
        gate: z.string(),
        day: z.string().nullable(),
        period: z
          .int()
          .min(0)
          .describe('after how many periods all steps that it waits for are done')
      })
    )
    .describe('when each gate before a step can open, by day where there are days'),
  ifGateFails: z
    .array(ifGateFailsShape)
    .describe('what follows if a gate does not open, for each that a step waits for'),
  failing: failingShape
    .nullable()
    .describe('what follows from what is supposed to fail; `null` where that was not asked'),
  waiting: z
    .array(z.strictObject({ period: z.int().min(0), gate: z.string() }))
    .describe('steps that wait for a gate beyond their period'),
  ties: z.array(z.array(ids)).describe('orders that nothing tells apart from this one'),
  allTies: z.boolean().describe('whether all of those are listed')
})

const countOfSteps = z.int().min(0).describe('how many steps the path has')

/** The document of `plan`. */
export const planShape = z
  .strictObject({
    ...headShape('plan'),
    case: about,
    settings: z
      .strictObject({
        proposal: z.string(),
        draws: z.int().min(1),
        seed: z.int().min(0),
        dependence: z.enum(['independent', 'party']),
        fails: z.string().nullable()
      })
      .describe(
        '`proposal`, the one that is carried out, `draws`, `seed` and `dependence`, and what is supposed to fail (`fails`)'
      ),
    method: z.string().describe('how it was found, in words'),
    parties: ids.describe('whose keeping to the path is looked at'),
    unknown: ids.describe(
      'who is needed or hands something over and is not looked at, for want of a discount or of interests'
    ),
    steps: countOfSteps,
    atOnce: z.record(z.string(), z.string()).describe('terms that hold from signature on'),
    nobody: ids.describe('issues whose later stage nobody hands over'),
    leftOut: ids.describe('deliverables that bring about something else'),
    idle: z
      .array(z.strictObject({ by: z.string(), of: z.string() }))
      .describe('guarantees that speak of no step'),
    stuck: z.array(ids).describe('steps that wait for each other'),
    tooMany: z.boolean().describe('whether there are more steps than orders are searched for'),
    gates: z.array(gateShape).describe('every gate of the case, as the path meets it'),
    found: found.nullable().describe('the best order; `null` where there is none')
  })
  .describe('In which order a proposal is carried out, and who would break it.')

/** The same as a type. */
export type PlanDocument = DocumentOf<typeof planShape>

/** What of it does not hang on the file that was read: what is said of a path is said of this. */
export type PlanFound = Omit<PlanDocument, 'truce' | 'command' | 'findings' | 'case' | 'method'>
