import type { OpenAPIHono } from '@hono/zod-openapi'
import { Postgres } from '@truce/host/database'
import type { Context } from 'hono'
import { teamAccountRoutes } from '../routes/team-account.ts'
import { teamAdministrationRoutes } from '../routes/team-administration.ts'
import { teamHealthRoutes } from '../routes/team-health.ts'
import { teamInvitationRoutes } from '../routes/team-invitations.ts'
import { teamLinkRoutes } from '../routes/team-links.ts'
import { teamPaperRoutes } from '../routes/team-papers.ts'
import { teamSignInRoutes } from '../routes/team-sign-in.ts'
import { type Access, type Asker, memberships, teamRoutes } from './access/index.ts'
import { Proxies } from './address.ts'
import { guardTeam, headersOf, justFound } from './guard.ts'
import { Identity } from './identity/identity.ts'
import { issuersIn } from './identity/issuers.ts'
import { namesOf } from './identity/people.ts'
import { type Keys, keysIn } from './identity/secret.ts'
import type { PaperShelf } from './papers/shelf.ts'
import { reachedAt } from './reached-at.ts'
import type { Readiness } from './readiness.ts'

/** What a team's server is opened with. */
export interface TeamOptions {
  /** The address of the PostgreSQL database. */
  readonly database: string
  readonly origin: string
  /** The folder of the server's secret. */
  readonly secrets: string
  /** The file that names the issuers of organisations, where there is one. */
  readonly oidc?: string
  /** Addresses and networks of the proxies before the server, beside this computer. */
  readonly behind: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Told of failures that nobody foresaw. */
  readonly report: (error: unknown) => void
}

/** Connections to the database that all of a server shares. */
const CONNECTIONS = 10

/** What a team's server is put together from, beside accounts. */
export interface TeamParts {
  readonly access: Access
  readonly papers: PaperShelf
  readonly ready: Readiness
}

/** A team's database with what is kept in it: who is who, and who may see what. */
export class Team {
  readonly database: Postgres
  readonly identity: Identity
  readonly keys: Keys
  private readonly proxies: Proxies

  private constructor(identity: Identity, keys: Keys, proxies: Proxies) {
    this.database = identity.ground.database
    this.identity = identity
    this.keys = keys
    this.proxies = proxies
  }

  /** Opens the database, and brings its tables up to date. */
  static async open(options: TeamOptions): Promise<Team> {
    const { secrets, environment, oidc, report, database: url } = options
    const { origin } = reachedAt(options.origin)
    const proxies = new Proxies(options.behind)
    const issuers = oidc === undefined ? [] : await issuersIn(oidc, environment)
    const keys = await keysIn(secrets, environment)
    const database = await Postgres.open(url, CONNECTIONS)
    try {
      const parts = { url, database, origin, keys, issuers, memberships, report }
      return new Team(await Identity.open(parts), keys, proxies)
    } catch (error) {
      await database.close()
      throw error
    }
  }

  /** Puts the guard before all routes, and adds those that only a team has. */
  set(app: OpenAPIHono, { access, papers, ready }: TeamParts): void {
    guardTeam(app, this.identity, this.proxies)
    teamHealthRoutes(app, () => ready.look())
    teamSignInRoutes(app, this.identity)
    teamLinkRoutes(app, this.identity)
    teamAccountRoutes(app, this.identity)
    teamAdministrationRoutes(app, this.identity)
    teamInvitationRoutes(app, this.identity, access)
    teamRoutes(app, access)
    teamPaperRoutes(app, access, papers)
  }

  /**
   * Who sends a request with both factors shown. Asked anew each time, for a session may have ended;
   * only what the guard has found just now is taken as it is.
   */
  async asker(context: Context): Promise<Asker | undefined> {
    const signed = justFound(context) ?? (await this.identity.sessions.of(headersOf(context)))
    if (!signed?.assured) return undefined
    const { person, session, mark } = signed
    return { person, session, mark }
  }

  /** The names of people by their ids. */
  names(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    return namesOf((sql, values) => this.database.run(sql, values), ids)
  }

  /** Lets go of the database. */
  async close(): Promise<void> {
    await this.identity.close()
    await this.database.close()
  }
}
