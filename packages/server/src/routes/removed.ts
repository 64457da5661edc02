import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { caseBody, id, removedList } from '../schemas.ts'
import { bodyOf } from './cases.ts'
import type { SourcesFor } from './route.ts'
import { json, refusals } from './route.ts'

const params = z.strictObject({ id })

const removing = createRoute({
  method: 'delete',
  path: '/api/cases/{id}',
  summary: 'Sets a case aside: it is listed no more, and nothing of it is deleted',
  request: { params },
  responses: { 200: json(removedList, 'all cases set aside'), ...refusals }
})

const listing = createRoute({
  method: 'get',
  path: '/api/removed',
  summary: 'The cases that were set aside',
  responses: { 200: json(removedList, 'their ids'), ...refusals }
})

const returning = createRoute({
  method: 'post',
  path: '/api/removed/{id}',
  summary: 'Lists a case again that was set aside',
  request: { params },
  responses: { 200: json(caseBody, 'the case as it was'), ...refusals }
})

/** Cases set aside, and the way back. */
export function removedRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(removing, async (context) => {
    const { workspace } = await all.for(context)
    await workspace.remove(context.req.valid('param').id)
    return context.json({ cases: [...(await workspace.removed())] }, 200)
  })
  app.openapi(listing, async (context) => {
    const { workspace } = await all.for(context)
    return context.json({ cases: [...(await workspace.removed())] }, 200)
  })
  app.openapi(returning, async (context) => {
    const { workspace } = await all.for(context)
    return context.json(bodyOf(await workspace.putBack(context.req.valid('param').id)), 200)
  })
}
