import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { healthBody, readyBody } from '../team/identity-schemas.ts'
import { json, refusals } from './route.ts'

const health = createRoute({
  method: 'get',
  path: '/api/health',
  summary: 'Whether this server lives, whatever its database does',
  responses: { 200: json(healthBody, 'it does'), ...refusals }
})

const ready = createRoute({
  method: 'get',
  path: '/api/ready',
  summary:
    'Whether this server can do what it is asked: its database, its tables, the disk of its keys',
  responses: { 200: json(readyBody, 'it can; 503 where it cannot'), ...refusals }
})

/** For whoever watches over the server. `look` refuses while something is not as it must be. */
export function teamHealthRoutes(app: OpenAPIHono, look: () => Promise<void>): void {
  app.openapi(health, (context) => context.json({ alive: true as const }, 200))
  app.openapi(ready, async (context) => {
    await look()
    return context.json({ ready: true as const }, 200)
  })
}
