import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Context, Handler } from 'hono'
import { policy, workerPolicy } from './door.ts'
import { Refusal } from './refusal.ts'

/** Where the built web app lies, and the token that its page is given. */
export interface Site {
  readonly folder: string
  readonly token: string
  /** Whether it is a team's, whose page asks who is there before anything else. */
  readonly team?: boolean
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2'
}

/** Vite puts what it names by content in `assets`: under one name it never changes. */
const FOR_EVER = 'public, max-age=31536000, immutable'

/** The worker that works answers out. */
const WORKER = /^\/assets\/engine-worker-[^/]*\.js$/

/** Plain names only, none that starts with a dot: no path leads out of the folder. */
const PLAIN = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/

/** The page, which names its rooms behind a `#`, and the files of the web app. */
export function site(web: Site): Handler {
  const { folder } = web
  return async (context) => {
    const { path } = context.req
    if (path === '/' || path === '/index.html') return page(context, web)
    const body = PLAIN.test(path) ? await read(folder, path) : undefined
    const type = TYPES[extname(path)]
    if (body === undefined || type === undefined) return nowhere(context)
    if (!path.startsWith('/assets/'))
      return context.body(body, 200, { 'content-type': type, 'cache-control': 'no-cache' })
    const head = {
      'content-type': type,
      'cache-control': FOR_EVER,
      vary: 'Accept-Encoding',
      ...(WORKER.test(path) ? { 'content-security-policy': workerPolicy() } : {})
    }
    // The build lays what gets smaller by packing beside each file.
    const small = takesBrotli(context) ? await read(folder, `${path}.br`) : undefined
    if (small === undefined) return context.body(body, 200, head)
    return context.body(small, 200, { ...head, 'content-encoding': 'br' })
  }
}

const takesBrotli = ({ req }: Context): boolean =>
  /(?:^|,)\s*br\s*(?:,|$)/.test(req.header('accept-encoding') ?? '')

/** Says so in a page where a person asks, else as every refusal is said. */
function nowhere(context: Context): Response {
  if ((context.req.header('accept') ?? '').includes('text/html')) return context.html(NOWHERE, 404)
  throw new Refusal(404, 'no-such-page', {
    message: 'there is no such page or file',
    help: 'start at /'
  })
}

const NOWHERE = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Not found \u00b7 Truce</title></head>
<body><h1>There is no such page</h1><p>The workbench begins at <a href="/">its start page</a>.</p></body>
</html>
`

/**
 * The page with a nonce of its own and the token of this run: made for each request, kept by
 * nobody.
 */
async function page(context: Context, { folder, token, team = false }: Site): Promise<Response> {
  const html = (await read(folder, '/index.html'))?.toString() ?? NOT_BUILT
  const nonce = randomBytes(16).toString('base64')
  const text = html
    .replaceAll('__NONCE__', nonce)
    .replaceAll('__TOKEN__', token)
    .replace('<meta name="truce-token"', team ? '<meta name="truce-team" />$&' : '$&')
  return context.html(text, 200, {
    'cache-control': 'no-store',
    'content-security-policy': policy(nonce)
  })
}

async function read(folder: string, path: string): Promise<Buffer<ArrayBuffer> | undefined> {
  return readFile(join(folder, ...path.split('/'))).catch(() => undefined)
}

const NOT_BUILT = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Truce</title><meta name="truce-token" content="__TOKEN__"></head>
<body><p>The workbench is not built yet: end this with Ctrl-C and run <code>npm start</code>, which builds and opens it.
The <a href="/api/openapi.json">interface for programs</a> answers.</p></body>
</html>
`
