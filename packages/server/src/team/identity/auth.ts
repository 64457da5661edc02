import type { GenericOAuthConfig } from 'better-auth/plugins'
import type { Pool } from 'pg'
import type { Keys } from './secret.ts'
import { DAY, HALF_HOUR } from './spans.ts'

/** The folder of the database's tables that are better-auth's own. */
const SCHEMA = 'truce_identity'

/** How long a session may last however much it is used, in milliseconds. */
export const LONGEST_SESSION = 7 * DAY

/** The name of the cookie of a session; a browser takes `__Host-` for this very host alone. */
export const SESSION_COOKIE = '__Host-truce-session'
const STATE_COOKIE = '__Host-truce-issuer'

/** Where issuers send people back to: `/issuer/callback/<id>`. */
export const ISSUER_PATH = '/issuer'

/** In which the door tells better-auth the address that a request comes from. */
export const ADDRESS_HEADER = 'x-truce-address'

/** What accounts are made with. */
export interface AuthOptions {
  readonly pool: Pool
  readonly origin: string
  readonly keys: Keys
  readonly issuers: readonly GenericOAuthConfig[]
  /** Told of failures that nobody foresaw. */
  readonly report: (error: unknown) => void
}

/** better-auth, of which nothing is reachable but what our own routes ask of it. */
export type Auth = Awaited<ReturnType<typeof authOf>>

/**
 * Passwords, sessions, their cookies, and sign-in by an issuer. Loaded here, so that nobody without
 * a team pays for it.
 */
export async function authOf({ pool, origin, keys, issuers, report }: AuthOptions) {
  const [{ betterAuth }, { genericOAuth }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins')
  ])
  const cookie = { secure: true, httpOnly: true, path: '/' } as const
  return betterAuth({
    appName: 'Truce',
    baseURL: origin,
    basePath: ISSUER_PATH,
    trustedOrigins: [origin],
    secret: keys.cookies,
    database: pool,
    telemetry: { enabled: false },
    // Attempts are counted in the database by our own tables, which every server of a team shares.
    rateLimit: { enabled: false },
    logger: {
      level: 'error',
      log: (_, message) => {
        // What a person mistook is no failure; what is, names no value.
        if (/query your database|Failed to create/.test(message)) report(new Error(message))
      }
    },
    emailAndPassword: { enabled: true, disableSignUp: true, minPasswordLength: 12 },
    account: {
      accountLinking: { enabled: true, requireLocalEmailVerified: true },
      updateAccountOnSignIn: false
    },
    databaseHooks: {
      account: {
        // Who somebody is was said; nothing is asked of the issuer again, so its tokens are not kept.
        create: {
          before: async (account) => ({
            data: { ...account, accessToken: null, refreshToken: null, idToken: null }
          })
        }
      }
    },
    user: {
      additionalFields: {
        administrator: { type: 'boolean', required: true, defaultValue: false, input: false },
        suspended: { type: 'boolean', required: true, defaultValue: false, input: false }
      }
    },
    session: {
      expiresIn: LONGEST_SESSION / 1000,
      // How long it may rest is looked at in sessions.ts, in the database alone.
      disableSessionRefresh: true,
      freshAge: HALF_HOUR / 1000,
      additionalFields: {
        assuredAt: { type: 'date', required: false, input: false },
        usedAt: { type: 'date', required: false, input: false }
      }
    },
    advanced: {
      useSecureCookies: false,
      ipAddress: { ipAddressHeaders: [ADDRESS_HEADER], ipv6Subnet: 64 },
      cookies: {
        session_token: { name: SESSION_COOKIE, attributes: { ...cookie, sameSite: 'strict' } },
        // An issuer's page leads back here, and the browser must still know who was sent.
        state: { name: STATE_COOKIE, attributes: { ...cookie, sameSite: 'lax' } },
        session_data: { name: '__Host-truce-data', attributes: { ...cookie, sameSite: 'strict' } },
        dont_remember: { name: '__Host-truce-brief', attributes: { ...cookie, sameSite: 'strict' } }
      }
    },
    onAPIError: { errorURL: `${origin}/` },
    plugins: issuers.length > 0 ? [genericOAuth({ config: [...issuers] })] : []
  })
}

/** Connections on which better-auth finds its own tables and no others. */
export async function poolOf(url: string): Promise<Pool> {
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    application_name: 'truce accounts',
    max: 4,
    connectionTimeoutMillis: 5000,
    query_timeout: 60_000,
    keepAlive: true,
    allowExitOnIdle: true,
    onConnect: async (client) => {
      client.on('error', () => undefined)
      await client.query(`SET search_path TO ${SCHEMA}`)
    }
  })
  pool.on('error', () => undefined)
  return pool
}
