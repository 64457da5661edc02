import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { originOf } from '../team/guard.ts'
import type { Identity } from '../team/identity/identity.ts'
import { linkRead, linkSent, linkUsed, waiting } from '../team/identity-schemas.ts'
import { cookies } from '../team/session-cookie.ts'
import { body, json, refusals } from './route.ts'

const reading = createRoute({
  method: 'post',
  path: '/api/links/read',
  summary: 'What a link is for: the first administrator, an invitation, or a way back in',
  request: { body: body(linkSent) },
  responses: { 200: json(linkRead, 'for whom'), ...refusals }
})

const using = createRoute({
  method: 'post',
  path: '/api/links/use',
  summary: 'Uses a link, once: makes an account, or gives one another password',
  request: { body: body(linkUsed) },
  responses: { 200: json(waiting, 'a second factor is to be set up next'), ...refusals }
})

/** Links that were handed over. */
export function teamLinkRoutes(app: OpenAPIHono, { welcome, attempts, ground }: Identity): void {
  const cookie = cookies(ground.keys.cookies)
  app.openapi(reading, async (context) => {
    const claimed = await attempts.byAddress(originOf(context).address)
    const link = await welcome.read(context.req.valid('json').token)
    await claimed.worked()
    return context.json(link, 200)
  })
  app.openapi(using, async (context) => {
    const from = originOf(context)
    const claimed = await attempts.byAddress(from.address)
    const token = await welcome.use(context.req.valid('json'), from)
    await claimed.worked()
    await cookie.waiting(context, token)
    return context.json({ next: 'set-up' as const, ways: [] }, 200)
  })
}
