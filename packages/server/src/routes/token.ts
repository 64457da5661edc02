import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import { Refusal } from '../refusal.ts'
import { tokenBody } from '../schemas.ts'
import { json, refusals } from './route.ts'

/** Only a page's own script can set it: from elsewhere a browser asks first, and is not answered. */
const PAGE_HEADER = 'x-truce-page'

const renewing = createRoute({
  method: 'get',
  path: '/api/token',
  summary: `The token of this run, for a page that outlived the last one (needs the header ${PAGE_HEADER})`,
  responses: { 200: json(tokenBody, 'the token'), ...refusals }
})

/**
 * Gives the page the token of this run, as its first load did: to scripts of this origin alone. The
 * door has refused what a browser says comes from elsewhere; here an address typed by hand, a link
 * or a frame are refused as well.
 */
export function tokenRoutes(app: OpenAPIHono, token: string): void {
  app.openapi(renewing, (context) => {
    const site = context.req.header('sec-fetch-site') ?? 'same-origin'
    if (site !== 'same-origin' || context.req.header(PAGE_HEADER) === undefined)
      throw new Refusal(403, 'origin', {
        message: 'the token is for the page of the workbench alone',
        help: 'open the workbench at /'
      })
    return context.json({ token }, 200)
  })
}
