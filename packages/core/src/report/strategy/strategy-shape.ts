import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { about, estimateShape, headShape } from '../shapes.ts'
import { climbingShape } from './climbing-shape.ts'
import { electoratesShape } from './electorates-shape.ts'
import { incentivesShape } from './incentives-shape.ts'
import { neutralityShape } from './neutrality-shape.ts'
import { overturesShape } from './overtures-shape.ts'
import { trustShape } from './trust-shape.ts'

/** The document of `solve strategy`. */
export const strategyShape = z
  .strictObject({
    ...headShape('solve strategy'),
    case: about,
    settings: z
      .strictObject({
        draws: z.int().min(1),
        seed: z.int().min(0),
        dependence: z.enum(['independent', 'party'])
      })
      .describe('`draws`, `seed` and `dependence`'),
    method: z.string().describe('how it was found, in words'),
    incentives: incentivesShape(estimateShape)
      .nullable()
      .describe(
        'what going on and stopping are worth to whom; `null` where no party has both interests and a no deal'
      ),
    escalation: climbingShape(estimateShape)
      .nullable()
      .describe(
        'who would climb from which rung; `null` where the case has no ladder of its own with the stakes of two sides'
      ),
    kahn: z
      .array(
        z.strictObject({
          by: z.string(),
          time: z.string(),
          kind: z.string(),
          rung: z.int().min(1).max(44),
          title: z.string()
        })
      )
      .describe("signals on the ladder of Kahn, where that is the case's; else none"),
    neutrality: neutralityShape
      .nullable()
      .describe(
        'what schools of law would say of the acts of third states; `null` where the case names none toward a belligerent'
      ),
    electorates: electoratesShape
      .nullable()
      .describe(
        'what bodies at home would let pass, and what that does to the bargain; `null` where no party needed has one'
      ),
    overtures: z
      .array(overturesShape)
      .nullable()
      .describe(
        'what to ask first, by party; `null` where the case has no overture to a party of several types'
      ),
    trust: z
      .array(trustShape)
      .nullable()
      .describe('the trust that each proposal asks for; `null` where nothing is handed over')
  })
  .describe('Whether the parties would rather stop, and who would climb.')

/** The same as a type. */
export type StrategyDocument = DocumentOf<typeof strategyShape>
