import { z } from '@hono/zod-openapi'

const instant = z.iso.datetime().nullable().openapi({ description: 'in UTC' })
const email = z.email().max(254).openapi({ example: 'a.person@example.org' })
const name = z.string().trim().min(1).max(100)
const password = z.string().min(1).max(1000).openapi({ description: '12 to 128 letters' })
const token = z.string().min(1).max(100).openapi({ description: 'what stands last in the link' })

/** Of an app: six digits. */
const code = z
  .string()
  .regex(/^\d{6}$/, 'a code has six digits')
  .openapi({ example: '492039' })

export const idParam = z.strictObject({ id: z.string().min(1).max(1400) })

export const done = z.strictObject({ done: z.literal(true) }).openapi('Done')

export const ways = z
  .array(z.enum(['code', 'passkey', 'backup-code']))
  .openapi({ description: 'ways to show the second factor; none where it is still to be set up' })

export const waiting = z
  .strictObject({ next: z.enum(['second-factor', 'set-up', 'nothing']), ways })
  .openapi('Waiting', { description: 'what is still to be done before anything else is answered' })

export const issuerList = z
  .strictObject({ issuers: z.array(z.strictObject({ id: z.string(), name: z.string() })) })
  .openapi('IssuerList')

export const passwordSent = z.strictObject({ email: z.string().max(254), password })
export const codeSent = z.strictObject({ code })
export const backupCodeSent = z.strictObject({ code: z.string().min(1).max(40) })
export const issuerSent = z.strictObject({ issuer: z.string().min(1).max(40) })
export const address = z.strictObject({ url: z.string() }).openapi('Address')

const bytes = z.base64url().max(20_000)
const transports = z.array(z.string().max(40)).max(10)
const extensions = z.record(z.string(), z.unknown())

/** What a browser says of a passkey that it made (WebAuthn level 3, RegistrationResponseJSON). */
export const passkeyMade = z.strictObject({
  name,
  response: z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    clientExtensionResults: extensions.default({}),
    response: z.object({
      clientDataJSON: bytes,
      attestationObject: bytes,
      transports: transports.default([])
    })
  })
})

/** What a browser says of a passkey that it shows (WebAuthn level 3, AuthenticationResponseJSON). */
export const passkeyShown = z.strictObject({
  response: z.object({
    id: bytes,
    rawId: bytes,
    type: z.literal('public-key'),
    clientExtensionResults: extensions.default({}),
    response: z.object({
      clientDataJSON: bytes,
      authenticatorData: bytes,
      signature: bytes
    })
  })
})

export const passkeyAsked = z.looseObject({ challenge: z.string() }).openapi('PasskeyAsked', {
  description: 'what the browser is given: navigator.credentials takes it'
})

export const linkSent = z.strictObject({ token })
export const linkRead = z
  .strictObject({
    kind: z.enum(['setup', 'invitation', 'recovery']),
    email: z.string(),
    organisation: z.string().openapi({ description: 'nothing where it leads into none' }),
    organisationName: z.string(),
    role: z.string()
  })
  .openapi('LinkRead')
export const linkUsed = z.strictObject({
  token,
  password,
  name: name.optional(),
  email: email.optional()
})

const person = {
  id: z.string(),
  name: z.string(),
  email: z.string(),
  administrator: z
    .boolean()
    .openapi({ description: 'manages accounts; sees no paper by being one' })
}

export const accountBody = z
  .strictObject({
    ...person,
    next: waiting.shape.next,
    ways,
    codes: z.boolean().openapi({ description: 'whether an app for codes is set up' }),
    backupCodes: z.int().openapi({ description: 'how many codes on paper are left' }),
    passkeys: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        made: instant,
        used: instant,
        copied: instant.openapi({
          description: 'when its counter went back, as that of a copy does; it lets nobody in since'
        })
      })
    )
  })
  .openapi('Account')

