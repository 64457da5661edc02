import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { LogEntry } from '@truce/core'
import { base64, bytesOf, isEntry, signedEntryOf } from '@truce/core/log'
import type { Submission, Submitted } from '@truce/core/record'
import { stream } from 'hono/streaming'
import type { SubmissionsBody, SubmittedBody } from '../record-schemas.ts'
import {
  beforeBody,
  checkpointBody,
  entriesBody,
  entriesQuery,
  looksBody,
  recordId,
  submissions,
  submittedAll
} from '../record-schemas.ts'
import type { KeptRecord } from '../records/kept-record.ts'
import { noted } from '../records/noted.ts'
import type { Stand } from '../records/reader.ts'
import { seenBy } from '../records/reader.ts'
import { Refusal } from '../refusal.ts'
import { id } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { body, json, refusals } from './route.ts'

const params = z.strictObject({ id, record: recordId })
const PATH = '/api/cases/{id}/records/{record}'
const STRETCH = 2000

const reading = createRoute({
  method: 'get',
  path: `${PATH}/entries`,
  summary: `Entries by number, at most ${STRETCH} at once`,
  request: { params, query: entriesQuery },
  responses: {
    200: json(entriesBody, 'leaves for everybody, bodies for whoever may read them'),
    ...refusals
  }
})

const submitting = createRoute({
  method: 'post',
  path: `${PATH}/entries`,
  summary: 'Hands in entries that their authors have signed; what was received is on the disk',
  request: { params, body: body(submissions) },
  responses: { 200: json(submittedAll, 'what became of each'), ...refusals }
})

const preparing = createRoute({
  method: 'get',
  path: `${PATH}/before`,
  summary: 'What the holder of a key needs to know in order to sign its next entry',
  request: {
    params,
    query: z.strictObject({ key: z.string().regex(/^[0-9a-f]{16}$/) })
  },
  responses: { 200: json(beforeBody, 'how far the key has got'), ...refusals }
})

const exporting = createRoute({
  method: 'get',
  path: `${PATH}/export`,
  summary: 'A copy of a record: JSON lines of leaf and body, as `entries.jsonl`',
  request: { params, query: entriesQuery.pick({ for: true, to: true }) },
  responses: {
    200: {
      description: 'one line for each entry: {"leaf": base64, "body"?: base64}',
      content: { 'application/x-ndjson': { schema: z.string() } }
    },
    ...refusals
  }
})

const checking = createRoute({
  method: 'get',
  path: `${PATH}/checkpoint`,
  summary: 'The checkpoint over the most entries, or over so many',
  request: { params, query: z.strictObject({ size: z.coerce.number().int().min(1).optional() }) },
  responses: { 200: json(checkpointBody, 'the signed note'), ...refusals }
})

const auditing = createRoute({
  method: 'get',
  path: `${PATH}/reads`,
  summary: 'Who read confidential bodies or took a copy, and when',
  request: { params },
  responses: { 200: json(looksBody, 'oldest first'), ...refusals }
})

