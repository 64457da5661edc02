import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { diffDocument, diffQuery, id, versionList, versionText } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { document, json, refusals } from './route.ts'

const params = z.strictObject({ id })

const listing = createRoute({
  method: 'get',
  path: '/api/cases/{id}/versions',
  summary: 'All versions of a case, also of one whose folder is gone',
  request: { params },
  responses: { 200: json(versionList, 'oldest first'), ...refusals }
})

const reading = createRoute({
  method: 'get',
  path: '/api/cases/{id}/versions/{version}',
  summary: 'One version with its texts',
  request: { params: z.strictObject({ id, version: z.coerce.number().int().min(1) }) },
  responses: { 200: json(versionText, 'the version'), ...refusals }
})

const comparing = createRoute({
  method: 'get',
  path: '/api/cases/{id}/diff',
  summary: 'Two versions side by side, in the words of the case (needs the token)',
  request: { params, query: diffQuery },
  responses: { 200: json(diffDocument, 'what differs'), ...refusals }
})

/** The versions of a case. */
export function versionRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(listing, async (context) => {
    const { workspace } = await all.for(context)
    const versions = await workspace.history(context.req.valid('param').id)
    return context.json({ versions: [...versions] }, 200)
  })
  app.openapi(reading, async (context) => {
    const { workspace } = await all.for(context)
    const { id: one, version } = context.req.valid('param')
    const { files, ...about } = await workspace.version(one, version)
    return context.json({ ...about, files: [...files] }, 200)
  })
  app.openapi(comparing, async (context) => {
    const { workspace, desk } = await all.for(context)
    const { from, to } = context.req.valid('query')
    const one = context.req.valid('param').id
    const left = await workspace.version(one, from)
    const right = await workspace.version(one, to)
    const names = [`version ${from}`, `version ${to}`] as const
    return document(context, await desk.diff(left.files, right.files, names))
  })
}
