import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { signedOf } from '../team/guard.ts'
import { mustBeFresh } from '../team/identity/account.ts'
import type { Identity } from '../team/identity/identity.ts'
import { deeds } from '../team/identity/log.ts'
import {
  appointing,
  deedList,
  deedsAsked,
  done,
  idParam,
  invitationList,
  invited,
  inviting,
  peopleList,
  recovering,
  recoveryAsked,
  recoveryLink,
  recoveryList,
  suspending
} from '../team/identity-schemas.ts'
import type { Person } from '../team/person.ts'
import { body, json, refusals } from './route.ts'

const DONE = { 200: json(done, 'done'), ...refusals }
const request = { params: idParam }
const AT = '/api/administration'

const people = createRoute({
  method: 'get',
  path: `${AT}/people`,
  summary: 'Everybody with an account',
  responses: { 200: json(peopleList, 'by e-mail address'), ...refusals }
})

const suspend = createRoute({
  method: 'put',
  path: `${AT}/people/{id}/suspended`,
  summary: 'Keeps a person out at once, or lets them in again',
  request: { ...request, body: body(suspending) },
  responses: DONE
})

const appoint = createRoute({
  method: 'put',
  path: `${AT}/people/{id}/administrator`,
  summary: 'Makes a person an administrator, or one no longer',
  request: { ...request, body: body(appointing) },
  responses: DONE
})

const signOut = createRoute({
  method: 'delete',
  path: `${AT}/people/{id}/sessions`,
  summary: 'Ends all sessions of a person',
  request,
  responses: DONE
})

const invitations = createRoute({
  method: 'get',
  path: `${AT}/invitations`,
  summary: 'All invitations',
  responses: { 200: json(invitationList, 'the newest first'), ...refusals }
})

const invite = createRoute({
  method: 'post',
  path: `${AT}/invitations`,
  summary: 'Invites somebody, or the first lead of an organisation; the link is shown this once',
  request: { body: body(inviting) },
  responses: { 201: json(invited, 'the link to hand over'), ...refusals }
})

const withdraw = createRoute({
  method: 'delete',
  path: `${AT}/invitations/{id}`,
  summary: 'Makes an open invitation of no use',
  request,
  responses: DONE
})

const recoveries = createRoute({
  method: 'get',
  path: `${AT}/recoveries`,
  summary: 'The recoveries that wait for a second administrator',
  responses: { 200: json(recoveryList, 'the oldest first'), ...refusals }
})

const recover = createRoute({
  method: 'post',
  path: `${AT}/recoveries`,
  summary: 'Asks for the recovery of a person, as the first of two administrators',
  request: { body: body(recovering) },
  responses: { 201: json(recoveryAsked, 'it waits for the second'), ...refusals }
})

const approve = createRoute({
  method: 'post',
  path: `${AT}/recoveries/{id}`,
  summary: 'Agrees to a recovery, as the second administrator; the link is shown this once',
  request,
  responses: { 200: json(recoveryLink, 'the link to hand over'), ...refusals }
})

const refuse = createRoute({
  method: 'delete',
  path: `${AT}/recoveries/{id}`,
  summary: 'Says no to a recovery',
  request,
  responses: DONE
})

const log = createRoute({
  method: 'get',
  path: `${AT}/deeds`,
  summary: 'What administrators did, and the server itself',
  request: { query: deedsAsked },
  responses: { 200: json(deedList, 'the newest first'), ...refusals }
})

const YES = { done: true as const }

/** Who administers, in a session whose second factor was shown not long ago. */
function administratorOf(context: Context): Person {
  const signed = signedOf(context)
  mustBeFresh(signed)
  return signed.person
}

/** What administrators do. The guard before the routes lets nobody else come here. */
export function teamAdministrationRoutes(app: OpenAPIHono, identity: Identity): void {
  peopleRoutes(app, identity)
  invitationRoutes(app, identity)
  recoveryRoutes(app, identity)
  const { database } = identity.ground
  app.openapi(log, async (context) => {
    const { before, most } = context.req.valid('query')
    const found = await deeds((sql, values) => database.run(sql, values), before, most)
    return context.json({ deeds: found }, 200)
  })
}

function peopleRoutes(app: OpenAPIHono, identity: Identity): void {
  app.openapi(people, async (context) =>
    context.json({ people: await identity.people.list() }, 200)
  )
  app.openapi(suspend, async (context) => {
    const { suspended } = context.req.valid('json')
    const { id } = context.req.valid('param')
    await identity.people.suspend(administratorOf(context), id, suspended)
    return context.json(YES, 200)
  })
  app.openapi(appoint, async (context) => {
    const { administrator } = context.req.valid('json')
    const { id } = context.req.valid('param')
    await identity.people.appoint(administratorOf(context), id, administrator)
    return context.json(YES, 200)
  })
  app.openapi(signOut, async (context) => {
    await identity.people.signOut(administratorOf(context), context.req.valid('param').id)
    return context.json(YES, 200)
  })
}

function invitationRoutes(app: OpenAPIHono, { links }: Identity): void {
  app.openapi(invitations, async (context) =>
    context.json({ invitations: await links.invitations() }, 200)
  )
  app.openapi(invite, async (context) => {
    const { organisation, ...wish } = context.req.valid('json')
    const to = organisation === undefined ? undefined : ({ organisation, role: 'lead' } as const)
    return context.json(await links.invite(administratorOf(context), { ...wish, to }), 201)
  })
  app.openapi(withdraw, async (context) => {
    await links.withdraw(administratorOf(context), context.req.valid('param').id)
    return context.json(YES, 200)
  })
}

function recoveryRoutes(app: OpenAPIHono, { recovery }: Identity): void {
  app.openapi(recoveries, async (context) =>
    context.json({ recoveries: await recovery.list() }, 200)
  )
  app.openapi(recover, async (context) => {
    const { person, because } = context.req.valid('json')
    return context.json({ id: await recovery.ask(administratorOf(context), person, because) }, 201)
  })
  app.openapi(approve, async (context) => {
    const { id } = context.req.valid('param')
    return context.json({ link: await recovery.approve(administratorOf(context), id) }, 200)
  })
  app.openapi(refuse, async (context) => {
    await recovery.refuse(administratorOf(context), context.req.valid('param').id)
    return context.json(YES, 200)
  })
}
