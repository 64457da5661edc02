import { z } from 'zod'
import { GATE_DECISIONS, VERIFICATIONS } from '../record-lists.ts'
import { caseId, entryId, exhibits, means, prose, someParties, utcInstant } from './common.ts'

/** What can be done and verified: a deliverable or a withdrawal of the case, or an undertaking. */
const deed: z.ZodType<`${'deliverable' | 'withdrawal' | 'undertaking'}.${string}`> = z
  .templateLiteral([z.enum(['deliverable', 'withdrawal', 'undertaking']), '.', z.string()])
  .refine((text) => /^[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*$/.test(text) && text.length <= 90)

const subject = { of: deed, party: caseId.optional() }

/** What was promised and done, what gates are decided, what was said. */
export const deedKinds = {
  /** Whoever owes it says that it is done. */
  'delivery.declared': z.strictObject({
    ...subject,
    at: utcInstant,
    text: prose.optional(),
    exhibits: exhibits.optional()
  }),
  'delivery.verified': z.strictObject({
    ...subject,
    outcome: z.enum(VERIFICATIONS),
    by: someParties,
    at: utcInstant,
    means,
    text: prose.optional(),
    exhibits: exhibits.optional()
  }),
  'delivery.disputed': z.strictObject({ ...subject, because: prose }),
  /** Those who decide a gate say how it stands, and on what entries that rests. */
  'gate.decided': z.strictObject({
    gate: caseId,
    decision: z.enum(GATE_DECISIONS),
    at: utcInstant,
    decidedBy: someParties,
    entries: z.array(entryId).max(500),
    because: prose.optional()
  }),
  /** A step on the ladder or beside it that one party takes for another to see. */
  'signal.seen': z.strictObject({
    by: caseId,
    at: utcInstant,
    rung: caseId.optional(),
    text: prose,
    message: entryId.optional(),
    exhibits: exhibits.optional()
  }),
  'overture.answered': z.strictObject({
    overture: caseId,
    by: caseId,
    at: utcInstant,
    answer: z.enum(['yes', 'no', 'none']),
    text: prose.optional()
  }),
  /** A party does not agree with an entry. It stands beside it for ever. */
  dissent: z.strictObject({ about: entryId, because: prose }),
  /** A case's later text holds from here on. */
  'case.adopted': z.strictObject({
    title: z.string().min(1).max(300),
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    because: prose.optional()
  }),
  /** In an exercise: what those who run it bring about. */
  inject: z.strictObject({ text: prose, to: someParties.optional(), at: utcInstant })
} as const
