import { z } from 'zod'
import type { DocumentOf } from '../shapes.ts'
import { about, chanceShape, headShape, ids } from '../shapes.ts'

const place = z.number().describe('a place on the scale: 0 the first option, 1 the last')

const actor = z.strictObject({
  party: z.string(),
  position: place,
  best: ids.describe('its best options; their mean place where there are several'),
  capability: z.number(),
  salience: chanceShape.describe('the share of all its weights')
})

const move = z.strictObject({
  party: z.string(),
  by: z.string(),
  how: z.enum(['confrontation', 'compromise', 'capitulation']),
  own: z.number().describe('what it expects of challenging the other'),
  other: z.number().describe('what it takes the other to expect of challenging it'),
  from: place,
  to: place
})

const round = z.strictObject({
  moves: z.array(move),
  positions: z.record(z.string(), place).describe('after the round'),
  risk: z.record(z.string(), z.number()).describe('exponents: 1/2 dares least, 2 most'),
  median: place,
  mean: place
})

const ending = z.union([
  z.strictObject({ kind: z.enum(['settled', 'open']) }),
  z.strictObject({
    kind: z.literal('cycle'),
    from: z.int().min(0),
    to: z.int().min(1)
  })
])

const forecastIssue = z
  .strictObject({
    issue: z.string().describe('its id'),
    options: ids.describe('along the scale'),
    actors: z.array(actor).describe('who is followed, and with what'),
    unknown: ids.describe('who has an interest and is not followed, for want of a capability'),
    median: place.describe('where the median stands at the start'),
    mean: place.describe('where the mean stands at the start'),
    rounds: z.array(round).describe('who moved whom, and where all stand then'),
    ending: ending.describe(
      'whether nobody moves any more (`settled`), positions come again (`cycle`: after round `to` as after round `from`, 0 the start), or neither is seen yet (`open`)'
    ),
    ends: z.string().describe('the option nearest to the median after the last round'),
    endsAsWritten: z.string().describe('the same, capitulation read as the equations have it'),
    drawn: z
      .strictObject({
        ends: z.record(z.string(), chanceShape),
        settled: chanceShape,
        cycle: chanceShape,
        open: chanceShape
      })
      .describe('over draws of capabilities and weights: shares by option, and by ending'),
    prevailing: z
      .array(
        z.strictObject({
          party: z.string(),
          over: z.string(),
          chance: chanceShape,
          low: chanceShape,
          high: chanceShape
        })
      )
      .describe(
        'second challenger: the chance that a position prevails over another, and its bounds over attitudes to risk'
      )
  })
  .meta({ id: 'forecastIssue', description: 'The rounds on one issue.' })

/** The document of `solve forecast`. */
export const forecastShape = z
  .strictObject({
    ...headShape('solve forecast'),
    case: about,
    settings: z
      .strictObject({
        rounds: z.int().min(1),
        draws: z.int().min(1),
        seed: z.int().min(0),
        dependence: z.enum(['independent', 'party'])
      })
      .describe('`rounds` at most, `draws`, `seed` and `dependence`'),
    role: z.literal('challenger').describe('a forecast to argue with; no verdict rests on it'),
    method: z.string().describe('how it was made, in words'),
    issues: z.array(forecastIssue).describe('ordered issues on which parties stand apart'),
    undisputed: ids.describe(
      'ordered issues on which fewer than two are followed, or all stand alike'
    )
  })
  .describe(
    'Who would move whom on ordered issues, by published models that are no more than challengers.'
  )

/** The same as a type. */
export type ForecastDocument = DocumentOf<typeof forecastShape>
