import { z } from 'zod'
import {
  CADENCES,
  CEASEFIRE_ACTS,
  CEASEFIRE_CLASSES,
  CEASEFIRE_FORMS,
  DECLARATIONS,
  PUBLICITIES,
  RECORDS,
  WEAPONS
} from '../../model/closed-lists.ts'
import { when } from './anchor.ts'
import { amount, dotted, duration, ref, text, word } from './scalars.ts'

/** Who says so and why, of what is no figure. */
export const reason = { source: ref('source').optional(), because: text.optional() }

/** Some parties. */
export const parties: z.ZodType<(string | undefined)[]> = z.array(ref('party'))

/** Something for each of some parties. */
export const byParty = <T extends z.ZodType>(value: T): z.ZodRecord<z.ZodType<string>, T> =>
  z.record(ref('party'), value) as unknown as z.ZodRecord<z.ZodType<string>, T>

/** A line on the map, such as `lines.contact`. */
export const line: z.ZodType<`lines.${string}`> = dotted(['lines', 'line'])

/** Weapons of a class and calibre. */
export const weapon = z.object({
  class: z.enum(WEAPONS),
  'at-least-mm': amount({ least: 0 }).optional(),
  'below-mm': amount({ least: 0 }).optional(),
  definition: text.optional()
})

/** An act in words, or by its kind with words where they are needed. */
const act = z.union([text, z.object({ act: z.enum(CEASEFIRE_ACTS), text: text.optional() })])

/** Who fights and does not sign: in words, or a party of the case and what binds it. */
const other = z.union([text, z.object({ party: ref('party'), 'bound-by': text.optional() })])

/** A guarantor alone, or with what it owes. */
const guarantor = z.union([
  ref('party'),
  z.object({ by: ref('party'), obligation: text.optional() })
])

/** A clause that lets somebody off, in words, or with what using it costs. */
const escapeClause = z.union([text, z.object({ clause: text, cost: text.optional() })])

/** The ceasefire as its text has it, clause by clause. */
export const ceasefire = z.object({
  class: z.enum(CEASEFIRE_CLASSES),
  declaration: z.enum(DECLARATIONS).optional(),
  form: z.enum(CEASEFIRE_FORMS).optional(),
  publicity: z.enum(PUBLICITIES).optional(),
  signatories: parties.optional(),
  others: z.array(other).optional(),
  'enters-into-force': when,
  date: z
    .object({
      'decided-by': parties.optional(),
      with: parties.optional(),
      until: when.optional()
    })
    .optional(),
  orders: z
    .object({
      by: parties.optional(),
      'out-by': when.optional(),
      lead: duration.optional(),
      'down-to': text.optional()
    })
    .optional(),
  duration: z
    .object({
      lasts: duration.optional(),
      until: when.optional(),
      renewal: text.optional(),
      review: text.optional()
    })
    .optional(),
  scope: text.optional(),
  geography: z
    .object({
      lines: z.array(line).optional(),
      map: text.optional(),
      coordinates: text.optional(),
      markers: text.optional()
    })
    .optional(),
  violation: text.optional(),
  'heavy-weapons': z.array(weapon).optional(),
  prohibited: z.array(act).optional(),
  permitted: z.array(act).optional(),
  'return-fire': text.optional(),
  inventories: z
    .object({ by: when.optional(), 'verified-by': when.optional(), of: text.optional() })
    .optional(),
  monitoring: z
    .object({
      by: parties.optional(),
      mandate: text.optional(),
      'terms-of-reference': text.optional(),
      'freedom-of-movement': text.optional(),
      security: text.optional(),
      technology: text.optional(),
      inspections: z.enum(CADENCES).optional(),
      suspension: text.optional()
    })
    .optional(),
  complaints: z
    .object({
      within: duration.optional(),
      'verified-within': duration.optional(),
      'investigated-by': parties.optional(),
      'investigated-within': duration.optional(),
      'decided-within': duration.optional(),
      ladder: z.array(ref('meeting')).optional(),
      deadlock: text.optional()
    })
    .optional(),
  sanctions: text.optional(),
  record: z.enum(RECORDS).optional(),
  detainees: text.optional(),
  missing: text.optional(),
  'mine-records': text.optional(),
  humanitarian: text.optional(),
  'civilian-works': z
    .object({
      notice: duration.optional(),
      channel: ref('channel').optional(),
      rule: text.optional()
    })
    .optional(),
  communication: text.optional(),
  talks: z.array(ref('track')).optional(),
  guarantors: z.array(guarantor).optional(),
  flexibility: z.array(escapeClause).optional(),
  languages: z
    .object({
      authentic: z.array(word).optional(),
      prevails: word.optional(),
      translation: text.optional()
    })
    .optional(),
  amendment: text.optional(),
  termination: text.optional(),
  ...reason
})
