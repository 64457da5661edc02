import { z } from 'zod'
import { CHOICE_KINDS } from '../check/readings/index.ts'
import { chanceShape, verdict } from './shapes.ts'

/** A choice by its kind and the party or scenario it is about; empty where it is about all. */
export const choiceShape = { kind: z.enum(CHOICE_KINDS), about: z.string() }

const shares = z.array(z.strictObject({ verdict, share: chanceShape }))

/** One proposal where the case is read otherwise. */
export const readingsShape = z
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
          ...choiceShape,
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
