import type { GenericOAuthConfig } from 'better-auth/plugins'
import { Refusal } from '../../refusal.ts'
import type { Issuer } from './issuers.ts'

/** What an issuer says of somebody, once its signature, audience and nonce were found right. */
export interface Vouched {
  readonly issuer: Issuer
  readonly email: string
  readonly name: string
  readonly verified: boolean
}

/** Lets in whom an issuer vouches for, or throws. */
export type Admit = (vouched: Vouched) => Promise<void>

/** An issuer as better-auth asks it: with PKCE, a nonce, and a token whose signature is looked at. */
export function issuerConfig(issuer: Issuer, admit: Admit): GenericOAuthConfig {
  return {
    providerId: issuer.id,
    name: issuer.name,
    discoveryUrl: `${issuer.issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    clientId: issuer.client,
    clientSecret: issuer.secret,
    scopes: ['openid', 'email', 'profile'],
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    mapProfileToUser: async (profile) => {
      const [email, name] = [profile['email'], profile['name']]
      const vouched = {
        issuer,
        email: typeof email === 'string' ? email : '',
        name: typeof name === 'string' && name !== '' ? name : String(email ?? ''),
        verified: profile['email_verified'] === true || profile['email_verified'] === 'true'
      }
      await admit(vouched).catch(async (error: unknown) => {
        if (!(error instanceof Refusal)) throw error
        // What better-auth knows for a refusal it writes into no output as a failure.
        const { APIError } = await import('better-auth/api')
        throw new APIError('UNAUTHORIZED', { message: error.message, code: error.code })
      })
      return {}
    }
  }
}
