import { z } from 'zod'
import { CADENCES } from '../../model/closed-lists.ts'
import { chanceShape, ids } from '../shapes.ts'

const party = z.string()
const points = z.number()
const steps = z.array(ids)

const awaited = z.union([
  z.strictObject({ kind: z.enum(['verified', 'gate']), of: z.string() }),
  z.strictObject({ kind: z.literal('quiet'), atMost: z.number(), forDays: z.number() }),
  z.strictObject({ kind: z.literal('meetings'), of: z.string(), cadence: z.enum(CADENCES) })
])

/** A gate, as the document of `plan` holds it. */
export const gateShape = z
  .strictObject({
    gate: z.string(),
    opens: z.string().nullable().describe('what it opens, such as `deliverable.arms`'),
    before: steps.describe('the steps that it stands before'),
    day: z
      .string()
      .nullable()
      .describe('the first day on which it can open, the steps keeping to their days'),
    awaits: awaited.nullable().describe('what it waits for longest until then'),
    blocking: z
      .array(z.strictObject({ why: z.enum(['unverified', 'never', 'failed']), what: z.string() }))
      .describe('what keeps it shut whatever the order'),
    undelivered: ids.describe('what it waits for and no step of this proposal delivers'),
    decidedBy: ids.describe('who decides'),
    gains: z
      .array(z.strictObject({ party, points }))
      .describe(
        'who gains from what it opens and hands over nothing in it; 0 points where the case only says that it is handed to it'
      ),
    gainersDecide: z.boolean().describe('whether each of those who decide gains'),
    oneSided: z
      .array(z.strictObject({ verified: z.string(), by: ids, why: z.enum(['barred', 'gainers']) }))
      .describe(
        'what is verified only by those whose evidence is not to be enough (`barred`), or who gain'
      )
  })
  .meta({ id: 'path-gate', description: 'A gate of the case, as the path meets it.' })

const failure = {
  fails: z.string().describe('such as `gate.talks` or `deliverable.arms`'),
  shut: ids.describe('other gates that stay shut because of it'),
  missing: steps.describe('steps that do not come because of it, in the order'),
  done: steps.describe('steps done by then'),
  left: steps.describe('steps that can still come'),
  stops: z
    .array(
      z.strictObject({
        party,
        step: ids.nullable().describe('`null` once the rest is done'),
        slack: z.number()
      })
    )
    .describe('who would rather stop first from then on, and where')
}
const standing = {
  party,
  handed: ids.describe('what it has handed over by then'),
  byThen: z
    .number()
    .describe('what the steps done by then are worth to it for good, less their costs'),
  afterAll: z.number().describe('the same with what can still come'),
  whole: z.number().describe('the same had all come')
}
/** What follows if a gate fails. */
export const ifGateFailsShape = z.strictObject({
  ...failure,
  parties: z.array(z.strictObject(standing)).describe('where each party followed stands then')
})
/** What follows from what is supposed to fail, with what the draws say. */
export const failingShape = z.strictObject({
  ...failure,
  parties: z
    .array(
      z.strictObject({
        ...standing,
        low: z.number().describe('5 of 100 draws of `byThen` lie below'),
        high: z.number().describe('5 of 100 draws of `byThen` lie above'),
        stops: chanceShape.describe('share of draws in which it is among the first to stop')
      })
    )
    .describe('where each party followed stands then, with the range of the draws'),
  nobody: chanceShape.describe('share of draws in which nobody stops')
})