/** The entries of records: read, handed in, taken along. */
export function recordEntryRoutes(app: OpenAPIHono, sources: SourcesFor): void {
  app.openapi(reading, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const record = await records.read(of, which)
    const { from, to = record.book.size, for: party } = context.req.valid('query')
    const range = { from, to: Math.min(to, from + STRETCH, record.book.size) }
    const entries = await shown(record, await records.stand(record, party), range)
    return context.json({ size: record.book.size, entries: entries.map(entryBody) }, 200)
  })
  app.openapi(submitting, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const record = await records.read(of, which, 'file')
    const stand = await records.stand(record)
    const results = await handIn(record, context.req.valid('json').entries, stand)
    return context.json({ results }, 200)
  })
  app.openapi(preparing, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const { book } = await records.read(of, which)
    const { record, sequence, seen, last } = await book.before(context.req.valid('query').key)
    const at = Number.isFinite(last) ? last : 0
    return context.json({ record: record ?? '', sequence, seen: seen ?? null, last: at }, 200)
  })
  app.openapi(exporting, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const record = await records.read(of, which)
    const { for: party, to = record.book.size } = context.req.valid('query')
    const [stand, size] = [await records.stand(record, party), Math.min(to, record.book.size)]
    await noted(record, stand, { what: 'export', from: 0, to: size })
    context.header('content-type', 'application/x-ndjson')
    context.header('content-disposition', `attachment; filename="entries.jsonl"`)
    return stream(context, async (out) => {
      for (let from = 0; from < size; from += STRETCH) {
        const lines = await record.book.read(from, Math.min(size, from + STRETCH))
        const told = lines.map((one) => JSON.stringify(entryBody(seenBy(stand.reader, one))))
        await out.write(`${told.join('\n')}\n`)
      }
    }) as never
  })
  app.openapi(checking, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const record = await records.read(of, which)
    const kept = await record.notes(context.req.valid('query').size)
    if (!kept)
      throw new Refusal(404, 'no-checkpoint', {
        message: 'nothing was signed over so many entries of this record',
        help: 'POST to /checkpoint signs its head'
      })
    return context.json({ size: kept.size, note: new TextDecoder().decode(kept.note) }, 200)
  })
  app.openapi(auditing, async (context) => {
    const { records } = await sources.for(context)
    const { id: of, record: which } = context.req.valid('param')
    const { shelf } = await records.read(of, which, 'audit')
    return context.json({ reads: [...(await shelf.looks(of, which))] }, 200)
  })
}

type Range = { readonly from: number; readonly to: number }

/** Entries as the reader may have them; to have seen a confidential body is noted. */
async function shown(
  record: KeptRecord,
  stand: Stand,
  { from, to }: Range
): Promise<readonly LogEntry[]> {
  if (from >= to) return []
  const entries = (await record.book.read(from, to)).map((one) => seenBy(stand.reader, one))
  if (entries.some(({ body: hidden }) => hidden !== undefined))
    await noted(record, stand, { what: 'bodies', from, to })
  return entries
}

const entryBody = ({ leaf, body: hidden }: LogEntry): { leaf: string; body?: string } => ({
  leaf: base64(leaf),
  ...(hidden ? { body: base64(hidden) } : {})
})

type Sent = SubmissionsBody['entries'][number]

/** In the order they came in; one that is no entry at all stands in no other's way. */
async function handIn(
  { book }: KeptRecord,
  sent: readonly Sent[],
  stand: Stand
): Promise<SubmittedBody[]> {
  const read = sent.map(submissionOf).map((one) => spoken(one, stand))
  const good = read.filter((one): one is Submission => 'entry' in one)
  const answers = (await book.submitAll(good))[Symbol.iterator]()
  return read.map((one) =>
    submittedBody('entry' in one ? (answers.next().value as Submitted) : one)
  )
}

/** Refused where whoever hands it in does not stand for its author's party. */
function spoken(one: Submission | Submitted, { name, speaksFor }: Stand): Submission | Submitted {
  if (!('entry' in one) || speaksFor(one.entry.author.party)) return one
  const { id: which, author } = one.entry
  const data = { party: author.party, owner: name }
  return { outcome: 'refused', problems: [{ code: 'wrong-party', id: which, data }] }
}

/** What was handed in, read strictly: an entry, and the body it commits to where it does. */
function submissionOf({ entry: told, body: given }: Sent): Submission | Submitted {
  const entry = signedEntryOf(told)
  if (!isEntry(entry)) return { outcome: 'refused', problems: [entry] }
  const refused = (why: string): Submitted => ({
    outcome: 'refused',
    problems: [{ code: 'bad-commitment', id: entry.id, data: { why } }]
  })
  const hidden = given === undefined ? undefined : bytesOf(given)
  if (given !== undefined && hidden === undefined) return refused('not-base64')
  // What nobody but its author can read cannot be judged by the record's own rules.
  if (entry.commitment !== undefined && hidden === undefined) return refused('no-body')
  return { entry, ...(hidden ? { body: hidden } : {}) }
}

/** What became of an entry, as it travels. */
export const submittedBody = (answer: Submitted): SubmittedBody =>
  answer.outcome === 'refused'
    ? {
        outcome: 'refused',
        problems: answer.problems.map(({ data, ...problem }) => ({ ...problem, data: { ...data } }))
      }
    : answer
