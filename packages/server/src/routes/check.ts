import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { checkBody, checkDocument } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { body, document, json, refusals } from './route.ts'

const checking = createRoute({
  method: 'post',
  path: '/api/check',
  summary: 'Reads texts, looks for mistakes and judges every proposal',
  request: { body: body(checkBody) },
  responses: {
    200: {
      ...json(
        checkDocument,
        'the document of `truce check --format json`; with nothing but findings when the case has errors'
      ),
      headers: z.object({ 'x-truce-cache': z.enum(['hit', 'miss']) })
    },
    ...refusals
  }
})

/** The judgement of texts, saved or not. */
export function checkRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(checking, async (context) => {
    const { desk } = await all.for(context)
    const { files, settings } = context.req.valid('json')
    const { document: text, known } = await desk.check(files, settings)
    return document(context, text, { 'x-truce-cache': known ? 'hit' : 'miss' })
  })
}
