import { z } from 'zod'
import { RANKS, SEATS } from '../../model/closed-lists.ts'
import { GRADE_BASES } from '../record-lists.ts'
import {
  caseId,
  entryId,
  exhibits,
  inLanguages,
  language,
  prose,
  someParties,
  utcInstant
} from './common.ts'

/** A short name of an undertaking, unique in the record. */
const undertakingId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(64)

/**
 * Somebody at the table. The rank stands as it is borne; which NATO grades it answers to is a range
 * with what that rests on, and who of the others accepts it.
 */
export const attendant = z.strictObject({
  party: caseId,
  as: z.enum(SEATS),
  name: z.string().min(1).max(300).optional(),
  rank: z.string().min(1).max(200),
  nation: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  service: z.string().min(1).max(200).optional(),
  appointment: z.string().min(1).max(300).optional(),
  grade: z.strictObject({
    low: z.enum(RANKS),
    high: z.enum(RANKS),
    basis: z.enum(GRADE_BASES)
  }),
  acceptedBy: z.array(caseId).max(50).optional()
})
/** Somebody at the table. */
export type Attendant = z.output<typeof attendant>

/** What somebody promised at a meeting, and until when. */
export const undertaking = z.strictObject({
  id: undertakingId,
  by: caseId,
  what: prose,
  due: utcInstant.optional(),
  verifiedBy: z.array(caseId).max(50).optional()
})

/** `meeting` names a standing meeting of the case; `due` is the hour that it was to be held at. */
const standing = { meeting: caseId, due: utcInstant }

/** Flag meetings and other bodies: called, held or not, minuted, signed. */
export const meetingKinds = {
  'meeting.convened': z.strictObject({
    ...standing,
    place: z.string().min(1).max(300).optional(),
    because: prose.optional(),
    agenda: z
      .array(z.union([prose, z.strictObject({ incident: entryId })]))
      .max(200)
      .optional()
  }),
  'meeting.recessed': z.strictObject({
    meeting: caseId,
    from: utcInstant,
    until: utcInstant,
    agreedBy: someParties,
    because: prose.optional()
  }),
  /** Ends a recess early: when the next meeting is. */
  'meeting.recalled': z.strictObject({
    meeting: caseId,
    at: utcInstant,
    because: prose.optional()
  }),
  'meeting.held': z
    .strictObject({
      ...standing,
      started: utcInstant,
      ended: utcInstant,
      place: z.string().min(1).max(300).optional(),
      attendance: z.array(attendant).min(1).max(200),
      agenda: z
        .array(z.union([prose, z.strictObject({ incident: entryId })]))
        .max(200)
        .optional(),
      agreed: z.array(prose).max(200).optional(),
      notAgreed: z.array(prose).max(200).optional(),
      undertakings: z.array(undertaking).max(200).optional(),
      protests: z
        .array(z.strictObject({ by: caseId, text: prose }))
        .max(200)
        .optional(),
      exhibits: exhibits.optional()
    })
    .refine(({ started, ended }) => Date.parse(ended) >= Date.parse(started)),
  'meeting.failed': z.strictObject({
    ...standing,
    absent: z.array(caseId).max(50),
    because: prose.optional(),
    notice: utcInstant.optional()
  }),
  /** The minutes of a meeting that was held, in one language; `held` is that entry. */
  'minutes.written': z.strictObject({ held: entryId, language, text: prose }),
  /** A side signs versions of the minutes, by the entries that hold them. */
  'minutes.signed': z.strictObject({
    held: entryId,
    versions: z.array(entryId).min(1).max(20),
    reservation: inLanguages.optional()
  })
} as const
