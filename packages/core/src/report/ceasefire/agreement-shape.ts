import { z } from 'zod'
import { ANSWER_STATES } from '../../ceasefire/compare-text.ts'
import { QUESTION_PARTS, QUESTION_RULES } from '../../ceasefire/cue-questions.ts'
import { TEXT_FIGURE_KINDS } from '../../ceasefire/text-figures.ts'
import type { DocumentOf } from '../shapes.ts'
import { headShape, ids } from '../shapes.ts'

const state = z.enum(ANSWER_STATES).meta({
  id: 'answerState',
  description:
    'How far a text answers: `answered`; `unclear` (spoken of, put off, left open, or in part); `absent` (no such words found).'
})
const line = z.int().min(1).describe('the line of the text, from 1')
const article = z.string().describe('what the text calls the place; empty where it has no numbers')

const place = z
  .strictObject({
    line,
    article,
    quote: z.string().describe('a short phrase of the text'),
    cues: ids.describe('the words that were gone by')
  })
  .meta({ id: 'answerPlace', description: 'A place that answers or touches a question.' })

const question = z
  .strictObject({
    rule: z.enum(QUESTION_RULES).describe('the rule that asks it of a case'),
    question: z.string().describe('the question in words'),
    state,
    parts: z
      .array(
        z.strictObject({
          id: z.enum(QUESTION_PARTS),
          state,
          places: z.array(place)
        })
      )
      .describe('each thing that it asks, with the first places that show its state')
  })
  .meta({ id: 'clauseQuestion', description: 'A question to every ceasefire text.' })

/** The document of `ceasefire compare`. */
export const agreementShape = z
  .strictObject({
    ...headShape('ceasefire compare'),
    text: z
      .strictObject({ name: z.string(), lines: z.int().min(1) })
      .describe('`name` of the file and how many `lines` it has'),
    method: z.string().describe('how it was read, in words'),
    counts: z
      .strictObject({ answered: z.int().min(0), unclear: z.int().min(0), absent: z.int().min(0) })
      .describe('how many questions are in each state'),
    questions: z.array(question).describe('all questions, in the order of their rules'),
    figures: z
      .array(
        z.strictObject({
          kind: z.enum(TEXT_FIGURE_KINDS),
          text: z.string(),
          value: z.number().nullable(),
          zone: z.string().nullable(),
          line,
          article
        })
      )
      .describe(
        'distances, calibres, deadlines, dates and clock times as written; `value` in kilometres, millimetres or hours, `zone` where one stands beside a clock time'
      )
  })
  .describe('What an agreement answers of what every ceasefire text is asked.')

/** The same as a type. */
export type AgreementDocument = DocumentOf<typeof agreementShape>
