import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../team/access/access.ts'
import { Acquaintance } from '../team/access/acquaintance.ts'
import {
  candidates,
  inOrganisation,
  inTrack,
  introduced,
  introductions
} from '../team/access/schemas.ts'
import { body, json, refusals } from './route.ts'

const OWN = '/api/team/introductions'
const TO = `${OWN}/{organisation}`

const offering = createRoute({
  method: 'get',
  path: '/api/team/tracks/{track}/candidates',
  summary:
    'Whom one may take into a track (leads of the track): those one knows by name already, and those who made themselves known',
  request: { params: inTrack },
  responses: { 200: json(candidates, 'by id'), ...refusals }
})

const listing = createRoute({
  method: 'get',
  path: OWN,
  summary: 'To which organisations that mediate the asker has made themselves known',
  responses: { 200: json(introductions, 'by organisation'), ...refusals }
})

const introducing = createRoute({
  method: 'put',
  path: TO,
  summary: 'The asker makes themselves known by name to an organisation that mediates',
  request: { params: inOrganisation, body: body(introduced) },
  responses: { 200: json(introductions, 'all of the asker'), ...refusals }
})

const withdrawing = createRoute({
  method: 'delete',
  path: TO,
  summary: 'The asker takes that back',
  request: { params: inOrganisation },
  responses: { 200: json(introductions, 'what is left'), ...refusals }
})

/** Who is known to whom by name. */
export function teamAcquaintanceRoutes(app: OpenAPIHono, access: Access): void {
  const asked = async (context: Context): Promise<Acquaintance> =>
    new Acquaintance(await access.asking(context), access.tables)
  const own = async (one: Acquaintance) => ({
    introductions: (await one.own()).map(({ organisation, home }) => ({ organisation, home }))
  })
  app.openapi(offering, async (context) => {
    const found = await (await asked(context)).candidates(context.req.valid('param').track)
    const names = await access.names([...new Set(found.map(({ person }) => person))])
    // Somebody without a name has no account any more.
    const people = found.flatMap((one) => {
      const name = names.get(one.person)
      return name === undefined ? [] : [{ ...one, name }]
    })
    return context.json({ people }, 200)
  })
  app.openapi(listing, async (context) => context.json(await own(await asked(context)), 200))
  app.openapi(introducing, async (context) => {
    const one = await asked(context)
    await one.introduce(context.req.valid('param').organisation, context.req.valid('json').home)
    return context.json(await own(one), 200)
  })
  app.openapi(withdrawing, async (context) => {
    const one = await asked(context)
    await one.withdraw(context.req.valid('param').organisation)
    return context.json(await own(one), 200)
  })
}
