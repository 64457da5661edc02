import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Access } from '../team/access/access.ts'
import { noSuchOrganisation } from '../team/access/missing.ts'
import { inOrganisation, ofInvitation } from '../team/access/schemas.ts'
import { organisationThing } from '../team/access/standing.ts'
import { signedOf } from '../team/guard.ts'
import { mustBeFresh } from '../team/identity/account.ts'
import type { Identity } from '../team/identity/identity.ts'
import { done, invitationList, invited, invitingAsLead } from '../team/identity-schemas.ts'
import { body, json, refusals } from './route.ts'

const AT = '/api/team/organisations/{organisation}/invitations'

const listing = createRoute({
  method: 'get',
  path: AT,
  summary: 'The invitations to an organisation (its leads)',
  request: { params: inOrganisation },
  responses: { 200: json(invitationList, 'the newest first'), ...refusals }
})

const inviting = createRoute({
  method: 'post',
  path: AT,
  summary: 'Invites somebody to an organisation (its leads); the link is shown this once',
  request: { params: inOrganisation, body: body(invitingAsLead) },
  responses: { 201: json(invited, 'the link to hand over'), ...refusals }
})

const withdrawing = createRoute({
  method: 'delete',
  path: `${AT}/{invitation}`,
  summary: 'Makes an open invitation to an organisation of no use (its leads)',
  request: { params: ofInvitation },
  responses: { 200: json(done, 'done'), ...refusals }
})

/** Invitations by the leads of organisations into their own. */
export function teamInvitationRoutes(app: OpenAPIHono, identity: Identity, access: Access): void {
  const { links } = identity
  const leading = async (context: Context, organisation: string) => {
    const asking = await access.asking(context)
    asking.must('manage', organisationThing(organisation), () => noSuchOrganisation(organisation))
    return {
      by: asking.asker.person,
      note: (id: string) =>
        asking.note('manage', [
          { resource: `organisation:${organisation}/invitation:${id}`, owner: organisation }
        ])
    }
  }
  app.openapi(listing, async (context) => {
    const { organisation } = context.req.valid('param')
    await leading(context, organisation)
    return context.json({ invitations: await links.invitations(organisation) }, 200)
  })
  app.openapi(inviting, async (context) => {
    const { organisation } = context.req.valid('param')
    const { email, role, days } = context.req.valid('json')
    const { by, note } = await leading(context, organisation)
    mustBeFresh(signedOf(context))
    const to = { organisation, role }
    const made = await links.invite(by, { email, days, to, administrator: false }, true)
    await note(made.id)
    return context.json(made, 201)
  })
  app.openapi(withdrawing, async (context) => {
    const { organisation, invitation } = context.req.valid('param')
    const { by, note } = await leading(context, organisation)
    mustBeFresh(signedOf(context))
    await links.withdraw(by, invitation, organisation)
    await note(invitation)
    return context.json({ done: true as const }, 200)
  })
}
