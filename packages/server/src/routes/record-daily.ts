import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { textIn } from '@truce/core/model'
import type { Audience } from '@truce/core/record'
import { daily, disclosureFor } from '@truce/core/record'
import { dailyMap, dailyReport } from '@truce/core/report/record'
import { drawingsAmong } from '@truce/interchange'
import type { Briefing } from '../compute/tasks.ts'
import type { DailyReportBody } from '../record-schemas.ts'
import { dailyBody, recordId } from '../record-schemas.ts'
import type { KeptRecord } from '../records/kept-record.ts'
import { noted } from '../records/noted.ts'
import type { Reader } from '../records/reader.ts'
import { Refusal } from '../refusal.ts'
import { id, reportDocument } from '../schemas.ts'
import { REPORT_TYPES } from './report.ts'
import type { SourcesFor } from './route.ts'
import { body, refusals } from './route.ts'

const reporting = createRoute({
  method: 'post',
  path: '/api/cases/{id}/records/{record}/daily',
  summary:
    'Writes the daily report of a record, as `truce record daily` does, as a Word document, a PDF, a page or Markdown',
  request: { params: z.strictObject({ id, record: recordId }), body: body(dailyBody) },
  responses: {
    200: {
      description: 'the file',
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

/** The daily reports of records as files. */
export function recordDailyRoutes(app: OpenAPIHono, sources: SourcesFor): void {
  app.openapi(reporting, async (context) => {
    const at = context.req.valid('param')
    const { to, ...wanted } = context.req.valid('json')
    const { records, desk } = await sources.for(context)
    const record = await records.read(at.id, at.record, 'text')
    const stand = await records.stand(record, wanted.for)
    const audience = audienceOf(stand.reader)
    // What the public does not hear it tells out of confidential bodies.
    if (audience.of !== 'public')
      await noted(record, stand, { what: 'bodies', from: 0, to: record.book.size })
    const { file } = await desk.written(reportOf(record, wanted, audience), to)
    return context.body(Buffer.from(file, 'base64'), 200, {
      'content-type': REPORT_TYPES[to]
    }) as never
  })
}

/** For whom it is: no more than whoever asks may read, and as the public hears it where they stand for nobody. */
function audienceOf(reader: Reader): Audience {
  if (reader.sees === 'all') return { of: 'whole' }
  const [party, ...more] = reader.parties
  if (party === undefined) return { of: 'public' }
  if (more.length === 0) return { of: 'party', party }
  throw new Refusal(422, 'which-party', {
    message: `you stand for several parties of this record: ${reader.parties.join(', ')}`,
    help: 'say in "for" for which of them the report is to be'
  })
}

function reportOf(
  { book, files }: KeptRecord,
  { day, zone, cutOff }: Omit<DailyReportBody, 'to'>,
  audience: Audience
): Briefing {
  const { state } = book
  const { source } = state
  const about = daily(state, {
    days: { day, days: 1 },
    cutOff: { zone, time: cutOff },
    grounds: [],
    disclosure: disclosureFor(audience)
  })
  const lines = new Map(
    [...drawingsAmong(source, files)].flatMap(([line, drawing]) =>
      typeof drawing === 'object' && 'courses' in drawing ? [[line, drawing.courses]] : []
    )
  )
  const blocks = dailyReport(source, about, dailyMap(source, about, lines))
  return { blocks, title: textIn(source.title), asOf: day }
}
