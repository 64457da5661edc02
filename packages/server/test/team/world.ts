import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { MemoryCaseStore } from '@truce/host/memory'
import { appOf } from '../../src/app.ts'
import { Pool } from '../../src/compute/pool.ts'
import { Library } from '../../src/library.ts'
import { Records } from '../../src/records/records.ts'
import { Shelf } from '../../src/records/shelf.ts'
import { teamPaperRoutes } from '../../src/routes/team-papers.ts'
import { Access, MemoryTables, teamRoutes } from '../../src/team/access/index.ts'
import type { AccessTables } from '../../src/team/access/tables.ts'
import type { PaperShelf } from '../../src/team/papers/shelf.ts'
import { SMALL, texts } from '../server.ts'

/** Two sides, a mediator and a mission. */
export const SIDES = SMALL.replace(
  '  b: {name: B, kind: state, role: belligerent}',
  `  b: {name: B, kind: state, role: belligerent}
  m: {name: M, kind: state, role: mediator}
  o: {name: O, kind: state, role: mediator}`
)

export interface Said {
  readonly status: number
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any
  readonly headers: Readonly<Record<string, string>>
}

/** A team's application over cases in memory; who asks is said by a header that only it knows. */
export class World {
  readonly tables: AccessTables
  readonly cases = new MemoryCaseStore()
  readonly access: Access
  readonly records: Records
  readonly signedOut = new Set<string>()
  readonly failures: unknown[] = []
  private readonly pool = new Pool({ threads: 1 })
  private readonly folder = mkdtempSync(join(tmpdir(), 'truce-access-'))
  private readonly ending = new AbortController()
  private server: Server | undefined
  private readonly app: ReturnType<typeof appOf>

  /** The names under which a browser reaches it. */
  readonly hosts = new Set(['localhost'])

  /** `papers`: where sealed papers are kept, in a test of them; `web`: the page, where one looks at it. */
  constructor(tables: AccessTables, { papers, web }: { papers?: PaperShelf; web?: string } = {}) {
    this.tables = tables
    this.records = new Records(new Shelf(this.folder), this.cases)
    this.access = new Access({
      tables,
      identify: async (context) => {
        const id = context.req.header('x-test-person') ?? ''
        if (id === '' || this.signedOut.has(id)) return undefined
        const person = { id, name: id.toUpperCase(), email: '', administrator: id === 'adm' }
        return { person, session: `s-${id}`, mark: await markOf(tables) }
      },
      names: async (ids) => new Map(ids.map((id) => [id, id.toUpperCase()])),
      workspace: this.cases,
      records: this.records,
      library: new Library(this.folder),
      pool: this.pool,
      startingCase: texts(SIDES),
      ending: this.ending.signal
    })
    this.app = appOf({
      sources: this.access,
      more: (app) => {
        teamRoutes(app, this.access)
        if (papers) teamPaperRoutes(app, this.access, papers)
      },
      web: web ?? this.folder,
      token: 'token',
      hosts: () => this.hosts,
      report: (error) => this.failures.push(error)
    })
  }

  raw(person: string, method: string, path: string, sent: object = {}): Promise<Response> {
    const { signal, body, organisation } = sent as {
      signal?: AbortSignal
      body?: object
      organisation?: string
    }
    return Promise.resolve(
      this.app.request(`http://localhost${path}`, {
        method,
        headers: {
          host: 'localhost',
          'x-truce-token': 'token',
          'content-type': 'application/json',
          ...(person && { 'x-test-person': person }),
          ...(organisation && { 'x-truce-organisation': organisation })
        },
        ...(body ? { body: JSON.stringify(body) } : {}),
        ...(signal ? { signal } : {})
      })
    )
  }

  /** The same with a body as it is written. */
  sent(person: string, method: string, path: string, raw: string | undefined): Promise<Response> {
    return Promise.resolve(
      this.app.request(`http://localhost${path}`, {
        method,
        headers: {
          host: 'localhost',
          'x-truce-token': 'token',
          'content-type': 'application/json',
          ...(person && { 'x-test-person': person })
        },
        ...(raw === undefined ? {} : { body: raw })
      })
    )
  }

  async ask(person: string, method: string, path: string, sent: object = {}): Promise<Said> {
    const answer = await this.raw(person, method, path, sent)
    const text = await answer.text()
    const isJson = answer.headers.get('content-type')?.includes('application/json')
    return {
      status: answer.status,
      headers: Object.fromEntries(answer.headers),
      body: isJson ? JSON.parse(text) : text
    }
  }

  /** Follows a stream: all that it said so far, and whether it has ended. */
  async stream(person: string, path: string) {
    const stop = new AbortController()
    const answer = await this.raw(person, 'GET', path, { signal: stop.signal })
    const found = { status: answer.status, text: '', ended: false, stop: () => stop.abort() }
    const reader = answer.body?.getReader()
    const pump = async (): Promise<void> => {
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined }
        if (done) break
        found.text += new TextDecoder().decode(value)
      }
      found.ended = true
    }
    void pump().catch(() => {
      found.ended = true
    })
    return found
  }

  /** Answers a browser, and says where. */
  async listen(): Promise<string> {
    const server = createAdaptorServer({ fetch: this.app.fetch }) as Server
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
    this.server = server
    const address = server.address()
    const host = `localhost:${typeof address === 'object' ? address?.port : 0}`
    this.hosts.add(host)
    return `http://${host}`
  }

  async close(): Promise<void> {
    this.server?.closeAllConnections()
    this.server?.close()
    this.ending.abort()
    await this.records.close()
    await this.pool.close()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The mark of rights, as it is read with a session. */
const markOf = async (tables: AccessTables): Promise<string | undefined> =>
  tables instanceof MemoryTables ? tables.mark : (await tables.standing([])).mark

/** Waits until something holds, or fails after a while. */
export async function until(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 500; tries++) {
    if (holds()) return
    await new Promise((done) => setTimeout(done, 20))
  }
  throw new Error(`waited in vain: ${holds}`)
}
