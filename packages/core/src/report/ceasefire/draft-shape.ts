import { z } from 'zod'
import { QUESTION_RULES } from '../../ceasefire/cue-questions.ts'
import type { DocumentOf } from '../shapes.ts'
import { about, headShape } from '../shapes.ts'

const rule = z.enum(QUESTION_RULES).nullable().describe('the rule that asks for it, if one does')

const article = z
  .strictObject({
    n: z.int().min(1),
    id: z.string(),
    title: z.string(),
    clauses: z.array(
      z.strictObject({
        number: z.string(),
        id: z.string().describe('lasting, unlike the number'),
        key: z.string().describe('the keys of the case that fill it'),
        at: z.string().describe('the pointer to where the case says it, or would'),
        rule,
        text: z.string(),
        gaps: z.int().min(0).describe('how much of it is left to be agreed')
      })
    )
  })
  .meta({ id: 'draftArticle', description: 'An article and its clauses.' })

const annex = z
  .strictObject({
    letter: z.string(),
    title: z.string(),
    lines: z.array(z.string()),
    map: z
      .strictObject({
        title: z.string(),
        text: z.string().describe('what it shows, in words'),
        svg: z.string().describe('the picture, as a file of SVG that stands alone')
      })
      .nullable()
      .describe('the map that it carries: of the lines, where the case draws them'),
    tables: z.array(
      z.strictObject({
        lead: z.string().nullable(),
        head: z.array(z.string()),
        rows: z.array(z.array(z.string()))
      })
    )
  })
  .meta({ id: 'draftAnnex', description: 'An annex: words, a map where it has one, then tables.' })

/** The document of `ceasefire draft`. */
export const draftShape = z
  .strictObject({
    ...headShape('ceasefire draft'),
    case: about,
    title: z.string().describe('the title of the agreement'),
    about: z.string().describe('what the draft is made of'),
    preamble: z.string().describe('the words before the first article'),
    articles: z.array(article).describe("in the field's order; all of them always stand"),
    annexes: z.array(annex).describe('A to E: lines, weapons, timetable, meetings, forms'),
    notes: z.array(z.string()).describe('sources, by the numbers in square brackets'),
    gaps: z
      .array(
        z.strictObject({
          place: z.string(),
          clause: z.string(),
          what: z.string(),
          rule
        })
      )
      .describe('what is left to be agreed, in the order of the text'),
    maps: z.int().min(0).describe('how many maps are to be attached')
  })
  .describe('The text of a ceasefire as far as a case goes.')

/** The same as a type. */
export type DraftDocument = DocumentOf<typeof draftShape>
