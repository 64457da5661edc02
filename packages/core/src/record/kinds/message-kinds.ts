import { z } from 'zod'
import { CHANNEL_KINDS } from '../../model/closed-lists.ts'
import { MESSAGE_STATUSES, URGENCIES } from '../record-lists.ts'
import { caseId, entryId, exhibits, inLanguages, prose, someParties, utcInstant } from './common.ts'

const position = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** What a message speaks of on the ground: an area, a circle or a way, and between what heights. */
const extent = z
  .strictObject({
    text: z.string().min(1).max(1000).optional(),
    polygon: z.array(position).min(3).max(2000).optional(),
    circle: z.strictObject({ centre: position, km: z.number().positive().max(5000) }).optional(),
    route: z.array(position).min(2).max(2000).optional(),
    leastM: z.number().min(-500).max(100_000).optional(),
    mostM: z.number().min(-500).max(100_000).optional()
  })
  .refine((given) => Object.keys(given).length > 0)

const message = entryId

/** The hotline: a message, and the two clocks that run from it. */
export const messageKinds = {
  'message.sent': z.strictObject({
    channel: caseId,
    kind: z.enum(CHANNEL_KINDS),
    status: z.enum(MESSAGE_STATUSES),
    urgency: z.enum(URGENCIES),
    to: someParties,
    sentAt: utcInstant,
    subject: z.string().min(1).max(300).optional(),
    /** As written by the sender, in its own language, with whatever translations it vouches for. */
    text: inLanguages,
    /** What it announces: from when until when. */
    from: utcInstant.optional(),
    until: utcInstant.optional(),
    extent: extent.optional(),
    units: prose.optional(),
    refersTo: entryId.optional(),
    answerWanted: z.boolean().optional(),
    exhibits: exhibits.optional()
  }),
  'message.received': z.strictObject({ message, at: utcInstant }),
  'message.acknowledged': z.strictObject({ message, at: utcInstant }),
  /** The answer in substance; to acknowledge is not to answer. */
  'message.answered': z.strictObject({ message, at: utcInstant, text: inLanguages }),
  'message.corrected': z.strictObject({ message, at: utcInstant, text: inLanguages }),
  'message.cancelled': z.strictObject({ message, at: utcInstant, because: prose.optional() })
} as const
