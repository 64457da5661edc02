import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { SourceFile } from '@truce/core'
import type { StoreRefusal } from '@truce/core/ports'
import { Workspace } from '@truce/host/workspace'
import { appOf } from './app.ts'
import { Desk } from './compute/desk.ts'
import { Pool } from './compute/pool.ts'
import { readySoon } from './compute/ready.ts'
import { hostsAt } from './door.ts'
import { Library } from './library.ts'
import { CannotListen, closed, listening, UnderWay } from './listen.ts'
import { Records } from './records/records.ts'
import { Shelf } from './records/shelf.ts'
import { always } from './routes/route.ts'

/** What is served, and where. */
export interface ServeOptions {
  /** 0 for any free port. */
  readonly port: number
  /** An address of this computer itself: without accounts no other is taken. */
  readonly address?: string
  /** The user's folder of cases; made when it is not there. */
  readonly workspace: string
  /** The folder of the cases that ship. */
  readonly library: string
  /** The folder of the built web app. */
  readonly web: string
  /** The small case to start from. */
  readonly startingCase: readonly SourceFile[]
  /** Milliseconds after which it makes a briefing for nobody, see `readySoon`; never if left out. */
  readonly readyAfter?: number
  /** Told of failures that nobody foresaw. */
  readonly report: (error: unknown) => void
}

/** A server that answers. */
export interface Serving {
  readonly url: string
  readonly token: string
  /** What is wrong with the workspace's store of versions; nothing where it is whole. */
  readonly damage: StoreRefusal | undefined
  /** Ends what is under way, then everything else. */
  readonly close: () => Promise<void>
}

/** Addresses of this computer, and what to bind for each. */
const OWN: ReadonlyMap<string, string> = new Map([
  ['localhost', '127.0.0.1'],
  ['127.0.0.1', '127.0.0.1'],
  ['::1', '::1']
])

/** Opens the workspace and answers until closed. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const address = OWN.get(options.address ?? 'localhost')
  if (address === undefined)
    throw new CannotListen(
      `one person's workbench has no accounts and answers this computer alone: ${options.address} is refused, 127.0.0.1 is the default; for several people there is \`truce serve --database\``
    )
  const workspace = await Workspace.open(options.workspace)
  const records = new Records(new Shelf(join(workspace.folder, '.truce', 'records')), workspace)
  const pool = new Pool()
  const ending = new AbortController()
  const token = randomBytes(32).toString('base64url')
  let hosts: ReadonlySet<string> = new Set()
  const { web, startingCase, report } = options
  const sources = always({
    workspace,
    records,
    store: { damage: () => workspace.damage, begin: () => workspace.beginStore() },
    library: new Library(options.library),
    desk: new Desk(pool),
    startingCase,
    ending: ending.signal
  })
  const app = appOf({ sources, web, token, report, hosts: () => hosts })
  const answers = new UnderWay()
  const fetch = answers.follow(app.fetch)
  const server = createAdaptorServer({ fetch, hostname: address }) as Server
  const port = await listening(server, options.port, address).catch(async (error: unknown) => {
    await workspace.close()
    throw error
  })
  hosts = hostsAt(port)
  const url = `http://${address === '::1' ? '[::1]' : 'localhost'}:${port}`
  workspace.announce(url)
  const { readyAfter } = options
  const callOff = readyAfter === undefined ? undefined : readySoon(pool, startingCase, readyAfter)
  const close = async (): Promise<void> => {
    callOff?.()
    ending.abort()
    await closed(server)
    await pool.close()
    await answers.settled()
    await records.close()
    await workspace.close()
  }
  return { url, token, damage: workspace.damage, close }
}
