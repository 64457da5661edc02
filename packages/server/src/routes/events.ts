import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import type { CaseChange } from '@truce/core'
import { recordId } from '../record-schemas.ts'
import { id } from '../schemas.ts'
import type { SourcesFor } from './route.ts'
import { refusals } from './route.ts'
import { Streams } from './streams.ts'

const MOST = 100
/** Those who follow a record of one person's server are not only pages of that computer. */
const MOST_OF_RECORDS = 1000

const following = createRoute({
  method: 'get',
  path: '/api/cases/{id}/events',
  summary:
    'Server-sent events: `open` at once, `changed` for every new newest version, saved here or made outside, `record` for every new entry of a record of the case',
  request: { params: z.strictObject({ id }) },
  responses: {
    200: {
      description: 'data: {id, version, hash, origin}; of `record`: {record, size, now}',
      content: { 'text/event-stream': { schema: z.string() } }
    },
    ...refusals
  }
})

const listening = createRoute({
  method: 'get',
  path: '/api/cases/{id}/records/{record}/events',
  summary: 'Server-sent events: `open` at once, `record` for every new entry of a record',
  request: { params: z.strictObject({ id, record: recordId }) },
  responses: {
    200: {
      description: 'data: {record, size, now}: how many entries there are, and the record’s hour',
      content: { 'text/event-stream': { schema: z.string() } }
    },
    ...refusals
  }
})

/** Tells pages that a case or a record of it has changed. */
export function eventRoutes(app: OpenAPIHono, sources: SourcesFor): void {
  const [pages, listeners] = [new Streams(MOST), new Streams(MOST_OF_RECORDS, MOST)]
  app.openapi(following, async (context) => {
    const mine = await sources.for(context)
    const { workspace, records, company } = mine
    const one = context.req.valid('param').id
    // Followed first and read then: a save in between is in one of the two.
    const early: CaseChange[] = []
    let told = (change: CaseChange): void => void early.push(change)
    const unfollow = await workspace.follow(one, (change) => told(change))
    try {
      const { version, hash } = await workspace.read(one)
      return await pages.answer(
        context,
        { first: { id: one, version, hash }, ...mine },
        async (tell) => {
          told = (change) => (change.version > version ? tell('changed', change) : undefined)
          early.forEach(told)
          const stops = [
            unfollow,
            records.follow(one, (news) => tell('record', news)),
            ...(company ? [company(one, (here) => tell('here', here))] : [])
          ]
          return () => stops.forEach((stop) => void stop())
        }
      )
    } catch (error) {
      unfollow()
      throw error
    }
  })
  app.openapi(listening, async (context) => {
    const { id: one, record: which } = context.req.valid('param')
    const mine = await sources.for(context)
    const record = await mine.records.read(one, which)
    const first = record.news()
    return listeners.answer(context, { first, ...mine }, async (tell) =>
      mine.records.listen(record, (news) => tell('record', news), first.size)
    )
  })
}
