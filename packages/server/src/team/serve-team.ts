import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { SourceFile } from '@truce/core'
import { PostgresCaseStore, PostgresShelf } from '@truce/host/workspace-postgres'
import { appOf } from '../app.ts'
import { Pool } from '../compute/pool.ts'
import { Library } from '../library.ts'
import { closed, listening } from '../listen.ts'
import { Records } from '../records/records.ts'
import { Access, PostgresTables } from './access/index.ts'
import { PaperShelf } from './papers/shelf.ts'
import { reachedAt } from './reached-at.ts'
import { Team, type TeamOptions } from './team.ts'

/** What is served to a team, and where. */
export interface ServeTeamOptions extends TeamOptions {
  /** 0 for any free port. */
  readonly port: number
  /** The address to bind; 127.0.0.1 where a proxy on this computer brings the requests. */
  readonly address: string
  readonly library: string
  readonly web: string
  readonly startingCase: readonly SourceFile[]
}

/** A team's server that answers. */
export interface ServingTeam {
  /** Where it listens, which is not where people reach it. */
  readonly at: string
  /** The link for the first administrator, until there is one. */
  readonly setup: string | undefined
  /** Ends what is under way, then everything else. */
  readonly close: () => Promise<void>
}

/** Opens the team's database and answers at its origin until closed. */
export async function serveTeam(options: ServeTeamOptions): Promise<ServingTeam> {
  const { address, report, web } = options
  const origin = reachedAt(options.origin)
  const closing: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    const team = await Team.open(options)
    closing.push(() => team.close())
    const pool = new Pool()
    closing.push(() => pool.close())
    const ending = new AbortController()
    const tables = await PostgresTables.open(team.database)
    const papers = await PaperShelf.open(team.database)
    const access = new Access({
      ...(await papersOf(options, closing)),
      tables,
      identify: (context) => team.asker(context),
      names: (ids) => team.names(ids),
      library: new Library(options.library),
      pool,
      startingCase: options.startingCase,
      ending: ending.signal
    })
    const hosts: ReadonlySet<string> = new Set([origin.host])
    const { token } = team.keys
    const app = appOf({
      ...{ sources: access, web, report, token, origin: origin.origin, hosts: () => hosts },
      more: (made) => team.set(made, access, papers)
    })
    const server = createAdaptorServer({ fetch: app.fetch, hostname: address }) as Server
    const port = await listening(server, options.port, address)
    closing.push(() => closed(server))
    closing.push(async () => ending.abort())
    const setup = await team.identity.links.setup()
    return {
      at: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
      setup,
      close
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** The cases and records of a team, in its database; the key of its records lies beside its secret. */
async function papersOf(
  { database: url, secrets }: ServeTeamOptions,
  closing: (() => Promise<void>)[]
): Promise<{ readonly workspace: PostgresCaseStore; readonly records: Records }> {
  const workspace = await PostgresCaseStore.open(url)
  closing.push(() => workspace.close())
  const shelf = await PostgresShelf.open({ url, keyFile: join(secrets, 'records.key') })
  closing.push(() => shelf.close())
  const records = new Records(shelf, workspace)
  closing.push(() => records.close())
  return { workspace, records }
}
