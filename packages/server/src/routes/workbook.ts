import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'
import { reportDocument, sheetBody, workbookBody, workbookRows } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { body, json, refusals } from './route.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const reading = createRoute({
  method: 'post',
  path: '/api/workbook/rows',
  summary: 'Reads the first sheet of an Excel workbook, as `truce import table` does',
  request: { body: body(workbookBody) },
  responses: { 200: json(workbookRows, 'its cells as texts'), ...refusals }
})

const writing = createRoute({
  method: 'post',
  path: '/api/workbook',
  summary: 'Writes rows as an Excel workbook, as `truce export table` does',
  request: { body: body(sheetBody) },
  responses: {
    200: { description: 'the workbook', content: { [XLSX]: { schema: reportDocument } } },
    ...refusals
  }
})

/** Workbooks in and out: the page knows tables as rows only. */
export function workbookRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(reading, async (context) => {
    const { desk } = await all.for(context)
    const answer = await desk.workbook(context.req.valid('json').file)
    if ('refused' in answer)
      throw new Refusal(422, 'no-workbook', {
        message: answer.refused,
        help: 'a table as CSV is read as well'
      })
    return context.json({ rows: answer.rows.map((row) => [...row]) }, 200)
  })
  app.openapi(writing, async (context) => {
    const { desk } = await all.for(context)
    const workbook = await desk.sheet(context.req.valid('json').rows)
    return context.body(new Uint8Array(workbook), 200, { 'content-type': XLSX }) as never
  })
}
