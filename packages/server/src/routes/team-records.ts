import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { KeptRecord } from '../records/kept-record.ts'
import type { RecordVerb } from '../records/reader.ts'
import { Refusal } from '../refusal.ts'
import type { Access } from '../team/access/access.ts'
import { ownRecords } from '../team/access/schemas.ts'
import { caseThing, recordThing } from '../team/access/standing.ts'
import type { RowOf } from '../team/access/tables.ts'
import { eachOf, json, refusals } from './route.ts'

const BESIDES = ['text', 'file', 'keep'] as const satisfies readonly RecordVerb[]

const listing = createRoute({
  method: 'get',
  path: '/api/team/records',
  summary:
    'The records in which an organisation of the asker takes part, and what they may do there',
  responses: { 200: json(ownRecords, 'by case and record'), ...refusals }
})

/** The records that one takes part in, also those of cases that one may not read. */
export function teamRecordRoutes(app: OpenAPIHono, access: Access): void {
  app.openapi(listing, async (context) => {
    const { facts } = await access.asking(context)
    const parts = facts.parts.toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
    const cases = [...new Set(parts.map((part) => part.case_id))]
    const found = new Map(
      (await eachOf(cases, (of) => recordsOf(context, of)))
        .flat()
        .map((record) => [`${record.of}/${record.id}`, record])
    )
    const records = parts.flatMap((part) => {
      const record = found.get(placeOf(part))
      if (!record) return []
      const { case_id: of, record: id, organisation, party } = part
      const may = BESIDES.filter((verb) => facts.can(verb, recordThing(of, id)))
      const name = record.book.state.source.parties.get(party)?.name ?? party
      const title = record.opening?.title ?? ''
      const case_ = { case: of, readsCase: facts.can('read', caseThing(of)) }
      return [{ ...case_, record: id, title, organisation, party, name, may }]
    })
    return context.json({ records }, 200)
  })

  /** Those of a case that was set aside are none. */
  async function recordsOf(context: Context, of: string): Promise<readonly KeptRecord[]> {
    const { records } = await access.for(context)
    return records.list(of).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
  }
}

const placeOf = ({ case_id, record }: RowOf<'participant'>): string => `${case_id}/${record}`

const isMissing = (error: unknown): boolean =>
  error instanceof Refusal
    ? error.status === 404
    : error instanceof Error && 'code' in error && error.code === 'no-such-case'
