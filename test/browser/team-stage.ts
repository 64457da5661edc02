import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext, Page } from 'playwright-core'
import { STARTING_CASE } from '../../packages/cli/src/commands/new.ts'
import { hasPostgres } from '../../packages/host/test/cluster.ts'
import { serveTeam } from '../../packages/server/src/team/index.ts'
import { root } from '../../packages/server/test/server.ts'
import { GOOD, tokenOf, totp } from '../../packages/server/test/team/bench.ts'
import type { Stage } from './chromium.ts'
import { hasChromium, stage } from './chromium.ts'
import { freePort } from './free-port.ts'

/** Whether there are a browser and a database to run a team's server with. */
export const runs = hasChromium && hasPostgres

interface Place {
  readonly browser: Stage
  readonly origin: string
  readonly token: string
  readonly complaints: (readonly string[])[]
}

/** Somebody with an account, who asks as a program does and looks with a browser. */
export class Someone {
  readonly cookies = new Map<string, string>()
  id = ''
  /** Of their app for codes. */
  secret = ''
  private readonly place: Place

  constructor(place: Place) {
    this.place = place
  }

  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape
  async ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: any }> {
    const { origin, token } = this.place
    const answer = await fetch(origin + path, {
      method,
      headers: {
        cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        'x-truce-token': token,
        ...(method === 'GET' ? {} : { 'content-type': 'application/json', origin })
      },
      ...(method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) })
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [pair = ''] = cookie.split('; ')
      this.cookies.set(pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1))
    }
    return { status: answer.status, body: await answer.json().catch(() => undefined) }
  }

  /** Makes a case of their organisation; its id. */
  async makes(id: string, title: string, texts: Readonly<Record<string, string>>): Promise<string> {
    const files = Object.entries(texts).map(([name, text]) => ({
      name,
      text: name === 'case.yaml' ? text.replace(/^title: .*$/m, `title: ${title}`) : text
    }))
    return (await this.ask('POST', '/api/cases', { from: 'files', id, files })).body.id
  }

  /** The page as they see it. */
  async looks(at: string): Promise<Page> {
    const { browser, origin, complaints } = this.place
    const { page, complaints: said } = await browser.open({ width: 1280, dark: false })
    complaints.push(said)
    await this.sitsDown(page.context())
    await page.goto(`${origin}/${at}`)
    return page
  }

  /** They are who is signed in at a browser, whoever was before. */
  async sitsDown(context: BrowserContext): Promise<void> {
    // Cookies are for this host alone and for what a browser takes for secret, which localhost is.
    const url = this.place.origin.replace('http:', 'https:')
    await context.clearCookies()
    await context.addCookies(
      [...this.cookies].map(([name, value]) => ({ name, value, url, secure: true }))
    )
  }
}

/** A team's server with a database and a browser to look at it. */
export interface TeamStage {
  readonly origin: string
  /** Somebody by a link that is used once, with a code of an app as second factor. */
  readonly by: (link: string, name: string, email?: string) => Promise<Someone>
  /** Ada, who comes first and administers, and the organisation she leads, which mediates. */
  readonly begun: () => Promise<{ readonly ada: Someone; readonly mediation: string }>
  /** Somebody whom the lead of an organisation takes into it, as an analyst unless it is said. */
  readonly member: (name: string, by: Someone, into: readonly [string, string?]) => Promise<Someone>
  /** What the browsers complained of. */
  readonly complaints: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Serves a team from a database. */
export async function teamStage(database: string): Promise<TeamStage> {
  const browser = await stage({ copied: false })
  const folder = await mkdtemp(join(tmpdir(), 'truce-team-'))
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const team = await serveTeam({
    ...{ database, origin, secrets: join(folder, 'secrets'), behind: [] },
    ...{ environment: {}, port, address: '127.0.0.1', library: join(root, 'cases') },
    web: join(root, 'packages/web/dist'),
    startingCase: Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text })),
    report: (error) => console.error(error)
  })
  const page = await (await fetch(origin)).text()
  const token = /truce-token"[^>]*content="([^"]+)"/.exec(page)?.[1] ?? ''
  const complaints: (readonly string[])[] = []
  const place: Place = { browser, origin, token, complaints }
  const by: TeamStage['by'] = async (link, name, email) => {
    const one = new Someone(place)
    await one.ask('POST', '/api/links/use', { token: tokenOf(link), name, email, password: GOOD })
    one.secret = (await one.ask('POST', '/api/account/codes')).body.secret
    const code = totp(one.secret, Math.floor(Date.now() / 30_000))
    await one.ask('POST', '/api/account/codes/confirm', { code })
    one.id = (await one.ask('GET', '/api/team/me')).body.id
    return one
  }
  return {
    origin,
    by,
    begun: async () => {
      const ada = await by(team.setup ?? '', 'Ada', 'ada@un.example')
      const wish = { name: 'The mediation', kind: 'mediation', lead: ada.id }
      const { body } = await ada.ask('POST', '/api/team/organisations', wish)
      return { ada, mediation: body.id }
    },
    member: async (name, lead, [to, role = 'analyst']) => {
      const wish = { email: `${name}@example.org`.toLowerCase(), role }
      const at = `/api/team/organisations/${to}/invitations`
      return by((await lead.ask('POST', at, wish)).body.link, name)
    },
    complaints: () => complaints.flat(),
    close: async () => {
      await team.close()
      await browser.close()
      await rm(folder, { recursive: true, force: true })
    }
  }
}
