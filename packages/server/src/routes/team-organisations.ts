import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../team/access/access.ts'
import { Organisations } from '../team/access/organisations.ts'
import {
  forOrganisation,
  inOrganisation,
  inTrack,
  members,
  newOrganisation,
  newTrack,
  ofMember,
  ofTrackMember,
  organisationBody,
  organisations,
  roleBody,
  trackBody,
  trackMembers,
  tracks
} from '../team/access/schemas.ts'
import type { RowOf } from '../team/access/tables.ts'
import { body, json, refusals } from './route.ts'

const ORGANISATIONS = '/api/team/organisations'
const TRACKS = '/api/team/tracks'
const MEMBER = `${ORGANISATIONS}/{organisation}/members/{person}`
const IN_TRACK = `${TRACKS}/{track}/members/{person}`

const listing = createRoute({
  method: 'get',
  path: ORGANISATIONS,
  summary: 'The organisations that the asker may know of',
  responses: { 200: json(organisations, 'by id'), ...refusals }
})

const making = createRoute({
  method: 'post',
  path: ORGANISATIONS,
  summary: 'Makes an organisation with its first lead (administrators)',
  request: { body: body(newOrganisation) },
  responses: { 201: json(organisationBody, 'the organisation'), ...refusals }
})

const looking = createRoute({
  method: 'get',
  path: `${ORGANISATIONS}/{organisation}/members`,
  summary: 'The members of an organisation, for its members',
  request: { params: inOrganisation },
  responses: { 200: json(members, 'by id'), ...refusals }
})

const entering = createRoute({
  method: 'put',
  path: MEMBER,
  summary: 'Gives a person a role in an organisation (its leads)',
  request: { params: ofMember, body: body(roleBody) },
  responses: { 200: json(roleBody, 'the role'), ...refusals }
})

const leaving = createRoute({
  method: 'delete',
  path: MEMBER,
  summary: 'Ends a membership, and all that came by it (its leads)',
  request: { params: ofMember },
  responses: { 200: json(members, 'who is left'), ...refusals }
})

const listingTracks = createRoute({
  method: 'get',
  path: TRACKS,
  summary: 'The tracks that the asker is in or leads',
  responses: { 200: json(tracks, 'by id'), ...refusals }
})

const opening = createRoute({
  method: 'post',
  path: TRACKS,
  summary: 'Opens a track (leads of an organisation that mediates)',
  request: { body: body(newTrack) },
  responses: { 201: json(trackBody, 'the track'), ...refusals }
})

const lookingInTrack = createRoute({
  method: 'get',
  path: `${TRACKS}/{track}/members`,
  summary: 'Who is in a track, for those who are in it or lead it',
  request: { params: inTrack },
  responses: { 200: json(trackMembers, 'by id'), ...refusals }
})

const admitting = createRoute({
  method: 'put',
  path: IN_TRACK,
  summary: 'Takes a person into a track for their organisation (leads of the track)',
  request: { params: ofTrackMember, body: body(forOrganisation) },
  responses: { 200: json(trackMembers, 'who is in it'), ...refusals }
})

const dismissing = createRoute({
  method: 'delete',
  path: IN_TRACK,
  summary: 'Takes a person out of a track (leads of the track)',
  request: { params: ofTrackMember },
  responses: { 200: json(trackMembers, 'who is left'), ...refusals }
})

/** Organisations and tracks, and who is in them. */
export function teamOrganisationRoutes(app: OpenAPIHono, access: Access): void {
  const asked = async (context: Context): Promise<Organisations> =>
    new Organisations(await access.asking(context), access.tables)
  const membersOf = async (all: Organisations, organisation: string) => ({
    members: await named(access, await all.members(organisation), ({ role }) => ({ role }))
  })
  const inTrackOf = async (all: Organisations, track: string) => ({
    members: await named(access, await all.inTrack(track), ({ organisation }) => ({ organisation }))
  })
  app.openapi(listing, async (context) =>
    context.json({ organisations: [...(await (await asked(context)).seen())] }, 200)
  )
  app.openapi(making, async (context) =>
    context.json(await (await asked(context)).make(context.req.valid('json')), 201)
  )
  app.openapi(looking, async (context) => {
    const { organisation } = context.req.valid('param')
    return context.json(await membersOf(await asked(context), organisation), 200)
  })
  app.openapi(entering, async (context) => {
    const { role } = context.req.valid('json')
    await (await asked(context)).enter({ ...context.req.valid('param'), role })
    return context.json({ role }, 200)
  })
  app.openapi(leaving, async (context) => {
    const { organisation, person } = context.req.valid('param')
    const all = await asked(context)
    await all.leave(organisation, person)
    return context.json(await membersOf(all, organisation), 200)
  })
  app.openapi(listingTracks, async (context) =>
    context.json({ tracks: [...(await (await asked(context)).tracks())] }, 200)
  )
  app.openapi(opening, async (context) =>
    context.json(await (await asked(context)).open(context.req.valid('json')), 201)
  )
  app.openapi(lookingInTrack, async (context) => {
    const { track } = context.req.valid('param')
    return context.json(await inTrackOf(await asked(context), track), 200)
  })
  app.openapi(admitting, async (context) => {
    const { track, person } = context.req.valid('param')
    const all = await asked(context)
    await all.admit({ track, person, ...context.req.valid('json') })
    return context.json(await inTrackOf(all, track), 200)
  })
  app.openapi(dismissing, async (context) => {
    const { track, person } = context.req.valid('param')
    const all = await asked(context)
    await all.dismiss(track, person)
    return context.json(await inTrackOf(all, track), 200)
  })
}

/** Rows about people, with their names. */
async function named<R extends RowOf<'member'> | RowOf<'trackmember'>, T extends object>(
  access: Access,
  rows: readonly R[],
  told: (row: R) => T
): Promise<(T & { person: string; name: string | null })[]> {
  const names = await access.names(rows.map(({ person }) => person))
  return rows.map((row) => ({
    person: row.person,
    name: names.get(row.person) ?? null,
    ...told(row)
  }))
}
