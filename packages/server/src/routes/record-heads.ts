import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { Checkpoint } from '@truce/core'
import { utf8, utf8Text } from '@truce/core/log'
import { checkpointBody, cosigned, headsBody, recordId } from '../record-schemas.ts'
import { id } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { body, json, refusals } from './route.ts'

const params = z.strictObject({ id, record: recordId })
const PATH = '/api/cases/{id}/records/{record}'

const listing = createRoute({
  method: 'get',
  path: `${PATH}/checkpoints`,
  summary: 'Every checkpoint of a record with the cosignatures under it',
  request: { params },
  responses: { 200: json(headsBody, 'over the fewest entries first'), ...refusals }
})

const cosigning = createRoute({
  method: 'post',
  path: `${PATH}/cosigned`,
  summary:
    'Hands in a checkpoint that somebody cosigned with their own key after they had verified it',
  request: { params, body: body(cosigned) },
  responses: { 200: json(checkpointBody, 'the note with all cosignatures'), ...refusals }
})

/** The signed heads of records, and who cosigned them. */
export function recordHeadRoutes(app: OpenAPIHono, sources: SourcesFor): void {
  app.openapi(listing, async (context) => {
    const at = context.req.valid('param')
    const { records } = await sources.for(context)
    const record = await records.read(at.id, at.record)
    return context.json({ heads: (await record.heads()).map(noteBody) }, 200)
  })
  app.openapi(cosigning, async (context) => {
    const at = context.req.valid('param')
    const { records } = await sources.for(context)
    const record = await records.read(at.id, at.record, 'file')
    const kept = await record.takeCosigned(utf8(context.req.valid('json').note))
    return context.json(noteBody(kept), 200)
  })
}

const noteBody = ({ size, note }: Checkpoint): { size: number; note: string } => ({
  size,
  note: utf8Text(note) ?? ''
})
