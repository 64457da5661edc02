import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { headersOf, originOf, signedOf } from '../team/guard.ts'
import { waysOf } from '../team/identity/factors.ts'
import type { Identity } from '../team/identity/identity.ts'
import {
  address,
  backupCodeSent,
  codeSent,
  done,
  issuerList,
  issuerSent,
  passkeyAsked,
  passkeyShown,
  passwordSent,
  waiting
} from '../team/identity-schemas.ts'
import { cookies } from '../team/session-cookie.ts'
import { body, document, json, refusals } from './route.ts'

const NEXT = { 200: json(waiting, 'what is to be done next'), ...refusals }

const listing = createRoute({
  method: 'get',
  path: '/api/sign-in',
  summary: 'The services of organisations by which one may sign in',
  responses: { 200: json(issuerList, 'by id'), ...refusals }
})

const byPassword = createRoute({
  method: 'post',
  path: '/api/sign-in',
  summary: 'Signs in by password; the second factor is still to be shown or set up',
  request: { body: body(passwordSent) },
  responses: NEXT
})

const byCode = createRoute({
  method: 'post',
  path: '/api/sign-in/code',
  summary: 'Shows a code of the app',
  request: { body: body(codeSent) },
  responses: NEXT
})

const byBackupCode = createRoute({
  method: 'post',
  path: '/api/sign-in/backup-code',
  summary: 'Shows a code on paper, which is spent then',
  request: { body: body(backupCodeSent) },
  responses: NEXT
})

const askingPasskey = createRoute({
  method: 'post',
  path: '/api/sign-in/passkey/asked',
  summary: 'What the browser needs to show a passkey',
  responses: { 200: json(passkeyAsked, 'for navigator.credentials.get'), ...refusals }
})

const byPasskey = createRoute({
  method: 'post',
  path: '/api/sign-in/passkey',
  summary: 'Shows a passkey: as second factor, or alone where the authenticator knows its owner',
  request: { body: body(passkeyShown) },
  responses: NEXT
})

const byIssuer = createRoute({
  method: 'post',
  path: '/api/sign-in/issuer',
  summary: 'Begins to sign in by the service of an organisation',
  request: { body: body(issuerSent) },
  responses: { 200: json(address, 'where to lead the browser'), ...refusals }
})

const out = createRoute({
  method: 'post',
  path: '/api/sign-out',
  summary: 'Ends this session',
  responses: { 200: json(done, 'ended'), ...refusals }
})

/** The ways in and out. */
export function teamSignInRoutes(app: OpenAPIHono, identity: Identity): void {
  const { signIn, sessions, passkeys, issuers, ground } = identity
  const cookie = cookies(ground.keys.cookies)
  app.openapi(listing, (context) => context.json({ issuers: issuers.list() }, 200))
  app.openapi(byPassword, async (context) => {
    const { email, password } = context.req.valid('json')
    const { token, person } = await signIn.password(email, password, originOf(context))
    await endOld(context)
    await cookie.waiting(context, token)
    const ways = waysOf(await identity.account.factors(person))
    return context.json({ next: nextOf(ways), ways }, 200)
  })
  app.openapi(byCode, async (context) => {
    const { code } = context.req.valid('json')
    return whole(context, await signIn.second(signedOf(context), { code }))
  })
  app.openapi(byBackupCode, async (context) => {
    const { code: backupCode } = context.req.valid('json')
    return whole(context, await signIn.second(signedOf(context), { backupCode }))
  })
  app.openapi(askingPasskey, async (context) => {
    const signed = await sessions.of(headersOf(context))
    return document(context, JSON.stringify(await passkeys.toShow(signed?.person.id)))
  })
  app.openapi(byPasskey, async (context) => {
    const { response } = context.req.valid('json')
    const signed = await sessions.of(headersOf(context))
    if (signed) return whole(context, await signIn.secondPasskey(signed, response))
    return whole(context, await signIn.passkey(response, originOf(context)))
  })
  app.openapi(byIssuer, async (context) => {
    const begun = await issuers.begin(context.req.valid('json').issuer, headersOf(context))
    for (const one of begun.cookies) context.header('set-cookie', one, { append: true })
    return context.json({ url: begun.url }, 200)
  })
  app.openapi(out, async (context) => {
    await endOld(context)
    cookie.none(context)
    return context.json({ done: true as const }, 200)
  })
  app.get('/issuer/callback/:id', async (context) => {
    const query = new URL(context.req.url).search
    const back = await issuers.back(context.req.param('id'), query, headersOf(context))
    for (const one of back.cookies) context.header('set-cookie', one, { append: true })
    return context.redirect(back.to, 302)
  })

  /** Whoever signs in anew leaves the session before. */
  async function endOld(context: Context): Promise<void> {
    const old = await sessions.of(headersOf(context))
    if (old) await ground.database.together((run) => sessions.end(run, old.person.id, old.session))
  }

  async function whole(context: Context, token: string) {
    await cookie.whole(context, token)
    return context.json({ next: 'nothing' as const, ways: [] }, 200)
  }
}

/** What somebody with these ways to show a second factor does next. */
export const nextOf = (ways: readonly string[]): 'second-factor' | 'set-up' =>
  ways.length > 0 ? 'second-factor' : 'set-up'
