import type { Context } from 'hono'
import { deleteCookie, setSignedCookie } from 'hono/cookie'
import { LONGEST_SESSION, SESSION_COOKIE } from './identity/auth.ts'

const FLAGS = { path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** The cookie of a session, signed as better-auth reads it: a token out of the database is none. */
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
