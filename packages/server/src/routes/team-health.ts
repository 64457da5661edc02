import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Postgres } from '@truce/host/database'
import { healthBody } from '../team/identity-schemas.ts'
import { json, refusals } from './route.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether this server and its database answer',
  responses: { 200: json(healthBody, 'they do'), ...refusals }
})

/** For whoever watches over the server. */
export function teamHealthRoutes(app: OpenAPIHono, database: Postgres): void {
  app.openapi(health, async (context) => {
    await database.run('SELECT 1')
    return context.json({ ready: true as const }, 200)
  })
}
