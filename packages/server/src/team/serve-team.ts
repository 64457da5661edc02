import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { SourceFile } from '@truce/core'
import { MemoryCaseStore } from '@truce/host/memory'
import { appOf } from '../app.ts'
import { Desk } from '../compute/desk.ts'
import { Pool } from '../compute/pool.ts'
import { Library } from '../library.ts'
import { CannotListen, closed, listening } from '../listen.ts'
import { Records } from '../records/records.ts'
import { closeCases } from './before-access.ts'
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
  const origin = originOf(options.origin)
  const team = await Team.open({ ...options, origin: origin.origin })
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

/** The origin, which is of this computer or secret on the way to it: cookies of others are not kept. */
function originOf(written: string): URL {
  const url = URL.canParse(written) ? new URL(written) : undefined
  const near = url !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  const safe = url?.protocol === 'https:' || (near && url.protocol === 'http:')
  if (url === undefined || !safe || url.origin !== written.replace(/\/$/, ''))
    throw new CannotListen(
      `${written} is no origin that people can reach Truce at; write it as https://truce.example.org, with nothing behind it`
    )
  return url
}
