import type { Server } from 'node:http'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { SourceFile } from '@truce/core'
import type { Postgres } from '@truce/host/database'
import { PostgresCaseStore, PostgresShelf } from '@truce/host/workspace-postgres'
import { appOf } from '../app.ts'
import { Pool } from '../compute/pool.ts'
import { readySoon } from '../compute/ready.ts'
import { Library } from '../library.ts'
import { closed, listening, UnderWay } from '../listen.ts'
import { Log, type LogLevel } from '../ops/log.ts'
import { type Load, Metrics } from '../ops/metrics.ts'
import { listenForMetrics } from '../ops/metrics-listener.ts'
import { passwordsIn, untold } from '../ops/untold.ts'
import { watching } from '../ops/watch.ts'
import { Records } from '../records/records.ts'
import { Streams } from '../routes/streams.ts'
import { Access, PostgresTables } from './access/index.ts'
import { idOf } from './guard.ts'
import { SECRET_VARIABLE } from './identity/secret.ts'
import { PaperShelf } from './papers/shelf.ts'
import { reachedAt } from './reached-at.ts'
import { Readiness } from './readiness.ts'
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
  /** As for one person's server. */
  readonly readyAfter?: number
  /** Where lines about requests and failures go; without it failures alone are told, to `report`. */
  readonly log?: { readonly level: LogLevel; readonly write: (line: string) => void }
  /** The address and port at which counts are read; none without it. */
  readonly metrics?: string
}

/** A team's server that answers. */
export interface ServingTeam {
  /** Where it listens, which is not where people reach it. */
  readonly at: string
  /** Where counts are read, if anywhere. */
  readonly metrics: string | undefined
  /** The link for the first administrator, until there is one. */
  readonly setup: string | undefined
  /** Ends what is under way, then everything else. */
  readonly close: () => Promise<void>
}

/** Opens the team's database and answers at its origin until closed. */
export async function serveTeam(options: ServeTeamOptions): Promise<ServingTeam> {
  const { address, web } = options
  const origin = reachedAt(options.origin)
  const closing: (() => Promise<void>)[] = []
  const close = async (): Promise<void> => {
    for (const end of closing.splice(0).reverse()) await end()
  }
  try {
    let log: Log | undefined
    const report = (error: unknown): void =>
      log?.tells('error') ? log.failure(error) : options.report(error)
    const team = await Team.open({ ...options, report })
    log = logOf(options, team)
    closing.push(() => team.close())
    const ending = new AbortController()
    const tables = await PostgresTables.open(team.database)
    const papers = await PaperShelf.open(team.database)
    const stored = await papersOf(options, team.database, closing)
    const answers = new UnderWay()
    closing.push(() => answers.settled())
    const pool = new Pool()
    closing.push(() => pool.close())
    const { readyAfter } = options
    if (readyAfter !== undefined) {
      const callOff = readySoon(pool, options.startingCase, readyAfter)
      closing.push(async () => callOff())
    }
    const access = new Access({
      ...stored,
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
    const load = (): Load => ({
      streams: Streams.openNow,
      connections: team.database.connections,
      computing: pool.load
    })
    const metrics = options.metrics === undefined ? undefined : await Metrics.open(load)
    const ready = await Readiness.open({ database: team.database, folder: options.secrets })
    const app = appOf({
      // With a log each failure stands there beside its request.
      ...(log || metrics ? { watch: watching({ log: log ?? silent, metrics, who: idOf }) } : {}),
      report: log ? () => undefined : report,
      ...{ sources: access, web, token, origin: origin.origin, hosts: () => hosts },
      more: (made) => team.set(made, { access, papers, ready })
    })
    const fetch = answers.follow(app.fetch)
    const server = createAdaptorServer({ fetch, hostname: address }) as Server
    const port = await listening(server, options.port, address)
    closing.push(() => closed(server))
    closing.push(async () => ending.abort())
    const counted =
      metrics && options.metrics !== undefined
        ? await listenForMetrics(options.metrics, metrics)
        : undefined
    if (counted) closing.push(() => counted.close())
    const setup = await team.identity.links.setup()
    return {
      at: `http://${address.includes(':') ? `[${address}]` : address}:${port}`,
      metrics: counted?.at,
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
  database: Postgres,
  closing: (() => Promise<void>)[]
): Promise<{ readonly workspace: PostgresCaseStore; readonly records: Records }> {
  const workspace = await PostgresCaseStore.within(database, url)
  closing.push(() => workspace.close())
  const shelf = await PostgresShelf.within(database, {
    url,
    keyFile: join(secrets, 'records.key')
  })
  closing.push(() => shelf.close())
  const records = new Records(shelf, workspace)
  closing.push(() => records.close())
  return { workspace, records }
}

/** The log of a server, which knows what must never stand in it. */
function logOf({ log, database, environment }: ServeTeamOptions, team: Team): Log | undefined {
  const { cookies, token } = team.keys
  const secrets = [
    ...passwordsIn(database),
    environment['PGPASSWORD'],
    environment[SECRET_VARIABLE]
  ]
  return log && new Log({ ...log, untold: untold([...secrets, cookies, token]) })
}

const silent = new Log({ level: 'none', write: () => undefined, untold: (text) => text })
