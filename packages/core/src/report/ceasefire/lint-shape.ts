import { z } from 'zod'
import { CLAUSES } from '../../ceasefire/index.ts'
import type { DocumentOf } from '../shapes.ts'
import { about, headShape } from '../shapes.ts'

const did = z
  .strictObject({ did: z.string(), source: z.string() })
  .nullable()
  .describe('what it did and where that is to be read; `null`: not found')

const question = z.strictObject({
  code: z.string().describe('the code of the question'),
  found: z.int().min(0).describe('how often the text leaves it open'),
  others: z
    .strictObject({
      korea: did,
      golan: did,
      dayton: did,
      kumanovo: did,
      nuba: did,
      aceh: did,
      minsk: did
    })
    .optional()
    .describe('what other agreements did; left out of questions that only ask for sense')
})

const clause = z
  .strictObject({
    clause: z.enum(CLAUSES).describe('the heading'),
    answers: z
      .array(
        z.strictObject({
          at: z.string().describe('pointer into the case'),
          file: z.string(),
          line: z.int().min(1)
        })
      )
      .describe('what of the case answers it, and where that stands'),
    questions: z.array(question).describe('what is asked of it')
  })
  .meta({ id: 'clause', description: 'A heading of the text.' })

/** The document of `ceasefire lint`. */
export const ceasefireLintShape = z
  .strictObject({
    ...headShape('ceasefire lint'),
    case: about,
    written: z.int().min(0).describe('headings that something of the case answers'),
    open: z.int().min(0).describe('findings about the text'),
    clauses: z.array(clause).describe('the headings of such texts, in their order')
  })
  .describe('The text of a ceasefire, reviewed clause by clause.')

/** The same as a type. */
export type CeasefireLintDocument = DocumentOf<typeof ceasefireLintShape>
