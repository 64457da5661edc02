import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../team/access/access.ts'
import {
  ofCase,
  ofPart,
  ofRecord,
  ofShare,
  partBody,
  participants,
  shareBody,
  shares
} from '../team/access/schemas.ts'
import { Sharing } from '../team/access/sharing.ts'
import { body, json, refusals } from './route.ts'

const SHARE = '/api/team/cases/{id}/shares/{kind}/{target}'
const PARTS = '/api/team/cases/{id}/records/{record}/participants'
const PART = `${PARTS}/{organisation}`

const listing = createRoute({
  method: 'get',
  path: '/api/team/cases/{id}/shares',
  summary: 'With whom a case is shared (who may share it)',
  request: { params: ofCase },
  responses: { 200: json(shares, 'every share'), ...refusals }
})

const sharing = createRoute({
  method: 'put',
  path: SHARE,
  summary: 'Shares a case with an organisation or a track (leads of its organisation)',
  request: { params: ofShare, body: body(shareBody) },
  responses: { 200: json(shares, 'every share'), ...refusals }
})

const ending = createRoute({
  method: 'delete',
  path: SHARE,
  summary: 'Ends a share at once (leads of its organisation)',
  request: { params: ofShare },
  responses: { 200: json(shares, 'what is left'), ...refusals }
})

const listingParts = createRoute({
  method: 'get',
  path: PARTS,
  summary: 'Which organisation stands for which party of a record',
  request: { params: ofRecord },
  responses: { 200: json(participants, 'every participant'), ...refusals }
})

const takingPart = createRoute({
  method: 'put',
  path: PART,
  summary:
    'Lets an organisation stand for a party of a record (leads of the organisation it belongs to)',
  request: { params: ofPart, body: body(partBody) },
  responses: { 200: json(participants, 'every participant'), ...refusals }
})

const steppingOut = createRoute({
  method: 'delete',
  path: PART,
  summary: 'Ends that an organisation takes part in a record',
  request: { params: ofPart },
  responses: { 200: json(participants, 'who is left'), ...refusals }
})

/** With whom cases are shared, and who takes part in records. */
export function teamShareRoutes(app: OpenAPIHono, access: Access): void {
  const asked = async (context: Context): Promise<Sharing> =>
    new Sharing(await access.asking(context), access.tables)
  const all = async (sharer: Sharing, id: string) => ({
    shares: (await sharer.shares(id)).map(({ kind, target, may }) => ({ kind, target, may }))
  })
  const parts = async (context: Context, of: string, record: string) => {
    const { records } = await access.for(context)
    const rows = await (await asked(context)).participants(records, of, record)
    return {
      participants: rows.map(({ organisation, party, keeps }) => ({
        organisation,
        party,
        keeps: keeps === 'yes'
      })),
      parties: await (await asked(context)).parties(records, of, record)
    }
  }
  app.openapi(listing, async (context) =>
    context.json(await all(await asked(context), context.req.valid('param').id), 200)
  )
  app.openapi(sharing, async (context) => {
    const { id, kind, target } = context.req.valid('param')
    const sharer = await asked(context)
    await sharer.share({ case_id: id, kind, target, ...context.req.valid('json') })
    return context.json(await all(sharer, id), 200)
  })
  app.openapi(ending, async (context) => {
    const { id, kind, target } = context.req.valid('param')
    const sharer = await asked(context)
    await sharer.unshare({ case_id: id, kind, target })
    return context.json(await all(sharer, id), 200)
  })
  app.openapi(listingParts, async (context) => {
    const { id, record } = context.req.valid('param')
    return context.json(await parts(context, id, record), 200)
  })
  app.openapi(takingPart, async (context) => {
    const { id, record, organisation } = context.req.valid('param')
    const { party, keeps } = context.req.valid('json')
    const { records } = await access.for(context)
    await (await asked(context)).takePart(records, {
      case_id: id,
      record,
      organisation,
      party,
      keeps: keeps ? 'yes' : 'no'
    })
    return context.json(await parts(context, id, record), 200)
  })
  app.openapi(steppingOut, async (context) => {
    const { id, record, organisation } = context.req.valid('param')
    const { records } = await access.for(context)
    await (await asked(context)).stepOut(records, { case_id: id, record, organisation })
    return context.json(await parts(context, id, record), 200)
  })
}
