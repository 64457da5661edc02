import { z } from 'zod'
import { CEASEFIRE_ACTS, WEAPONS } from '../../model/closed-lists.ts'
import {
  ATTRIBUTIONS,
  COUNTED,
  FIRE_DIRECTIONS,
  OTHER_INCIDENTS,
  RESTRICTIONS,
  VERIFICATIONS
} from '../record-lists.ts'
import {
  caseId,
  entryId,
  exhibits,
  howMany,
  language,
  means,
  occurred,
  place,
  prose,
  provenance,
  someParties,
  triple
} from './common.ts'

/** What one author says of an event. Others say it beside, never over it. */
const account = {
  occurred,
  place,
  category: z.enum([...CEASEFIRE_ACTS, ...OTHER_INCIDENTS]),
  weapon: z.enum(WEAPONS).optional(),
  /** The weapon in the author's words: a mission writes "N/K" where it does not know. */
  weaponText: z.string().min(1).max(300).optional(),
  observed: z
    .strictObject({
      count: howMany,
      of: z.enum(COUNTED),
      about: z.boolean().optional(),
      direction: z.enum(FIRE_DIRECTIONS).optional()
    })
    .optional(),
  killed: triple.optional(),
  injured: triple.optional(),
  /** Who is said to have done it: a claim of this account. */
  alleged: caseId.optional(),
  restriction: z.enum(RESTRICTIONS).optional(),
  /** Where the observer stood. */
  observedFrom: place.optional(),
  means,
  exhibits: exhibits.optional(),
  text: prose.optional(),
  language: language.optional(),
  provenance: provenance.optional()
}

const incident = entryId
const said = {
  text: prose.optional(),
  language: language.optional(),
  exhibits: exhibits.optional()
}

/** An incident's entries: its accounts, and the steps of looking into it. */
export const incidentKinds = {
  /** Opens an incident, whose id is that of this entry. A lead is counted only once it is verified. */
  'incident.reported': z.strictObject({ ...account, lead: z.boolean().optional() }),
  /** Another account of the same event. */
  'incident.account': z.strictObject({ incident, ...account }),
  /** Somebody finds that two incidents are one event: both stand, counted once. */
  'incident.joined': z.strictObject({ incident, with: entryId, because: prose }),
  'incident.logged': z.strictObject({ incident }),
  'incident.acknowledged': z.strictObject({ incident, ...said }),
  'incident.assessed': z.strictObject({ incident, ...said }),
  /** What came of looking, and which parties looked. */
  'incident.verified': z.strictObject({
    incident,
    outcome: z.enum(VERIFICATIONS),
    by: someParties,
    occurred: occurred.optional(),
    means,
    refusedBy: caseId.optional(),
    ...said
  }),
  'incident.attributed': z
    .strictObject({
      incident,
      outcome: z.enum(ATTRIBUTIONS),
      to: caseId.optional(),
      intent: z.enum(['accidental', 'deliberate', 'unknown']).optional(),
      by: someParties,
      ...said
    })
    .refine(({ outcome, to }) => (outcome === 'party') === (to !== undefined)),
  /** Talked about at a meeting: the entry that says it was held. */
  'incident.discussed': z.strictObject({ incident, meeting: entryId, ...said }),
  /** Whether the body holds it to be a violation. */
  'incident.found': z.strictObject({ incident, violation: z.boolean(), ...said }),
  'incident.remedied': z.strictObject({ incident, by: caseId, ...said }),
  'incident.closed': z.strictObject({ incident, ...said }),
  'incident.disputed': z.strictObject({ incident, because: prose })
} as const
