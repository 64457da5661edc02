import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { noSuchCase } from '@truce/host/workspace'
import type { Context } from 'hono'
import type { Access } from '../team/access/access.ts'
import { actNames } from '../team/access/act-names.ts'
import { notAllowed } from '../team/access/asking.ts'
import { noSuchOrganisation } from '../team/access/missing.ts'
import { acts, actsQuery, here, inOrganisation, me, ofCase } from '../team/access/schemas.ts'
import { caseThing, organisationThing, SERVER } from '../team/access/standing.ts'
import { json, refusals } from './route.ts'

const MOST = 200
const BESIDES = ['write', 'create', 'remove', 'share', 'audit'] as const

const asking = createRoute({
  method: 'get',
  path: '/api/team/me',
  summary: 'Who asks, in which organisations, and what they may do with which case and record',
  responses: { 200: json(me, 'the person'), ...refusals }
})

const auditing = createRoute({
  method: 'get',
  path: '/api/team/organisations/{organisation}/acts',
  summary: `Who did what with the papers of an organisation (its leads), at most ${MOST} at once`,
  request: { params: inOrganisation, query: actsQuery },
  responses: { 200: json(acts, 'newest first'), ...refusals }
})

const administering = createRoute({
  method: 'get',
  path: '/api/team/acts',
  summary: `What administrators did (administrators), at most ${MOST} at once`,
  request: { query: actsQuery },
  responses: { 200: json(acts, 'newest first'), ...refusals }
})

const present = createRoute({
  method: 'get',
  path: '/api/team/cases/{id}/here',
  summary: 'Who follows a case at this moment, as far as the asker may know them',
  request: { params: ofCase },
  responses: { 200: json(here, 'by id'), ...refusals }
})

/** Who asks, who is here, and who did what. */
export function teamAuditRoutes(app: OpenAPIHono, access: Access): void {
  const told = async (
    context: Context,
    organisation: string | null,
    before: number | undefined
  ) => {
    const found = await access.tables.acts({ organisation, before, most: MOST })
    const names = await access.names([...new Set(found.map(({ person }) => person))])
    return {
      acts: found.map(({ organisation: _, ...act }) => ({
        ...act,
        name: names.get(act.person) ?? null
      })),
      names: await actNames(await access.naming(context), found)
    }
  }
  app.openapi(asking, async (context) => {
    const { facts, asker } = await access.asking(context)
    const { id, name, administrator } = asker.person
    const mine = await access.tables.find('organisation', { id: [...facts.roles.keys()] })
    const organisations = mine.flatMap((one) => {
      const role = facts.roles.get(one.id)
      return role ? [{ ...one, role }] : []
    })
    const cases = [...facts.cases].sort().flatMap((one) => {
      const organisation = facts.owners.get(one)
      const may = BESIDES.filter((verb) => facts.can(verb, caseThing(one)))
      const through = facts.shares.flatMap(({ case_id, kind, target }) =>
        case_id === one ? [{ kind, target }] : []
      )
      return organisation ? [{ id: one, organisation, may, through }] : []
    })
    const records = facts.parts.map(({ case_id, record, organisation, party }) => ({
      case: case_id,
      record,
      organisation,
      party
    }))
    return context.json({ id, name, administrator, organisations, cases, records }, 200)
  })
  app.openapi(auditing, async (context) => {
    const { organisation } = context.req.valid('param')
    const who = await access.asking(context)
    who.must('audit', organisationThing(organisation), () => noSuchOrganisation(organisation))
    return context.json(await told(context, organisation, context.req.valid('query').before), 200)
  })
  app.openapi(administering, async (context) => {
    if (!(await access.asking(context)).can('audit', SERVER)) throw notAllowed()
    return context.json(await told(context, null, context.req.valid('query').before), 200)
  })
  app.openapi(present, async (context) => {
    const { id } = context.req.valid('param')
    const who = await access.asking(context)
    who.must('read', caseThing(id), () => noSuchCase(id))
    return context.json({ people: [...(await access.presence.seenBy(id, who.facts)).people] }, 200)
  })
}
