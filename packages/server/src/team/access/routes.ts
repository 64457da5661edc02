import type { OpenAPIHono } from '@hono/zod-openapi'
import { teamAcquaintanceRoutes } from '../../routes/team-acquaintance.ts'
import { teamAuditRoutes } from '../../routes/team-audit.ts'
import { teamOrganisationRoutes } from '../../routes/team-organisations.ts'
import { teamRecordRoutes } from '../../routes/team-records.ts'
import { teamShareRoutes } from '../../routes/team-shares.ts'
import type { Access } from './access.ts'

/** All routes of access, for the application of a team. */
export function teamRoutes(app: OpenAPIHono, access: Access): void {
  teamOrganisationRoutes(app, access)
  teamAcquaintanceRoutes(app, access)
  teamRecordRoutes(app, access)
  teamShareRoutes(app, access)
  teamAuditRoutes(app, access)
}
