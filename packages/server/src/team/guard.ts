import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { noSuchPage, Refusal } from '../refusal.ts'
import type { Proxies } from './address.ts'
import { ADDRESS_HEADER } from './identity/auth.ts'
import { signInFirst } from './identity/ground.ts'
import type { Identity } from './identity/identity.ts'
import type { Origin, Signed } from './identity/sessions.ts'
import type { Person } from './person.ts'

/** Answered to everybody: what leads in. */
const OPEN = /^\/api\/(?:token|sign-in(?:\/[a-z/-]+)?|links\/[a-z]+)$/

/** Says that the server lives. */
const LIVES = /^\/api\/(?:health|ready)$/

/** Answered to whoever has shown a password and must show, or set up, the second factor. */
const ON_THE_WAY = new Set([
  'GET /api/account',
  'POST /api/account/codes',
  'POST /api/account/codes/confirm',
  'POST /api/account/passkeys',
  'POST /api/account/passkeys/asked',
  'POST /api/sign-out'
])

const ADMINISTRATION = '/api/administration'

/** Of what anybody may send before they are known. */
const SMALL = 100_000

const known = new WeakMap<Request, Signed>()
/** What was found of requests that have no body for which one waits, until it is asked for. */
const found = new WeakMap<Request, Signed>()
const origins = new WeakMap<Request, Origin>()

/**
 * Asks every request who it comes from, before any route: what is not named here as open is answered
 * to nobody who has not shown a second factor.
 */
export function guardTeam(app: OpenAPIHono, identity: Identity, proxies: Proxies): void {
  app.use('*', async (context, next) => {
    origins.set(context.req.raw, {
      address: proxies.addressOf(context),
      browser: (context.req.header('user-agent') ?? '').slice(0, 300)
    })
    await next()
  })
  app.use('/api/*', async (context, next) => {
    const { path, method } = context.req
    // Whoever looks after the server asks often, and the database is not to be asked for it.
    if (LIVES.test(path)) return next()
    const signed = await identity.sessions.of(headersOf(context))
    if (signed) known.set(context.req.raw, signed)
    if (signed && (method === 'GET' || method === 'HEAD')) found.set(context.req.raw, signed)
    if (OPEN.test(path)) return next()
    if (signed === undefined) throw signInFirst()
    if (!signed.assured && !ON_THE_WAY.has(`${method === 'HEAD' ? 'GET' : method} ${path}`))
      throw signInFirst()
    // To whoever is no administrator their pages are not there.
    if (path.startsWith(ADMINISTRATION) && !signed.person.administrator) throw noSuchPage()
    return next()
  })
  const small = bodyLimit({
    maxSize: SMALL,
    onError: () => {
      throw new Refusal(413, 'too-large', {
        message: `the request is larger than ${SMALL / 1000} kB`,
        help: 'send what is asked for and nothing more'
      })
    }
  })
  for (const path of ['/api/sign-in/*', '/api/links/*', '/api/account/*']) app.use(path, small)
}

/** The id of who asks, as far as that is known. */
export const idOf = (context: Context): string | undefined => known.get(context.req.raw)?.person.id

/** Who is signed in, with the second factor or on the way to it; refuses where nobody is. */
export function signedOf(context: Context): Signed {
  const signed = known.get(context.req.raw)
  if (signed === undefined) throw signInFirst()
  return signed
}

/**
 * Who is signed in, as the guard found it a moment ago: once, and for no request whose body may have
 * been long on its way since. A right that was taken away meanwhile must not be used.
 */
export function justFound(context: Context): Signed | undefined {
  const signed = found.get(context.req.raw)
  found.delete(context.req.raw)
  return signed
}

/** Who asks. The one thing that what is shared by need-to-know has to ask of accounts. */
export function personOf(context: Context): Person {
  const { assured, person } = signedOf(context)
  if (!assured) throw signInFirst()
  return person
}

/** Where a request comes from. */
export const originOf = (context: Context): Origin =>
  origins.get(context.req.raw) ?? { address: '', browser: '' }

/** What better-auth is told of a request: its cookies, its browser, and where it comes from. */
export function headersOf(context: Context): Headers {
  const { address, browser } = originOf(context)
  const headers = new Headers({ [ADDRESS_HEADER]: address, 'user-agent': browser })
  const cookie = context.req.header('cookie')
  if (cookie !== undefined) headers.set('cookie', cookie)
  return headers
}
