import { z } from '@hono/zod-openapi'
import { recordId } from '../../record-schemas.ts'
import { id } from '../../schemas.ts'
import { ORGANISATION_KINDS, ROLES, SHARE_RIGHTS, SHARE_TARGETS, TRACK_KINDS } from './tables.ts'

/** An id of a person, an organisation or a track. */
const key = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/)
const name = z.string().min(1).max(200)
const kind = z.enum(ORGANISATION_KINDS)
const role = z.enum(ROLES)
/** A text of a case: one, or the same by language. */
const text = z.union([z.string(), z.record(z.string(), z.string())])
const may = z.enum(SHARE_RIGHTS)

export const inOrganisation = z.strictObject({ organisation: key })
export const ofInvitation = z.strictObject({ organisation: key, invitation: key })
export const inTrack = z.strictObject({ track: key })
export const ofMember = z.strictObject({ organisation: key, person: key })
export const ofTrackMember = z.strictObject({ track: key, person: key })
export const ofCase = z.strictObject({ id })
export const ofShare = z.strictObject({ id, kind: z.enum(SHARE_TARGETS), target: key })
export const ofRecord = z.strictObject({ id, record: recordId })
export const ofPart = z.strictObject({ id, record: recordId, organisation: key })

const organisation = z.strictObject({ id: key, name, kind })
export const organisationBody = organisation.openapi('Organisation')
export const organisations = z
  .strictObject({ organisations: z.array(organisation) })
  .openapi('Organisations')
export const newOrganisation = z
  .strictObject({
    name,
    kind,
    lead: key.optional().openapi({
      description: 'the person who leads it at first; without, its first lead is invited'
    })
  })
  .openapi('NewOrganisation')

export const members = z
  .strictObject({
    members: z.array(z.strictObject({ person: key, name: name.nullable(), role }))
  })
  .openapi('Members')
export const roleBody = z.strictObject({ role }).openapi('MemberRole')

const track = z.strictObject({
  id: key,
  name: name.nullable().openapi({ description: 'null for whoever only administers' }),
  kind: z.enum(TRACK_KINDS),
  organisation: key.openapi({ description: 'that leads it' })
})
export const trackBody = track.openapi('Track')
export const tracks = z.strictObject({ tracks: z.array(track) }).openapi('Tracks')
export const newTrack = z
  .strictObject({ name, kind: z.enum(TRACK_KINDS), organisation: key })
  .openapi('NewTrack')
export const trackMembers = z
  .strictObject({
    members: z.array(z.strictObject({ person: key, name: name.nullable(), organisation: key }))
  })
  .openapi('TrackMembers')
export const forOrganisation = z
  .strictObject({ organisation: key.openapi({ description: 'for which they are in the track' }) })
  .openapi('TrackMember')

export const candidates = z
  .strictObject({
    people: z.array(
      z.strictObject({
        person: key,
        name,
        organisation: key.openapi({ description: 'for which they would be in the track' })
      })
    )
  })
  .openapi('Candidates')
const home = key.openapi({
  description: 'the organisation of the asker as whose member they are known'
})
export const introduced = z.strictObject({ home }).openapi('Introduction')
export const introductions = z
  .strictObject({ introductions: z.array(z.strictObject({ organisation: key, home })) })
  .openapi('Introductions')

export const me = z
  .strictObject({
    id: key,
    name,
    administrator: z.boolean(),
    organisations: z.array(z.strictObject({ id: key, name, kind, role })),
    cases: z
      .array(
        z.strictObject({
          id,
          organisation: key.openapi({ description: 'that it belongs to' }),
          may: z.array(z.enum(['write', 'create', 'remove', 'share', 'audit'])).openapi({
            description: 'what the asker may do besides reading it; `create`: records'
          }),
          through: z.array(z.strictObject({ kind: z.enum(SHARE_TARGETS), target: key })).openapi({
            description: 'the organisations and tracks of the asker with which it is shared'
          })
        })
      )
      .openapi({ description: 'of their organisations and shared with them, also set aside' }),
    records: z.array(
      z.strictObject({ case: id, record: recordId, organisation: key, party: z.string() })
    )
  })
  .openapi('Me')

export const ownRecords = z
  .strictObject({
    records: z.array(
      z.strictObject({
        case: id,
        record: recordId,
        title: z.string().openapi({ description: 'of the record' }),
        organisation: key.openapi({ description: 'of the asker, that takes part' }),
        party: z.string().openapi({ description: 'for which it stands' }),
        name: text.openapi({ description: 'of that party' }),
        readsCase: z.boolean().openapi({ description: 'whether the asker may read its case' }),
        may: z.array(z.enum(['text', 'file', 'keep'])).openapi({
          description:
            'what the asker may do besides reading it; `text`: of the case it was begun under'
        })
      })
    )
  })
  .openapi('OwnRecords')

export const shares = z
  .strictObject({
    shares: z.array(z.strictObject({ kind: z.enum(SHARE_TARGETS), target: key, may }))
  })
  .openapi('Shares')
export const shareBody = z.strictObject({ may }).openapi('Share')

export const participants = z
  .strictObject({
    participants: z.array(
      z.strictObject({ organisation: key, party: z.string(), keeps: z.boolean() })
    ),
    parties: z
      .array(z.strictObject({ id: z.string(), name: text }))
      .openapi({ description: 'that have a key in the record, and are stood for by some' })
  })
  .openapi('Participants')
export const partBody = z
  .strictObject({
    party: z.string().min(1).max(64).openapi({ description: 'the party it stands for' }),
    keeps: z
      .boolean()
      .default(false)
      .openapi({ description: 'whether it keeps the record: signs its head, moves its clock' })
  })
  .openapi('Participant', {
    description: 'Who takes part reads the text of the case that the record was begun under.'
  })

export const here = z
  .strictObject({ people: z.array(z.strictObject({ id: key, name })) })
  .openapi('Here')

export const actsQuery = z.strictObject({
  before: z.coerce.number().int().min(1).optional().openapi({ description: 'acts before this one' })
})
export const acts = z
  .strictObject({
    acts: z.array(
      z.strictObject({
        number: z.int(),
        at: z.iso.datetime(),
        person: key,
        name: name.nullable().openapi({
          description:
            'null for whoever has no account any more, and for what was done on the server itself (`adopt`)'
        }),
        session: z.string(),
        verb: z.string(),
        resource: z.string()
      })
    ),
    names: z.record(z.string(), z.string()).openapi({
      description:
        'what is called how of that which `resource` speaks of, such as `case:x`; what the asker may not see, or is no more, is left out'
    })
  })
  .openapi('Acts', { description: 'Newest first.' })
