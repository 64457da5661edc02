import { createHmac } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Cluster } from '../../../host/test/cluster.ts'
import { type ServeTeamOptions, type ServingTeam, serveTeam } from '../../src/team/index.ts'
import { root, texts } from '../server.ts'
import './quick-passwords.ts'

export const ORIGIN = 'https://truce.example.org'

export interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly cookies: readonly string[]
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly text: string
}

interface Asking {
  readonly headers?: Readonly<Record<string, string>>
  readonly token?: string | null
  readonly from?: string
}

/** A team's server on a database of its own. */
export class TeamBench {
  readonly folder: string
  readonly cluster: Cluster
  serving: ServingTeam
  token = ''
  readonly failures: unknown[] = []
  private count = 0

  private constructor(folder: string, cluster: Cluster, serving: ServingTeam) {
    this.folder = folder
    this.cluster = cluster
    this.serving = serving
  }

  static options(cluster: Cluster, folder: string): ServeTeamOptions {
    return {
      database: cluster.url(),
      origin: ORIGIN,
      secrets: join(folder, 'secrets'),
      behind: [],
      environment: {},
      report: (error) => console.error(error),
      port: 0,
      address: '127.0.0.1',
      library: join(root, 'cases'),
      web: join(folder, 'web'),
      startingCase: texts()
    }
  }

  /** The same over a server that runs already. */
  static async over(cluster: Cluster, folder: string, serving: ServingTeam): Promise<TeamBench> {
    const bench = new TeamBench(folder, cluster, serving)
    await bench.page()
    return bench
  }

  private async page(): Promise<void> {
    const { text } = await this.ask('GET', '/')
    this.token = /content="([^"]+)"/.exec(text.split('truce-token')[1] ?? '')?.[1] ?? ''
  }

  static async open(cluster: Cluster, more: Partial<ServeTeamOptions> = {}): Promise<TeamBench> {
    const folder = await mkdtemp(join(tmpdir(), 'truce-team-'))
    const serving = await serveTeam({ ...TeamBench.options(cluster, folder), ...more })
    const bench = new TeamBench(folder, cluster, serving)
    await bench.page()
    return bench
  }

  /** Asks as a page of the origin does, from an address of its own. */
  ask(method: string, path: string, body?: unknown, asking: Asking = {}): Promise<Answer> {
    const given = body === undefined ? undefined : JSON.stringify(body)
    const sent = given ?? (method === 'GET' ? undefined : '{}')
    const { token = this.token, from = '192.0.2.1', headers = {} } = asking
    const all: Record<string, string> = {
      host: new URL(ORIGIN).host,
      'x-forwarded-for': from,
      ...(method === 'GET' ? {} : { origin: ORIGIN }),
      ...(token === null ? {} : { 'x-truce-token': token }),
      ...(sent === undefined
        ? {}
        : {
            'content-type': 'application/json',
            'content-length': String(Buffer.byteLength(sent))
          }),
      ...headers
    }
    return new Promise((resolve, reject) => {
      const port = Number(new URL(this.serving.at).port)
      const asked = request(
        { host: '127.0.0.1', port, method, path, headers: all, agent: false },
        (response) => {
          let text = ''
          response.setEncoding('utf8')
          response.on('data', (part) => {
            text += part
          })
          response.on('end', () => {
            const json = response.headers['content-type']?.includes('application/json')
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              cookies: response.headers['set-cookie'] ?? [],
              body: json ? JSON.parse(text) : undefined,
              text
            })
          })
        }
      )
      asked.on('error', reject)
      asked.end(sent)
    })
  }

  /** Somebody with a browser at an address that no other has. */
  browser(): Browser {
    this.count++
    return new Browser(this, `198.51.100.${this.count}`)
  }

  /** The first administrator, signed in whole. */
  async first(): Promise<Browser> {
    const one = this.browser()
    const token = tokenOf(this.serving.setup ?? '')
    await one.post('/api/links/use', {
      token,
      name: 'Ada First',
      email: 'ada@un.example',
      password: GOOD
    })
    await one.codes()
    return one
  }

  /** Has somebody lead organisations that are there from now on, under these ids. */
  async leads(email: string, ...organisations: readonly string[]): Promise<void> {
    for (const id of organisations)
      await this.cluster.sql(`
        INSERT INTO truce.organisation VALUES ('${id}', '${id}', 'mission');
        INSERT INTO truce.member (organisation, person, role)
          SELECT '${id}', "id", 'lead' FROM truce_identity."user" WHERE "email" = '${email}'`)
  }

  /** Somebody whom a lead of the mediators invited, or an administrator, signed in whole. */
  async invited(by: Browser, email: string, more?: object): Promise<Browser> {
    const { body } = more
      ? await by.post('/api/administration/invitations', { email, ...more })
      : await by.post(MEDIATORS, { email, role: 'analyst' })
    const one = this.browser()
    await one.post('/api/links/use', {
      token: tokenOf(body.link),
      name: 'Some One',
      password: GOOD
    })
    await one.codes()
    return one
  }

  async close(): Promise<void> {
    await this.serving.close()
    await rm(this.folder, { recursive: true, force: true })
  }
}

/** Where leads of the mediators invite. */
export const MEDIATORS = '/api/team/organisations/mediators/invitations'

export const GOOD = 'four unrelated words stand here'

export const tokenOf = (link: string): string => link.split('/').at(-1) ?? ''

/** Keeps cookies as a browser does. */
export class Browser {
  readonly bench: TeamBench
  readonly address: string
  readonly jar = new Map<string, string>()
  secret = ''
  backupCodes: readonly string[] = []

  constructor(bench: TeamBench, address: string) {
    this.bench = bench
    this.address = address
  }

  get cookie(): string {
    return [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async ask(method: string, path: string, body?: unknown, asking: Asking = {}): Promise<Answer> {
    const headers = { ...(this.jar.size > 0 ? { cookie: this.cookie } : {}), ...asking.headers }
    const answer = await this.bench.ask(method, path, body, {
      from: this.address,
      ...asking,
      headers
    })
    for (const one of answer.cookies) {
      const [pair = '', ...flags] = one.split('; ')
      const [name = '', value = ''] = [
        pair.slice(0, pair.indexOf('=')),
        pair.slice(pair.indexOf('=') + 1)
      ]
      if (flags.includes('Max-Age=0')) this.jar.delete(name)
      else this.jar.set(name, value)
    }
    return answer
  }

  get(path: string): Promise<Answer> {
    return this.ask('GET', path)
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.ask('POST', path, body)
  }

  /** Sets an app for codes up. */
  async codes(): Promise<void> {
    const { body } = await this.post('/api/account/codes')
    this.secret = body.secret
    const { body: paper } = await this.post('/api/account/codes/confirm', { code: this.code() })
    this.backupCodes = paper.backupCodes
  }

  /** A code of the app: `later` steps from now. */
  code(later = 0): string {
    return totp(this.secret, Math.floor(Date.now() / 30_000) + later)
  }
}

/** RFC 4226 and RFC 6238, over a secret in base 32: written from the texts alone. */
export function totp(secret: string, step: number): string {
  let bits = ''
  for (const letter of secret)
    bits += 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeUInt32BE(Math.floor(step / 2 ** 32), 0)
  counter.writeUInt32BE(step % 2 ** 32, 4)
  const hash = createHmac('sha1', key).update(counter).digest()
  const at = (hash[19] ?? 0) % 16
  const number = ((hash[at] ?? 0) % 128) * 2 ** 24 + hash.readUIntBE(at + 1, 3)
  return String(number % 1_000_000).padStart(6, '0')
}
