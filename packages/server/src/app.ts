import { OpenAPIHono } from '@hono/zod-openapi'
import { VERSION } from '@truce/core/model'
import type { MiddlewareHandler } from 'hono'
import { compress } from 'hono/compress'
import { guarded, jsonBody, knownHost, sameOrigin, TOKEN_HEADER } from './door.ts'
import { answerTo, isUnforeseen, noSuchPage, Refusal } from './refusal.ts'
import { caseRoutes } from './routes/cases.ts'
import { checkRoutes } from './routes/check.ts'
import { eventRoutes } from './routes/events.ts'
import { libraryRoutes } from './routes/library.ts'
import { recordRoutes } from './routes/record.ts'
import { recordDailyRoutes } from './routes/record-daily.ts'
import { recordEntryRoutes } from './routes/record-entries.ts'
import { recordHeadRoutes } from './routes/record-heads.ts'
import { removedRoutes } from './routes/removed.ts'
import { reportRoutes } from './routes/report.ts'
import type { SourcesFor } from './routes/route.ts'
import { storeRoutes } from './routes/store.ts'
import { tokenRoutes } from './routes/token.ts'
import { versionRoutes } from './routes/versions.ts'
import { workbookRoutes } from './routes/workbook.ts'
import { site } from './web.ts'

/** All that the application needs to answer. */
export interface AppOptions {
  /** What each request is answered from. */
  readonly sources: SourcesFor
  /** Sets up what comes before the routes, and routes that only a team has. */
  readonly more?: (app: OpenAPIHono) => void
  /** Sees every request and its answer, before and after everything else. */
  readonly watch?: MiddlewareHandler
  /** The one origin that is answered, where it is not this computer's own names. */
  readonly origin?: string
  /** The folder of the built web app. */
  readonly web: string
  /** The token of this run. */
  readonly token: string
  /** The Host headers that are answered. */
  readonly hosts: () => ReadonlySet<string>
  /** Told of failures that nobody foresaw. */
  readonly report: (error: unknown) => void
}

/** The web app and its interface for programs, behind one door. */
export function appOf(options: AppOptions): OpenAPIHono {
  const { web, token, hosts, report, sources, more, origin, watch } = options
  const app = new OpenAPIHono({
    defaultHook: (result) => (result.success ? undefined : refuse(result.error))
  })
  app.onError((error, context) => {
    if (isUnforeseen(error)) report(error)
    return answerTo(error, context)
  })
  if (watch) app.use(watch)
  const looked = origin === undefined ? [] : ['/api/health', '/api/ready']
  app.use(guarded(origin), compress({ contentTypeFilter: isText }), knownHost(hosts, looked))
  app.use('/api/*', sameOrigin({ hosts, token, origin }), jsonBody)
  more?.(app)
  tokenRoutes(app, token)
  libraryRoutes(app, sources)
  caseRoutes(app, sources)
  removedRoutes(app, sources)
  versionRoutes(app, sources)
  checkRoutes(app, sources)
  reportRoutes(app, sources)
  workbookRoutes(app, sources)
  storeRoutes(app, sources)
  recordRoutes(app, sources)
  recordEntryRoutes(app, sources)
  recordHeadRoutes(app, sources)
  recordDailyRoutes(app, sources)
  eventRoutes(app, sources)
  app.openAPIRegistry.registerComponent('securitySchemes', 'token', {
    type: 'apiKey',
    in: 'header',
    name: TOKEN_HEADER
  })
  app.doc31('/api/openapi.json', {
    openapi: '3.1.0',
    info: { title: 'Truce', version: VERSION, description: aboutOf(origin) }
  })
  app.all('/api/*', () => nothingHere())
  app.get('*', site({ folder: web, token, team: more !== undefined }))
  app.notFound((context) => answerTo(noSuchPage(), context))
  return app
}

/** Documents and code; a stream of events must not wait, and the page with its token stays plain. */
const isText = (type: string): boolean =>
  /^(?:application\/json|text\/(?:javascript|css|markdown)|image\/svg)/.test(type)

/** What a program that comes to the interface is told first. */
const aboutOf = (origin: string | undefined): string =>
  `The workbench's own interface, ${origin === undefined ? 'on this computer only' : `at ${origin}, for people who are signed in`}. Requests that write or compute (all but GET, and the comparison of versions) carry the page's token in ${TOKEN_HEADER}; the page at / has it in <meta name="truce-token">.`

function nothingHere(): never {
  throw noSuchPage()
}

function refuse({
  issues
}: {
  readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
}): never {
  const [first] = issues
  const where = first && first.path.length > 0 ? `${first.path.map(String).join('.')}: ` : ''
  throw new Refusal(422, 'invalid', {
    message: `${where}${first?.message ?? 'the request is not as described'}`,
    help: 'see GET /api/openapi.json for what is expected'
  })
}
