import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { library } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { eachOf, json, refusals } from './route.ts'

const listing = createRoute({
  method: 'get',
  path: '/api/library',
  summary: 'The cases that ship with Truce',
  responses: { 200: json(library, 'every case, by id'), ...refusals }
})

/** What ships: looked at, and copied by POST /api/cases. */
export function libraryRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(listing, async (context) => {
    const { library: shelf, desk } = await all.for(context)
    const cases = await eachOf(await shelf.ids(), async (id) => {
      const { title, view } = await desk.describe((await shelf.files(id)) ?? [])
      return { id, title: title ?? id, view, where: `cases/${id}` }
    })
    return context.json({ cases: [...cases] }, 200)
  })
}
