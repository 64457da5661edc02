import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../team/access/access.ts'
import { Papers, type SeenPaper } from '../team/papers/papers.ts'
import {
  newKey,
  ofPaper,
  ofSeal,
  ofTrack,
  ownKeys,
  paperMade,
  papers,
  papersQuery,
  sealedBody,
  sealing,
  trackKeys
} from '../team/papers/schemas.ts'
import type { PaperKey, PaperShelf } from '../team/papers/shelf.ts'
import { body, json, refusals } from './route.ts'

const KEYS = '/api/team/keys'
const PAPERS = '/api/team/tracks/{track}/papers'
const MOST = 50

const listingKeys = createRoute({
  method: 'get',
  path: KEYS,
  summary: 'The public keys that the asker has published',
  responses: { 200: json(ownKeys, 'oldest first'), ...refusals }
})

const publishing = createRoute({
  method: 'post',
  path: KEYS,
  summary: 'Publishes a public key: papers are sealed to it from now on',
  request: { body: body(newKey) },
  responses: { 200: json(ownKeys, 'every key of the asker'), ...refusals }
})

const keysInTrack = createRoute({
  method: 'get',
  path: '/api/team/tracks/{track}/keys',
  summary: 'Who is in a track, with their public keys (its members)',
  request: { params: ofTrack },
  responses: { 200: json(trackKeys, 'by id'), ...refusals }
})

const listing = createRoute({
  method: 'get',
  path: PAPERS,
  summary: `The sealed papers of a track (its members), at most ${MOST} at once`,
  request: { params: ofTrack, query: papersQuery },
  responses: { 200: json(papers, 'newest first'), ...refusals }
})

const adding = createRoute({
  method: 'post',
  path: PAPERS,
  summary: 'Keeps a paper that the page has sealed to members of the track',
  request: { params: ofTrack, body: body(sealing) },
  responses: { 201: json(paperMade, 'the paper'), ...refusals }
})

const addingFor = createRoute({
  method: 'post',
  path: `${PAPERS}/{paper}/seals`,
  summary: 'Keeps a paper sealed anew for others in the track, by somebody who can open it',
  request: { params: ofPaper, body: body(sealing) },
  responses: { 201: json(paperMade, 'the paper'), ...refusals }
})

const opening = createRoute({
  method: 'get',
  path: `${PAPERS}/{paper}/seals/{seal}`,
  summary: 'A sealed paper, for whoever it is sealed to',
  request: { params: ofSeal },
  responses: { 200: json(sealedBody, 'as it was sealed'), ...refusals }
})

/** Public keys of people, and papers that were sealed to them. */
export function teamPaperRoutes(app: OpenAPIHono, access: Access, shelf: PaperShelf): void {
  const asked = async (context: Context): Promise<Papers> =>
    new Papers({ asking: await access.asking(context), tables: access.tables, shelf })
  app.openapi(listingKeys, async (context) =>
    context.json({ keys: (await (await asked(context)).ownKeys()).map(told) }, 200)
  )
  app.openapi(publishing, async (context) => {
    const { key } = context.req.valid('json')
    return context.json({ keys: (await (await asked(context)).publish(key)).map(told) }, 200)
  })
  app.openapi(keysInTrack, async (context) => {
    const found = await (await asked(context)).members(context.req.valid('param').track)
    const names = await access.names(found.map(({ person }) => person))
    const members = found.map(({ person, keys }) => ({
      person,
      name: names.get(person) ?? null,
      keys: keys.map(told)
    }))
    return context.json({ members }, 200)
  })
  app.openapi(listing, async (context) => {
    const { before } = context.req.valid('query')
    const all = await (await asked(context)).list(
      context.req.valid('param').track,
      before,
      MOST + 1
    )
    const found = all.slice(0, MOST)
    return context.json({ papers: await named(access, found), more: all.length > MOST }, 200)
  })
  app.openapi(adding, async (context) => {
    const { track } = context.req.valid('param')
    return context.json(await (await asked(context)).add(track, context.req.valid('json')), 201)
  })
  app.openapi(addingFor, async (context) => {
    const { track, paper } = context.req.valid('param')
    const sealing = context.req.valid('json')
    return context.json(await (await asked(context)).addFor(track, paper, sealing), 201)
  })
  app.openapi(opening, async (context) => {
    const { track, paper, seal } = context.req.valid('param')
    return context.json(await (await asked(context)).open(track, paper, seal), 200)
  })
}

const told = ({ number, key, at }: PaperKey) => ({ number, key, at })

async function named(access: Access, found: readonly SeenPaper[]) {
  const seals = found.flatMap((paper) => paper.seals)
  const people = seals.flatMap(({ by, to }) => [by, ...to.map(({ person }) => person)])
  const names = await access.names([...new Set(people)])
  const nameOf = (person: string): string | null => names.get(person) ?? null
  return found.map(({ id, seals, mine }) => ({
    id,
    mine,
    seals: seals.map(({ number, by, at, size, to }) => ({
      ...{ number, by, name: nameOf(by), at, size },
      to: to.map(({ person, key }) => ({ person, name: nameOf(person), key }))
    }))
  }))
}
