import type {
  ActsBody,
  CandidatesBody,
  IntroductionsBody,
  MeBody,
  MembersBody,
  OrganisationsBody,
  OwnRecordsBody,
  ParticipantsBody,
  RecordBody,
  SharesBody,
  TrackMembersBody,
  TracksBody
} from '@truce/server'
import { asked, get, news, pathOf, post } from '../../state/api.ts'

const AT = '/api/team'
const caseAt = (id: string): string => `${AT}/cases/${encodeURIComponent(id)}`

/** Somebody who is known by name, or who has no account any more. */
export interface Somebody {
  readonly id: string
  readonly name: string
}

/** What a team's server tells of who shares what. */
export const team = {
  me: () => get<MeBody>(`${AT}/me`),
  organisations: async () => (await get<OrganisationsBody>(`${AT}/organisations`)).organisations,
  members: async (organisation: string) =>
    (await get<MembersBody>(`${AT}/organisations/${organisation}/members`)).members,
  tracks: async () => (await get<TracksBody>(`${AT}/tracks`)).tracks,
  openTrack: (track: {
    readonly name: string
    readonly kind: string
    readonly organisation: string
  }) => post<TracksBody['tracks'][number]>(`${AT}/tracks`, track),
  inTrack: async (track: string) =>
    (await get<TrackMembersBody>(`${AT}/tracks/${track}/members`)).members,
  admit: async (track: string, person: string, organisation: string) =>
    (
      await asked<TrackMembersBody>('PUT', `${AT}/tracks/${track}/members/${person}`, {
        organisation
      })
    ).members,
  dismiss: async (track: string, person: string) =>
    (await asked<TrackMembersBody>('DELETE', `${AT}/tracks/${track}/members/${person}`, {}))
      .members,
  candidates: async (track: string) =>
    (await get<CandidatesBody>(`${AT}/tracks/${track}/candidates`)).people,
  introductions: async () => (await get<IntroductionsBody>(`${AT}/introductions`)).introductions,
  introduce: (organisation: string, home: string) =>
    asked<IntroductionsBody>('PUT', `${AT}/introductions/${organisation}`, { home }),
  withdraw: (organisation: string) =>
    asked<IntroductionsBody>('DELETE', `${AT}/introductions/${organisation}`, {}),
  ownRecords: async () => (await get<OwnRecordsBody>(`${AT}/records`)).records,
  shares: async (id: string) => (await get<SharesBody>(`${caseAt(id)}/shares`)).shares,
  share: async (id: string, target: string, may: string) =>
    (await asked<SharesBody>('PUT', `${caseAt(id)}/shares/${target}`, { may })).shares,
  unshare: async (id: string, target: string) =>
    (await asked<SharesBody>('DELETE', `${caseAt(id)}/shares/${target}`, {})).shares,
  records: async (id: string) =>
    (await get<{ readonly records: readonly RecordBody[] }>(`${pathOf(id)}/records`)).records,
  parts: (id: string, record: string) =>
    get<ParticipantsBody>(`${caseAt(id)}/records/${record}/participants`),
  takePart: async (
    id: string,
    record: string,
    part: { readonly organisation: string; readonly party: string }
  ) =>
    (
      await asked<ParticipantsBody>(
        'PUT',
        `${caseAt(id)}/records/${record}/participants/${part.organisation}`,
        { party: part.party }
      )
    ).participants,
  stepOut: async (id: string, record: string, organisation: string) =>
    (
      await asked<ParticipantsBody>(
        'DELETE',
        `${caseAt(id)}/records/${record}/participants/${organisation}`,
        {}
      )
    ).participants,
  acts: (organisation: string, before: number | undefined) =>
    get<ActsBody>(
      `${AT}/organisations/${organisation}/acts${before === undefined ? '' : `?before=${before}`}`
    )
}

/** Hears who else is in a case, until the returned is called. */
export function hear(id: string, told: (people: readonly Somebody[]) => void): () => void {
  return news.listen(pathOf(id), (event, data) => {
    if (event === 'here')
      told((JSON.parse(data) as { readonly people: readonly Somebody[] }).people)
  })
}
