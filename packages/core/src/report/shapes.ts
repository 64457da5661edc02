import { z } from 'zod'
import { CONCEPTS } from '../stability/concepts.ts'
import { VERDICTS } from '../worth/verdict.ts'

// What the schemas of several documents share.

/** What a document's schema promises, as nobody may change it. */
export type DocumentOf<S extends z.ZodType> = Fixed<z.output<S>>
type Fixed<T> = { readonly [K in keyof T]: Fixed<T[K]> }

/** A chance, 0..1. */
export const chanceShape = z.number().min(0).max(1)
/** Ids in the case. */
export const ids = z.array(z.string())
/** A number of things that may be too large for a number. */
export const countShape = z.string().regex(/^\d+$/).meta({
  id: 'count',
  description: 'A number of things, as decimal digits: it may be too large for a number.'
})
/** A verdict, by its word. */
export const verdict = z
  .enum(VERDICTS)
  .meta({ id: 'verdict', description: 'How likely acceptance is, from worst to best.' })
/** Option by issue. */
export const terms = z
  .record(z.string(), z.string())
  .meta({ id: 'terms', description: 'A package, or a part of one: option by issue.' })
/** A sampled chance with its standard error. */
export const estimateShape = z
  .strictObject({ p: chanceShape, standardError: z.number().min(0) })
  .meta({ id: 'estimate', description: 'A mean over the draws, with its standard error.' })
/** A stability concept. */
export const concept = z
  .enum(CONCEPTS)
  .meta({ id: 'concept', description: 'A stability concept of the graph model.' })

/** How many packages are admissible: so many where `exact`, else at least so many. */
export const admissibleShape = { admissible: countShape, exact: z.boolean() } as const

/** Whose a figure is. */
export const whose = z
  .union([
    z.strictObject({ by: z.enum(['case', 'computed']) }),
    z.strictObject({ by: z.literal('source'), source: z.string() })
  ])
  .meta({
    id: 'whose',
    description:
      "Whose a figure is: the `case`'s own, that of a `source` which states it, or `computed` here."
  })

const place = {
  file: z.string().optional(),
  line: z.int().min(1).optional(),
  column: z.int().min(1).optional(),
  endLine: z.int().min(1).optional(),
  endColumn: z.int().min(1).optional()
}

const finding = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning', 'note']),
    ...place,
    message: z.string(),
    why: z.array(z.string()),
    help: z.string().optional(),
    sources: ids,
    related: z.array(z.strictObject({ ...place, message: z.string() })).optional()
  })
  .meta({
    id: 'finding',
    description:
      'One thing to say about the case; lines and columns count from 1. `truce explain CODE` tells more.'
  })

/** A finding in a document. */
export type FindingDocument = DocumentOf<typeof finding>

/** The beginning of every document. */
export const headShape = <C extends string>(command: C) => ({
  truce: z.strictObject({ format: z.literal(1), version: z.string() }),
  command: z.literal(command),
  findings: z.array(finding)
})

/** What the document is about. */
export const about = z.strictObject({
  title: z.string(),
  hash: z.string().regex(/^sha256:[0-9a-f]{64}$/)
})

/** What is printed when the case has errors: exit code 3. */
export const refusedShape = <C extends string>(command: C) =>
  z
    .strictObject({ ...headShape(command), case: z.strictObject({ title: z.string() }).optional() })
    .describe(
      'The case has errors, or warnings that are denied (exit code 3): its findings, and its title where it could be read.'
    )

/** The document of a case with errors. */
export type RefusedDocument<C extends string = string> = DocumentOf<
  ReturnType<typeof refusedShape<C>>
>
