import { timingSafeEqual } from 'node:crypto'
import type { Context, MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Refusal } from './refusal.ts'

/** Texts of 8 MB, and room for what JSON adds to them. */
const MOST_BYTES = 20_000_000

/** The header in which the page sends back the token that it was given. */
export const TOKEN_HEADER = 'x-truce-token'

/** The names under which this computer, and nothing else, reaches the server. */
export function hostsAt(port: number): ReadonlySet<string> {
  const names = ['localhost', '127.0.0.1', '[::1]']
  return new Set([...names.map((name) => `${name}:${port}`), ...(port === 80 ? names : [])])
}

/**
 * Only this computer by its own names: a foreign name that resolves to it (DNS rebinding) is
 * refused. `any`: addresses that tell nothing, for whoever looks after the server from beside it.
 */
export function knownHost(
  hosts: () => ReadonlySet<string>,
  any: readonly string[] = []
): MiddlewareHandler {
  return async (context, next) => {
    if (any.includes(context.req.path)) return next()
    if (!hosts().has((context.req.header('host') ?? '').toLowerCase()))
      throw new Refusal(421, 'host', {
        message: 'this name does not lead to the workbench',
        help: `open it as ${[...hosts()][0]}`
      })
    await next()
  }
}

/** A page of elsewhere gets nothing, and what writes or computes shows the token of this run. */
export function sameOrigin({
  hosts,
  token,
  origin: only
}: {
  readonly hosts: () => ReadonlySet<string>
  readonly token: string
  /** The one origin that is ours, where it is not this computer's own names. */
  readonly origin?: string | undefined
}): MiddlewareHandler {
  return async (context, next) => {
    const site = context.req.header('sec-fetch-site')
    const origin = context.req.header('origin')
    const foreign = site !== undefined && site !== 'same-origin' && site !== 'none'
    const ours = origin === undefined || (only ? origin === only : isOurs(origin, hosts()))
    if (foreign || !ours)
      throw new Refusal(403, 'origin', {
        message: 'the request comes from another page',
        help: 'use the workbench that this server shows'
      })
    if (needsToken(context) && !matches(context.req.header(TOKEN_HEADER) ?? '', token))
      throw new Refusal(403, 'token', {
        message: 'the token of this run is missing or of another run',
        help: 'reload the page: every start of the server makes a new token'
      })
    await next()
  }
}

/** Everything that writes or computes; reading is kept from other pages by the browser itself. */
function needsToken(context: Context): boolean {
  return (
    (context.req.method !== 'GET' && context.req.method !== 'HEAD') ||
    context.req.path.endsWith('/diff')
  )
}

function isOurs(origin: string, hosts: ReadonlySet<string>): boolean {
  return origin.startsWith('http://') && hosts.has(origin.slice('http://'.length).toLowerCase())
}

function matches(given: string, token: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(token)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** Bodies are JSON, which no plain form of another page can send, and of bounded size. */
export const jsonBody: MiddlewareHandler = async (context, next) => {
  const { method } = context.req
  if (method === 'GET' || method === 'HEAD') return next()
  if (!/^application\/json\s*(?:;|$)/i.test(context.req.header('content-type') ?? ''))
    throw new Refusal(415, 'not-json', {
      message: 'the body is not JSON',
      help: 'send content-type: application/json'
    })
  return limited(context, next)
}

const limited = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new Refusal(413, 'too-large', {
      message: `the request is larger than ${MOST_BYTES / 1e6} MB`,
      help: 'a case has at most 8 MB of text'
    })
  }
})

/**
 * What a browser may do with an answer: nothing from elsewhere, nothing inline but styles with the
 * nonce.
 */
export const policy = (nonce?: string): string =>
  allowing({ styles: nonce === undefined ? "'self'" : `'self' 'nonce-${nonce}'` })

/**
 * What the worker that works answers out may do besides: compile WebAssembly, for its solver of
 * integer programs is that. Still from here alone, and nothing made from text.
 */
export const workerPolicy = (): string => allowing({ scripts: "'self' 'wasm-unsafe-eval'" })

function allowing({ scripts = "'self'", styles = "'self'" }): string {
  return [
    "default-src 'self'",
    `script-src ${scripts}`,
    `style-src ${styles}`,
    "img-src 'self' data: blob:",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}

/** Headers of every answer. A page's own policy, with its nonce, stays. `origin`: where people reach it. */
export const guarded =
  (origin = ''): MiddlewareHandler =>
  async (context, next) => {
    await next()
    const { headers } = context.res
    if (!headers.has('content-security-policy')) headers.set('content-security-policy', policy())
    if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
    // Of this name alone: what else is below it is not ours to decide about.
    if (origin.startsWith('https:')) headers.set('strict-transport-security', 'max-age=31536000')
    headers.set('x-content-type-options', 'nosniff')
    headers.set('referrer-policy', 'no-referrer')
    headers.set('cross-origin-resource-policy', 'same-origin')
    headers.set('cross-origin-opener-policy', 'same-origin')
    headers.set('x-frame-options', 'DENY')
  }
