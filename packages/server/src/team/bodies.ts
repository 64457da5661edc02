import type { z } from '@hono/zod-openapi'
import type {
  acts,
  candidates,
  introductions,
  me,
  members,
  organisations,
  ownRecords,
  participants,
  shares,
  trackMembers,
  tracks
} from './access/schemas.ts'

/** GET /api/team/me. */
export type MeBody = z.infer<typeof me>
/** GET /api/team/organisations. */
export type OrganisationsBody = z.infer<typeof organisations>
/** GET /api/team/records. */
export type OwnRecordsBody = z.infer<typeof ownRecords>
/** GET the members of an organisation. */
export type MembersBody = z.infer<typeof members>
/** GET /api/team/tracks. */
export type TracksBody = z.infer<typeof tracks>
/** GET who is in a track. */
export type TrackMembersBody = z.infer<typeof trackMembers>
/** GET whom one may take into a track. */
export type CandidatesBody = z.infer<typeof candidates>
/** GET /api/team/introductions. */
export type IntroductionsBody = z.infer<typeof introductions>
/** GET with whom a case is shared. */
export type SharesBody = z.infer<typeof shares>
/** GET who takes part in a record. */
export type ParticipantsBody = z.infer<typeof participants>
/** GET who did what. */
export type ActsBody = z.infer<typeof acts>
