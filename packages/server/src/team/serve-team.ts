import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { SourceFile } from '@truce/core'
import { MemoryCaseStore } from '@truce/host/memory'
import { appOf } from '../app.ts'
import { Desk } from '../compute/desk.ts'
import { Pool } from '../compute/pool.ts'
import { Library } from '../library.ts'
import { closed, listening } from '../listen.ts'
import { Records } from '../records/records.ts'
import { closeCases } from './before-access.ts'
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
  const { address, report, web, startingCase } = options
  const origin = reachedAt(options.origin)
  const team = await Team.open(options)
  const pool = new Pool()
  const ending = new AbortController()
  const workspace = new MemoryCaseStore()
  const hosts: ReadonlySet<string> = new Set([origin.host])
  const app = appOf({
    workspace,
    records: new Records('', workspace),
    library: new Library(options.library),
    desk: new Desk(pool),
    startingCase,
    ending: ending.signal,
    web,
    report,
    token: team.keys.token,
    origin: origin.origin,
    hosts: () => hosts,
    more: (made) => {
      team.set(made)
      closeCases(made)
    }
  })
  const server = createAdaptorServer({ fetch: app.fetch, hostname: address }) as Server
  const close = async (): Promise<void> => {
    ending.abort()
    await closed(server)
    await pool.close()
    await team.close()
  }
  try {
    const port = await listening(server, options.port, address)
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