export const codesBegun = z
  .strictObject({ secret: z.string(), uri: z.string() })
  .openapi('CodesBegun')
export const codesOnPaper = z
  .strictObject({
    backupCodes: z
      .array(z.string())
      .openapi({ description: 'shown this once; empty where there are some already' })
  })
  .openapi('CodesOnPaper')

export const passwordChanged = z.strictObject({
  current: z.string().max(1000).optional(),
  password
})

export const sessionList = z
  .strictObject({
    sessions: z.array(
      z.strictObject({
        id: z.string(),
        address: z.string(),
        browser: z.string(),
        begun: instant,
        used: instant,
        this: z.boolean()
      })
    )
  })
  .openapi('SessionList')

export const peopleList = z
  .strictObject({
    people: z.array(
      z.strictObject({
        ...person,
        suspended: z.boolean(),
        since: instant,
        used: instant,
        codes: z.boolean(),
        passkeys: z.int()
      })
    )
  })
  .openapi('PeopleList')

export const suspending = z.strictObject({ suspended: z.boolean() })
export const appointing = z.strictObject({ administrator: z.boolean() })

const days = z.int().min(1).max(30).default(7)
export const inviting = z.strictObject({
  email,
  organisation: z.string().min(1).max(100).optional().openapi({
    description: 'as the first lead of one that has none; else into no organisation yet'
  }),
  administrator: z.boolean().default(false),
  days
})
export const invitingAsLead = z.strictObject({ email, role: z.string().min(1).max(40), days })
export const invited = z
  .strictObject({
    id: z.string(),
    link: z.string().openapi({ description: 'shown this once: hand it over by a way you trust' })
  })
  .openapi('Invited')

export const invitationList = z
  .strictObject({
    invitations: z.array(
      z.strictObject({
        id: z.string(),
        email: z.string(),
        organisation: z.string(),
        role: z.string(),
        administrator: z.boolean(),
        made: instant,
        expires: instant,
        state: z.enum(['open', 'used', 'expired', 'withdrawn'])
      })
    )
  })
  .openapi('InvitationList')

export const recovering = z.strictObject({
  person: z.string().min(1).max(100),
  because: z.string().trim().min(1).max(500)
})
export const recoveryAsked = z.strictObject({ id: z.string() }).openapi('RecoveryAsked')
export const recoveryLink = z.strictObject({ link: invited.shape.link }).openapi('RecoveryLink')
export const recoveryList = z
  .strictObject({
    recoveries: z.array(
      z.strictObject({
        id: z.string(),
        person: z.string(),
        personName: z.string(),
        because: z.string(),
        askedBy: z.string(),
        askedByName: z.string(),
        asked: instant,
        expires: instant
      })
    )
  })
  .openapi('RecoveryList')

export const deedsAsked = z.strictObject({
  before: z.coerce.number().int().min(1).optional(),
  most: z.coerce.number().int().min(1).max(500).default(100)
})
export const deedList = z
  .strictObject({
    deeds: z.array(
      z.strictObject({
        number: z.int(),
        at: z.string(),
        by: z.string(),
        byName: z.string(),
        verb: z.string(),
        about: z.string().nullable(),
        aboutName: z.string().nullable(),
        detail: z.string().nullable()
      })
    )
  })
  .openapi('DeedList')

export const healthBody = z.strictObject({ alive: z.literal(true) }).openapi('Health')
export const readyBody = z.strictObject({ ready: z.literal(true) }).openapi('Ready')
export type AccountBody = z.infer<typeof accountBody>
export type WaitingBody = z.infer<typeof waiting>
export type LinkReadBody = z.infer<typeof linkRead>
export type SessionListBody = z.infer<typeof sessionList>
export type PeopleListBody = z.infer<typeof peopleList>
export type InvitationListBody = z.infer<typeof invitationList>
export type RecoveryListBody = z.infer<typeof recoveryList>
export type DeedListBody = z.infer<typeof deedList>
