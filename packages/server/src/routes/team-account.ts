import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { originOf, signedOf } from '../team/guard.ts'
import { waysOf } from '../team/identity/factors.ts'
import { noSuch } from '../team/identity/ground.ts'
import type { Identity } from '../team/identity/identity.ts'
import {
  accountBody,
  codeSent,
  codesBegun,
  codesOnPaper,
  done,
  idParam,
  linkSent,
  passkeyAsked,
  passkeyMade,
  passwordChanged,
  sessionList
} from '../team/identity-schemas.ts'
import { cookies } from '../team/session-cookie.ts'
import { body, document, json, refusals } from './route.ts'
import { nextOf } from './team-sign-in.ts'

const DONE = { 200: json(done, 'done'), ...refusals }
const PAPER = { 200: json(codesOnPaper, 'done; codes on paper, where they are new'), ...refusals }

const reading = createRoute({
  method: 'get',
  path: '/api/account',
  summary: 'Who is signed in, and the second factors',
  responses: { 200: json(accountBody, 'the account'), ...refusals }
})

const beginningCodes = createRoute({
  method: 'post',
  path: '/api/account/codes',
  summary: 'A secret to be put into an app for codes',
  responses: { 200: json(codesBegun, 'the secret, and what an app reads'), ...refusals }
})

const confirmingCodes = createRoute({
  method: 'post',
  path: '/api/account/codes/confirm',
  summary: 'Takes the app for codes into use by a code of it',
  request: { body: body(codeSent) },
  responses: PAPER
})

const removingCodes = createRoute({
  method: 'delete',
  path: '/api/account/codes',
  summary: 'Takes the app for codes away',
  responses: DONE
})

const askingPasskey = createRoute({
  method: 'post',
  path: '/api/account/passkeys/asked',
  summary: 'What the browser needs to make a passkey',
  responses: { 200: json(passkeyAsked, 'for navigator.credentials.create'), ...refusals }
})

const addingPasskey = createRoute({
  method: 'post',
  path: '/api/account/passkeys',
  summary: 'Keeps a passkey that the browser has made',
  request: { body: body(passkeyMade) },
  responses: PAPER
})

const removingPasskey = createRoute({
  method: 'delete',
  path: '/api/account/passkeys/{id}',
  summary: 'Takes a passkey away',
  request: { params: idParam },
  responses: DONE
})

const renewing = createRoute({
  method: 'post',
  path: '/api/account/backup-codes',
  summary: 'New codes on paper in place of those there are',
  responses: PAPER
})

const changingPassword = createRoute({
  method: 'put',
  path: '/api/account/password',
  summary: 'Another password; every other session ends',
  request: { body: body(passwordChanged) },
  responses: DONE
})

const listing = createRoute({
  method: 'get',
  path: '/api/account/sessions',
  summary: 'Where one is signed in',
  responses: { 200: json(sessionList, 'the one used last first'), ...refusals }
})

const ending = createRoute({
  method: 'delete',
  path: '/api/account/sessions/{id}',
  summary: 'Ends a session',
  request: { params: idParam },
  responses: DONE
})

const endingOthers = createRoute({
  method: 'delete',
  path: '/api/account/sessions',
  summary: 'Ends every session but this one',
  responses: DONE
})

const joining = createRoute({
  method: 'post',
  path: '/api/account/invitations',
  summary: 'Joins an organisation by the link of an invitation',
  request: { body: body(linkSent) },
  responses: DONE
})

const YES = { done: true as const }

/** What people do to their own accounts. */
export function teamAccountRoutes(app: OpenAPIHono, identity: Identity): void {
  factorRoutes(app, identity)
  const { account, sessions, ground, welcome, attempts } = identity
  const cookie = cookies(ground.keys.cookies)
  app.openapi(reading, async (context) => {
    const signed = signedOf(context)
    const factors = await account.factors(signed.person.id)
    const ways = waysOf(factors)
    const next = signed.assured ? ('nothing' as const) : nextOf(ways)
    // Whoever has shown no second factor yet sees what it is to be, and no more.
    const seen = signed.assured ? factors : { codes: factors.codes, backupCodes: 0, passkeys: [] }
    return context.json({ ...signed.person, ...seen, next, ways }, 200)
  })
  app.openapi(changingPassword, async (context) => {
    const wish = context.req.valid('json')
    const token = await account.changePassword(signedOf(context), wish, originOf(context))
    await cookie.whole(context, token)
    return context.json(YES, 200)
  })
  app.openapi(listing, async (context) =>
    context.json({ sessions: await sessions.list(signedOf(context)) }, 200)
  )
  app.openapi(ending, async (context) => {
    const { id } = context.req.valid('param')
    const { person } = signedOf(context)
    const ended = await ground.database.together((run) => sessions.end(run, person.id, id))
    if (!ended) throw noSuch('session')
    return context.json(YES, 200)
  })
  app.openapi(joining, async (context) => {
    const claimed = await attempts.byAddress(originOf(context).address)
    await welcome.join(signedOf(context).person, context.req.valid('json').token)
    await claimed.worked()
    return context.json(YES, 200)
  })
  app.openapi(endingOthers, async (context) => {
    const { person, session } = signedOf(context)
    await ground.database.together((run) => sessions.endAll(run, person.id, session))
    return context.json(YES, 200)
  })
}

function factorRoutes(app: OpenAPIHono, { account, passkeys, ground }: Identity): void {
  const cookie = cookies(ground.keys.cookies)
  app.openapi(beginningCodes, async (context) =>
    context.json(await account.beginCodes(signedOf(context)), 200)
  )
  app.openapi(confirmingCodes, async (context) => {
    const { code } = context.req.valid('json')
    const { token, backupCodes } = await account.confirmCodes(signedOf(context), code)
    await cookie.whole(context, token)
    return context.json({ backupCodes }, 200)
  })
  app.openapi(removingCodes, async (context) => {
    await account.removeCodes(signedOf(context))
    return context.json(YES, 200)
  })
  app.openapi(askingPasskey, async (context) => {
    const signed = signedOf(context)
    await account.mayChange(signed)
    return document(context, JSON.stringify(await passkeys.toMake(signed.person)))
  })
  app.openapi(addingPasskey, async (context) => {
    const made = context.req.valid('json')
    const { token, backupCodes } = await account.addPasskey(signedOf(context), made)
    await cookie.whole(context, token)
    return context.json({ backupCodes }, 200)
  })
  app.openapi(removingPasskey, async (context) => {
    await account.removePasskey(signedOf(context), context.req.valid('param').id)
    return context.json(YES, 200)
  })
  app.openapi(renewing, async (context) =>
    context.json({ backupCodes: await account.renewBackupCodes(signedOf(context)) }, 200)
  )
}
