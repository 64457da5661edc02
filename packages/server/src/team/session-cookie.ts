import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Context } from 'hono'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { parse } from 'hono/utils/cookie'
import { LONGEST_SESSION, SESSION_COOKIE } from './identity/auth.ts'

const FLAGS = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/**
 * The token in the cookie of a session that was signed with the secret: one out of the database
 * alone is none.
 */
export function tokenIn(header: string, secret: string): string | undefined {
  const value = parse(header, SESSION_COOKIE)[SESSION_COOKIE] ?? ''
  const end = value.lastIndexOf('.')
  const [token, signature] = [value.slice(0, Math.max(0, end)), value.slice(end + 1)]
  const wanted = createHmac('sha256', secret).update(token).digest('base64')
  return isSame(signature, wanted) ? token : undefined
}

function isSame(given: string, wanted: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(wanted)]
  return a.length === b.length && timingSafeEqual(a, b)
}

/** The cookie of a session, signed so that a token out of the database is none. */
export function cookies(secret: string) {
  const set = (context: Context, token: string, more: { readonly maxAge?: number }) =>
    setSignedCookie(context, SESSION_COOKIE, token, secret, { ...FLAGS, ...more })
  return {
    /** Of a session that waits for the second factor: gone with the browser's window. */
    waiting: (context: Context, token: string): Promise<void> => set(context, token, {}),
    /** Of a session that lets in. */
    whole: (context: Context, token: string): Promise<void> =>
      set(context, token, { maxAge: LONGEST_SESSION / 1000 }),
    /** Takes the cookie away. */
    none: (context: Context): void => {
      deleteCookie(context, SESSION_COOKIE, FLAGS)
    }
  }
}
