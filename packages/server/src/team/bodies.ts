import type { z } from '@hono/zod-openapi'
import type {
  acts,
  me,
  members,
  organisations,
  participants,
  shares,
  trackMembers,
  tracks
} from './access/schemas.ts'

/** GET /api/team/me. */
export type MeBody = z.infer<typeof me>
/** GET /api/team/organisations. */
export type OrganisationsBody = z.infer<typeof organisations>
/** GET the members of an organisation. */
export type MembersBody = z.infer<typeof members>
/** GET /api/team/tracks. */
export type TracksBody = z.infer<typeof tracks>
/** GET who is in a track. */
export type TrackMembersBody = z.infer<typeof trackMembers>
/** GET with whom a case is shared. */
export type SharesBody = z.infer<typeof shares>
/** GET who takes part in a record. */
export type ParticipantsBody = z.infer<typeof participants>
/** GET who did what. */
export type ActsBody = z.infer<typeof acts>
