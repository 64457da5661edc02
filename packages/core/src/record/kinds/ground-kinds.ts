import { z } from 'zod'
import { WEAPONS } from '../../model/closed-lists.ts'
import { INSPECTION_OUTCOMES } from '../record-lists.ts'
import {
  caseId,
  exhibits,
  howMany,
  means,
  occurred,
  place,
  prose,
  provenance,
  someParties,
  utcInstant
} from './common.ts'

const weapon = z.enum(WEAPONS)
const calibre = z.number().min(1).max(1000).optional()

/** What stands, moves and is counted on the ground. */
export const groundKinds = {
  /** What a party says that it has, where. */
  'holding.declared': z.strictObject({
    withdrawal: caseId.optional(),
    weapon,
    calibreMm: calibre,
    asOf: utcInstant,
    items: z
      .array(
        z.strictObject({
          count: howMany,
          place: place.optional(),
          unit: z.string().min(1).max(300).optional()
        })
      )
      .min(1)
      .max(2000)
  }),
  /** Equipment seen: whose is a claim of the observer's. */
  'position.observed': z.strictObject({
    weapon,
    calibreMm: calibre,
    count: howMany,
    of: caseId.optional(),
    occurred,
    place,
    means,
    exhibits: exhibits.optional(),
    text: prose.optional(),
    provenance: provenance.optional()
  }),
  'inspection.made': z.strictObject({
    withdrawal: caseId.optional(),
    site: place,
    of: caseId,
    by: someParties,
    occurred,
    weapon: weapon.optional(),
    outcome: z.enum(INSPECTION_OUTCOMES),
    declared: howMany.optional(),
    counted: howMany.optional(),
    text: prose.optional(),
    exhibits: exhibits.optional()
  }),
  /** A party's pulling back began or ended: said by itself, or seen by somebody else. */
  'withdrawal.started': z.strictObject({
    withdrawal: caseId,
    party: caseId,
    at: utcInstant,
    means
  }),
  'withdrawal.completed': z.strictObject({
    withdrawal: caseId,
    party: caseId,
    at: utcInstant,
    count: howMany.optional(),
    means
  }),
  /** A version of a line that parties agreed on. */
  'line.agreed': z.strictObject({
    line: caseId,
    version: z.string().min(1).max(60),
    agreedBy: someParties,
    inForce: utcInstant,
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    text: prose.optional()
  })
} as const
