import { z } from 'zod'
import { isZone } from '../../time/instant.ts'
import { OBSERVATION_MEANS, TIME_PRECISIONS } from '../record-lists.ts'

// What contents of all kinds are made of. Everything is bounded: an entry is kept for ever, and
// whoever may write one may be an adversary.

const LONGEST_TEXT = 20_000

/** An instant in UTC, such as `2025-02-15T06:00:00Z`; to the millisecond at most. */
export const utcInstant: z.ZodType<string> = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/)
  // A day that does not exist rolls over into the next month, and then reads otherwise.
  .refine((text) => {
    const read = new Date(text)
    return !Number.isNaN(read.getTime()) && read.toISOString().slice(0, 19) === text.slice(0, 19)
  })

/** The id of an entry of this record. */
export const entryId: z.ZodType<string> = z.string().regex(/^[a-z0-9][a-z0-9-]{5,63}$/)

/** The id of something that the case names: a party, a meeting, a channel. */
export const caseId: z.ZodType<string> = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)

/** Some parties, each once. */
export const someParties: z.ZodType<string[]> = z
  .array(caseId)
  .min(1)
  .max(50)
  .refine((ids) => new Set(ids).size === ids.length)

/** Words as they were written. */
export const prose: z.ZodType<string> = z.string().min(1).max(LONGEST_TEXT)

/** The tag of a language, such as `uk`. */
export const language: z.ZodType<string> = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)

/** The same in several languages, each as its author wrote it. */
export const inLanguages: z.ZodType<Record<string, string>> = z
  .record(language, prose)
  .refine((texts) => Object.keys(texts).length > 0)

/** How many, from 0. */
export const howMany: z.ZodType<number> = z.int().min(0).max(10_000_000)

/** When something happened: an instant, to what precision, and the zone it was noted in. */
export const occurred = z
  .strictObject({
    at: utcInstant,
    precision: z.enum(TIME_PRECISIONS),
    until: utcInstant.optional(),
    zone: z.string().refine(isZone).optional()
  })
  .refine(({ at, until }) => until === undefined || Date.parse(until) >= Date.parse(at))
/** When something happened. */
export type Occurred = z.output<typeof occurred>

/**
 * Where something is. Degrees on WGS 84, and the radius in metres within which it is; a name in
 * each language that has one of its own; and the sector or area that reports count by.
 */
export const place = z
  .strictObject({
    lon: z.number().min(-180).max(180).optional(),
    lat: z.number().min(-90).max(90).optional(),
    within: z.number().min(0).max(2_000_000).optional(),
    name: z.string().min(1).max(300).optional(),
    names: z.record(language, z.string().min(1).max(300)).optional(),
    area: z.string().min(1).max(120).optional(),
    from: z
      .strictObject({
        place: z.string().min(1).max(300),
        km: z.number().min(0).max(1000),
        bearing: z.enum([
          'N',
          'NE',
          'E',
          'SE',
          'S',
          'SW',
          'W',
          'NW',
          'NNE',
          'ENE',
          'ESE',
          'SSE',
          'SSW',
          'WSW',
          'WNW',
          'NNW'
        ])
      })
      .optional()
  })
  .refine(({ lon, lat }) => (lon === undefined) === (lat === undefined))
/** Where something is. */
export type Place = z.output<typeof place>

/** A file that shows it, by its SHA-256; the file itself is kept elsewhere. */
export const exhibit = z.strictObject({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  name: z.string().min(1).max(300).optional(),
  about: z.string().min(1).max(1000).optional()
})

/** Files that show it. */
export const exhibits = z.array(exhibit).max(200)

/** By what means something was perceived. */
export const means = z.array(z.enum(OBSERVATION_MEANS)).max(10)

/** Where a row of a table that was taken in came from. */
export const provenance = z.strictObject({
  dataset: z.string().min(1).max(200),
  row: z.string().min(1).max(200),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2000)
    .optional(),
  retrieved: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  licence: z.string().min(1).max(200).optional()
})

/** Fewest, most likely and most, where a number is not sure. */
export const triple = z
  .strictObject({ low: howMany, best: howMany, high: howMany })
  .refine(({ low, best, high }) => low <= best && best <= high)
