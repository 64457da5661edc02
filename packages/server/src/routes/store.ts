import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { storeAside, storeState } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { json, refusals } from './route.ts'

const asking = createRoute({
  method: 'get',
  path: '/api/store',
  summary: 'Whether the store of versions is whole',
  responses: { 200: json(storeState, 'what is wrong with it, or null'), ...refusals }
})

const beginning = createRoute({
  method: 'post',
  path: '/api/store',
  summary:
    'Gives a damaged store of versions another name and begins a new one with the files as they are',
  responses: {
    200: json(storeAside, 'the name that the damaged one is kept under; null where it was whole'),
    ...refusals
  }
})

/** A damaged store of versions, and the way out. */
export function storeRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(asking, async (context) => {
    const { store } = await all.for(context)
    return context.json({ damage: store?.damage()?.message ?? null }, 200)
  })
  app.openapi(beginning, async (context) => {
    const { store } = await all.for(context)
    return context.json({ kept: (await store?.begin()) ?? null }, 200)
  })
}
