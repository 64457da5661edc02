import { z } from 'zod'
import type { estimateShape } from '../shapes.ts'
import { chanceShape, ids } from '../shapes.ts'

const does = z.enum(['climbs', 'yields', 'indifferent', 'open'])
const between = z.tuple([z.number(), z.number()])

/** The part of `solve strategy` about the ladder of escalation. */
export const climbingShape = (estimate: typeof estimateShape) =>
  z.strictObject({
    sides: ids.describe('the two sides'),
    levels: z
      .array(
        z.strictObject({
          rung: z.string().nullable().describe('`null` for today'),
          dominant: z.string().nullable(),
          both: estimate,
          neither: estimate,
          sides: z.array(
            z.strictObject({
              party: z.string(),
              does,
              why: z.enum(['too-risky', 'answered', 'pays', 'tie']),
              climb: between,
              yield: z.number(),
              risk: chanceShape,
              after: between,
              disaster: z.number(),
              critical: z.number(),
              worthRunning: z.number(),
              climbs: estimate,
              dominance: estimate
            })
          )
        })
      )
      .describe(
        'today, then each rung from the lowest up: what each side `does` there if it is to move and `why`; what climbing and yielding are worth to it; the `risk` of the step, what it has `after` it, what `disaster` is worth; its `critical` risk if the other yielded, and the greatest risk `worthRunning` as the other would answer, both below 0 where no risk is; in what share of draws it `climbs` and has `dominance`; who is `dominant` at the centre; in what share `both` climb, or `neither`'
      ),
    openings: z
      .array(
        z.strictObject({
          first: z.string(),
          steps: ids,
          stops: z.string(),
          does,
          disaster: chanceShape
        })
      )
      .describe(
        'by who moves first: who takes which step, who `stops` and what it `does` there, and the chance of `disaster` on the way'
      ),
    signals: z
      .array(
        z.strictObject({
          by: z.string(),
          time: z.string(),
          kind: z.string(),
          level: z.int().min(1).nullable().describe('place in `levels`'),
          notified: z.strictObject({ channel: z.string(), lead: z.string().optional() }).nullable()
        })
      )
      .describe('in the order of their dates')
  })
