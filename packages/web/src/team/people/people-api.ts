import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON
} from '@simplewebauthn/browser'
import type {
  AccountBody,
  DeedListBody,
  InvitationListBody,
  LinkReadBody,
  PeopleListBody,
  RecoveryListBody,
  SessionListBody,
  WaitingBody
} from '@truce/server'
import { asked, get } from '../../state/api.ts'

/** An organisation that one is in, as `GET /api/team/me` tells it. */
export interface OwnOrganisation {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly role: string
}

/** An organisation as those see it who may know of it. */
export type KnownOrganisation = Omit<OwnOrganisation, 'role'>

/** A member of an organisation. */
export interface OrganisationMember {
  readonly person: string
  readonly name: string | null
  readonly role: string
}

/** A link that is shown once. */
export interface MadeLink {
  readonly id: string
  readonly link: string
}

interface OnPaper {
  readonly backupCodes: readonly string[]
}

const at = (...parts: readonly string[]): string =>
  `/api/${parts.map(encodeURIComponent).join('/')}`
const membersAt = (organisation: string): string =>
  at('team', 'organisations', organisation, 'members')
const invitationsAt = (organisation: string): string =>
  at('team', 'organisations', organisation, 'invitations')

/** Ways in. What is secret goes in the body of a request, and nowhere else. */
export const waysIn = {
  issuers: () => get<{ issuers: { id: string; name: string }[] }>('/api/sign-in'),
  password: (email: string, password: string) =>
    asked<WaitingBody>('POST', '/api/sign-in', { email, password }),
  code: (code: string) => asked<WaitingBody>('POST', '/api/sign-in/code', { code }),
  backupCode: (code: string) => asked<WaitingBody>('POST', '/api/sign-in/backup-code', { code }),
  passkeyAsked: () =>
    asked<PublicKeyCredentialRequestOptionsJSON>('POST', '/api/sign-in/passkey/asked', {}),
  passkey: (response: object) => asked<WaitingBody>('POST', '/api/sign-in/passkey', { response }),
  issuer: (issuer: string) => asked<{ url: string }>('POST', '/api/sign-in/issuer', { issuer }),
  out: () => asked<object>('POST', '/api/sign-out', {}),
  readLink: (token: string) => asked<LinkReadBody>('POST', '/api/links/read', { token }),
  takeLink: (sent: { token: string; password: string; name?: string; email?: string }) =>
    asked<WaitingBody>('POST', '/api/links/use', sent),
  join: (token: string) => asked<object>('POST', '/api/account/invitations', { token })
} as const

/** What people do to their own accounts. */
export const ownAccount = {
  read: () => get<AccountBody>('/api/account'),
  beginCodes: () => asked<{ secret: string; uri: string }>('POST', '/api/account/codes', {}),
  confirmCodes: (code: string) => asked<OnPaper>('POST', '/api/account/codes/confirm', { code }),
  removeCodes: () => asked<object>('DELETE', '/api/account/codes', {}),
  passkeyAsked: () =>
    asked<PublicKeyCredentialCreationOptionsJSON>('POST', '/api/account/passkeys/asked', {}),
  addPasskey: (name: string, response: object) =>
    asked<OnPaper>('POST', '/api/account/passkeys', { name, response }),
  removePasskey: (id: string) => asked<object>('DELETE', at('account', 'passkeys', id), {}),
  renewBackupCodes: () => asked<OnPaper>('POST', '/api/account/backup-codes', {}),
  changePassword: (current: string, password: string) =>
    asked<object>('PUT', '/api/account/password', { current, password }),
  sessions: () => get<SessionListBody>('/api/account/sessions'),
  endSession: (id: string) => asked<object>('DELETE', at('account', 'sessions', id), {}),
  endOthers: () => asked<object>('DELETE', '/api/account/sessions', {}),
  organisations: async () =>
    (await get<{ organisations: OwnOrganisation[] }>('/api/team/me')).organisations
} as const

/** What administrators do. */
export const administration = {
  people: () => get<PeopleListBody>('/api/administration/people'),
  suspend: (id: string, suspended: boolean) =>
    asked<object>('PUT', at('administration', 'people', id, 'suspended'), { suspended }),
  appoint: (id: string, administrator: boolean) =>
    asked<object>('PUT', at('administration', 'people', id, 'administrator'), { administrator }),
  endSessions: (id: string) =>
    asked<object>('DELETE', at('administration', 'people', id, 'sessions'), {}),
  invitations: () => get<InvitationListBody>('/api/administration/invitations'),
  invite: (wish: { email: string; organisation?: string; administrator: boolean }) =>
    asked<MadeLink>('POST', '/api/administration/invitations', wish),
  withdraw: (id: string) => asked<object>('DELETE', at('administration', 'invitations', id), {}),
  recoveries: () => get<RecoveryListBody>('/api/administration/recoveries'),
  recover: (person: string, because: string) =>
    asked<object>('POST', '/api/administration/recoveries', { person, because }),
  approve: (id: string) =>
    asked<{ link: string }>('POST', at('administration', 'recoveries', id), {}),
  refuse: (id: string) => asked<object>('DELETE', at('administration', 'recoveries', id), {}),
  deeds: () => get<DeedListBody>('/api/administration/deeds'),
  organisations: async () =>
    (await get<{ organisations: KnownOrganisation[] }>('/api/team/organisations')).organisations,
  makeOrganisation: (name: string, kind: string) =>
    asked<KnownOrganisation>('POST', '/api/team/organisations', { name, kind })
} as const

/** What members see of an organisation, and its leads do. */
export const organisationOf = (id: string) =>
  ({
    members: async () => (await get<{ members: OrganisationMember[] }>(membersAt(id))).members,
    give: (person: string, role: string) =>
      asked<object>('PUT', `${membersAt(id)}/${encodeURIComponent(person)}`, { role }),
    leave: (person: string) =>
      asked<object>('DELETE', `${membersAt(id)}/${encodeURIComponent(person)}`, {}),
    invitations: () => get<InvitationListBody>(invitationsAt(id)),
    invite: (email: string, role: string) =>
      asked<MadeLink>('POST', invitationsAt(id), { email, role }),
    withdraw: (invitation: string) =>
      asked<object>('DELETE', `${invitationsAt(id)}/${encodeURIComponent(invitation)}`, {})
  }) as const
