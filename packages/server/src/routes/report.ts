import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'
import { reportBody, reportDocument } from '../schemas.ts'
import type { Sources } from './route.ts'
import { body, refusals } from './route.ts'

const TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf'
} as const

const reporting = createRoute({
  method: 'post',
  path: '/api/report',
  summary:
    'Writes a briefing on texts as a Word document or a PDF; refused while the case has errors',
  request: { body: body(reportBody) },
  responses: {
    200: {
      description: 'the file that `truce report` writes',
      content: { [TYPES.docx]: { schema: reportDocument }, [TYPES.pdf]: { schema: reportDocument } }
    },
    ...refusals
  }
})

/** Briefings as files. */
export function reportRoutes(app: OpenAPIHono, { desk }: Sources): void {
  app.openapi(reporting, async (context) => {
    const { files, to } = context.req.valid('json')
    const answer = await desk.report(files, to)
    if (!('file' in answer))
      throw new Refusal(422, 'invalid', {
        message: 'the case has errors',
        help: 'mend them first; the case room lists them'
      })
    return context.body(Buffer.from(answer.file, 'base64'), 200, {
      'content-type': TYPES[to]
    }) as never
  })
}
