// A service for signing in, of the test's own: OpenID Connect Core 1.0 with PKCE (RFC 7636), its
// tokens signed by hand (RFC 7515), so that what reads them is tried by another's writing.
import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'

const CLIENT = 'truce-at-un'
const SECRET = 'the secret of this client'

interface Asked {
  readonly nonce: string
  readonly challenge: string
  readonly redirect: string
}

/** What it says of somebody; keys that are left out are as they should be. */
export type Claims = Readonly<Record<string, unknown>>

export class TestIssuer {
  readonly url: string
  private readonly server: Server
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 })
  private readonly others = generateKeyPairSync('rsa', { modulusLength: 2048 })
  private readonly codes = new Map<string, { asked: Asked; claims: Claims; foreign: boolean }>()
  /** How often the secret, the code or its verifier were not right. */
  wrong = 0

  private constructor(server: Server) {
    this.server = server
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    server.on('request', async (request, response) => {
      const body = await this.answer(request)
      response.writeHead(body ? 200 : 400, { 'content-type': 'application/json' })
      response.end(JSON.stringify(body ?? { error: 'invalid_grant' }))
    })
  }

  static async open(): Promise<TestIssuer> {
    const server = createServer()
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    return new TestIssuer(server)
  }

  get client() {
    return { client: CLIENT, secret: SECRET }
  }

  /** What a person does there: signs in, and is sent back with a code. */
  back(url: string, claims: Claims, foreign = false): string {
    const asked = new URL(url).searchParams
    const get = (name: string): string => asked.get(name) ?? ''
    if (get('code_challenge_method') !== 'S256' || !get('scope').includes('openid')) this.wrong++
    const code = randomBytes(16).toString('hex')
    const given = {
      nonce: get('nonce'),
      challenge: get('code_challenge'),
      redirect: get('redirect_uri')
    }
    this.codes.set(code, { asked: given, claims, foreign })
    const to = new URL(given.redirect)
    return `${to.pathname}?code=${code}&state=${encodeURIComponent(get('state'))}`
  }

  private async answer(request: IncomingMessage): Promise<object | undefined> {
    if (request.url === '/.well-known/openid-configuration')
      return {
        issuer: this.url,
        authorization_endpoint: `${this.url}/authorize`,
        token_endpoint: `${this.url}/token`,
        jwks_uri: `${this.url}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256']
      }
    if (request.url === '/keys')
      return {
        keys: [
          { ...this.keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }
        ]
      }
    if (request.url !== '/token') return undefined
    let text = ''
    for await (const part of request) text += part
    return this.token(new URLSearchParams(text), request.headers.authorization ?? '')
  }

  private token(form: URLSearchParams, authorization: string): object | undefined {
    const kept = this.codes.get(form.get('code') ?? '')
    this.codes.delete(form.get('code') ?? '')
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url')
    const basic = Buffer.from(authorization.replace(/^Basic /, ''), 'base64').toString()
    const known =
      form.get('client_secret') === SECRET || decodeURIComponent(basic).endsWith(`:${SECRET}`)
    if (
      !kept ||
      !known ||
      proof !== kept.asked.challenge ||
      form.get('redirect_uri') !== kept.asked.redirect
    ) {
      this.wrong++
      return undefined
    }
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      iss: this.url,
      aud: CLIENT,
      iat: now,
      exp: now + 300,
      nonce: kept.asked.nonce,
      email_verified: true,
      ...kept.claims
    }
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ alg: 'RS256', kid: 'one', typ: 'JWT' })}.${part(claims)}`
    const { privateKey } = kept.foreign ? this.others : this.keys
    const signature = sign('sha256', Buffer.from(signed), privateKey).toString('base64url')
    return {
      access_token: 'a',
      token_type: 'Bearer',
      expires_in: 300,
      id_token: `${signed}.${signature}`
    }
  }

  close(): Promise<void> {
    return new Promise((done) => {
      this.server.closeAllConnections()
      this.server.close(() => done())
    })
  }
}
