import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'
import { reportBody, reportDocument } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { body, refusals } from './route.ts'

/** How a report travels, by its form. */
export const REPORT_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
  html: 'text/html; charset=utf-8',
  markdown: 'text/markdown; charset=utf-8'
} as const

const reporting = createRoute({
  method: 'post',
  path: '/api/report',
  summary:
    'Writes a briefing on texts, the path of one proposal or the text of the ceasefire, as a Word document, a PDF, a page or Markdown; refused while the case has errors',
  request: { body: body(reportBody) },
  responses: {
    200: {
      description:
        'the file that `truce report` writes; for a path, the report of `truce plan`; for a ceasefire, the draft of `truce ceasefire draft`',
      content: {
        [REPORT_TYPES.docx]: { schema: reportDocument },
        [REPORT_TYPES.pdf]: { schema: reportDocument },
        'text/html': { schema: reportDocument },
        'text/markdown': { schema: reportDocument }
      }
    },
    ...refusals
  }
})

/** Briefings, paths and drafts as files. */
export function reportRoutes(app: OpenAPIHono, all: SourcesFor): void {
  app.openapi(reporting, async (context) => {
    const { desk } = await all.for(context)
    const { to, ...wanted } = context.req.valid('json')
    // Who leaves wants no answer any more.
    const answer = await desk.report(wanted, to, context.req.raw.signal)
    if ('refused' in answer)
      throw new Refusal(422, 'invalid', {
        message: answer.refused,
        help: 'change the case so, or ask for the path of another proposal'
      })
    if (!('file' in answer))
      throw new Refusal(422, 'invalid', {
        message: 'the case has errors',
        help: 'mend them first; the case room lists them'
      })
    return context.body(Buffer.from(answer.file, 'base64'), 200, {
      'content-type': REPORT_TYPES[to]
    }) as never
  })
}
