import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { base64, utf8Text } from '@truce/core/log'
import { fieldGroundOf } from '@truce/core/record'
import type { Context } from 'hono'
import type { RecordBody } from '../record-schemas.ts'
import {
  checkpointBody,
  clockBody,
  newRecord,
  recordBody,
  recordCase,
  recordField,
  recordId,
  recordList,
  submitted,
  writing
} from '../record-schemas.ts'
import type { KeptRecord } from '../records/kept-record.ts'
import { Refusal } from '../refusal.ts'
import { id } from '../schemas.ts'
import { submittedBody } from './record-entries.ts'
import type { SourcesFor } from './route.ts'
import { body, json, refusals } from './route.ts'

const ofCase = z.strictObject({ id })
const ofRecord = z.strictObject({ id, record: recordId })
const PATH = '/api/cases/{id}/records/{record}'

const listing = createRoute({
  method: 'get',
  path: '/api/cases/{id}/records',
  summary: 'The records kept under a case',
  request: { params: ofCase },
  responses: { 200: json(recordList, 'every record'), ...refusals }
})

const beginning = createRoute({
  method: 'post',
  path: '/api/cases/{id}/records',
  summary: 'Begins a record of a case as it is now',
  request: { params: ofCase, body: body(newRecord) },
  responses: { 201: json(recordBody, 'the record, with its first entry'), ...refusals }
})

const reading = createRoute({
  method: 'get',
  path: PATH,
  summary: 'How far a record has got: its size, root, hour and newest checkpoint',
  request: { params: ofRecord },
  responses: { 200: json(recordBody, 'the record'), ...refusals }
})

const ground = createRoute({
  method: 'get',
  path: `${PATH}/case`,
  summary: 'The text of the case that a record was begun under',
  request: { params: ofRecord },
  responses: { 200: json(recordCase, 'its files'), ...refusals }
})

const fielding = createRoute({
  method: 'get',
  path: `${PATH}/field`,
  summary:
    'What somebody needs who files in a record and may not read its case: the parties by name, and the zone of its hours',
  request: { params: ofRecord },
  responses: { 200: json(recordField, 'nothing else of the case'), ...refusals }
})

const signing = createRoute({
  method: 'post',
  path: `${PATH}/checkpoint`,
  summary: 'Signs the head of a record as it is now',
  request: { params: ofRecord, body: body(z.strictObject({})) },
  responses: { 200: json(checkpointBody, 'the signed note'), ...refusals }
})

const wording = createRoute({
  method: 'post',
  path: `${PATH}/written`,
  summary:
    'Writes an entry with the key of whoever keeps the record, which speaks for no delegation',
  request: { params: ofRecord, body: body(writing) },
  responses: { 200: json(submitted, 'what became of it'), ...refusals }
})

const moving = createRoute({
  method: 'post',
  path: `${PATH}/clock`,
  summary: 'Moves the clock of an exercise on, and says so in the record',
  request: { params: ofRecord, body: body(clockBody) },
  responses: { 200: json(recordBody, 'the record with its new hour'), ...refusals }
})

/** Records of cases: which there are, and what whoever keeps one does. */
export function recordRoutes(app: OpenAPIHono, sources: SourcesFor): void {
  /** For whoever keeps it: what is written so is signed with the server's key. */
  const kept = async (context: Context, at: z.infer<typeof ofRecord>): Promise<KeptRecord> =>
    (await sources.for(context)).records.read(at.id, at.record, 'keep')
  app.openapi(listing, async (context) => {
    const { records } = await sources.for(context)
    const all = await records.list(context.req.valid('param').id)
    return context.json({ records: await Promise.all(all.map(recordTold)) }, 200)
  })
  app.openapi(beginning, async (context) => {
    const { records } = await sources.for(context)
    const made = await records.begin(context.req.valid('param').id, context.req.valid('json'))
    return context.json(await recordTold(made), 201)
  })
  app.openapi(reading, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    return context.json(await recordTold(await records.read(of, which)), 200)
  })
  app.openapi(ground, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const { files } = await records.read(of, which, 'text')
    return context.json({ files: files.map(({ name, text }) => ({ name, text })) }, 200)
  })
  app.openapi(fielding, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const { book } = await records.read(of, which)
    const { parties, zone } = fieldGroundOf(book.state.source)
    return context.json({ parties: [...parties], zone }, 200)
  })
  app.openapi(signing, async (context) => {
    const record = await kept(context, context.req.valid('param'))
    await record.book.checkpoint(record.operator)
    return context.json(await newest(record), 200)
  })
  app.openapi(wording, async (context) => {
    const { kind, content, supersedes } = context.req.valid('json')
    const record = await kept(context, context.req.valid('param'))
    return context.json(submittedBody(await said(record, { kind, content, supersedes })), 200)
  })
  app.openapi(moving, async (context) => {
    const { to, text } = context.req.valid('json')
    const record = await kept(context, context.req.valid('param'))
    const at = Date.parse(to)
    if (Number.isNaN(at))
      throw new Refusal(422, 'invalid', {
        message: 'to: not an instant',
        help: 'such as 2025-01-25T08:00:00Z'
      })
    await record.move(at)
    await said(record, { kind: 'inject', content: { text, at: new Date(at).toISOString() } })
    return context.json(await recordTold(record), 200)
  })
}

interface Said {
  readonly kind: string
  readonly content: object
  readonly supersedes?: string | undefined
}

/** What whoever keeps the record says, signed with the server's key. */
async function said({ book, operator, opening }: KeptRecord, { kind, content, supersedes }: Said) {
  // What came as JSON is JSON.
  const told = JSON.parse(JSON.stringify(content))
  return book.write(
    { party: opening?.operator ?? '', kind, content: told, ...(supersedes && { supersedes }) },
    operator
  )
}

/** A record as it travels. */
async function recordTold(record: KeptRecord): Promise<RecordBody> {
  const { book, opening } = record
  return {
    id: record.id,
    name: book.log.record ?? '',
    title: opening?.title ?? '',
    operator: opening?.operator ?? '',
    exercise: book.exercise,
    size: book.size,
    root: base64(book.log.tree.rootAt(book.size)),
    now: new Date(record.now()).toISOString(),
    checkpoint: await newest(record).catch(() => null)
  }
}

/** The newest signed note; rejects where nothing was signed. */
async function newest({ notes }: KeptRecord): Promise<{ size: number; note: string }> {
  const kept = await notes()
  const note = kept && utf8Text(kept.note)
  if (kept === undefined || note === undefined)
    throw new Refusal(404, 'no-checkpoint', {
      message: 'nothing was signed over this record yet',
      help: 'POST to /checkpoint signs its head'
    })
  return { size: kept.size, note }
}
