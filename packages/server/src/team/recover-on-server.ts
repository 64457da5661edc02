import { Team, type TeamOptions } from './team.ts'

/** Whose way back in, and on what ground. */
export interface RecoverOnServer extends Pick<TeamOptions, 'database' | 'origin' | 'secrets'> {
  readonly email: string
  /** Whether none of the administrators that there are can act. */
  readonly noneCan: boolean
  readonly environment: TeamOptions['environment']
}

/**
 * A link with which a person gets back in, made on the server's own machine. What administrators
 * did says so.
 */
export async function recoverOnServer(options: RecoverOnServer): Promise<string> {
  const { email, noneCan, ...rest } = options
  const team = await Team.open({ ...rest, behind: [], report: () => undefined })
  try {
    return await team.identity.recovery.onServer(email, noneCan)
  } finally {
    await team.close()
  }
}
