import { LOG_LEVELS, type LogLevel, type ServeTeamOptions } from '@truce/server/team'
import { type Args, several } from './args.ts'
import { EXIT, type Io, Usage } from './io.ts'
import { defaultSecrets } from './places.ts'

/** What the command has found already. */
export interface Around
  extends Pick<
    ServeTeamOptions,
    'web' | 'library' | 'startingCase' | 'readyAfter' | 'report' | 'port'
  > {
  /** Resolves once it is to end. */
  readonly ended: Promise<void>
}

/** `truce serve --database`: exit 0 once ended, 1 when it cannot start. */
export async function serveForTeam(args: Args, io: Io, around: Around): Promise<number> {
  const { ended, ...rest } = around
  const { origin, oidc, address, metrics } = args.values
  if (typeof origin !== 'string')
    throw new Usage(
      'a team needs --origin, where people reach the server: https://truce.example.org'
    )
  const { serveTeam } = await import('@truce/server/team')
  const serving = await serveTeam({
    ...rest,
    ...placesOf(args),
    ...(typeof oidc === 'string' ? { oidc } : {}),
    ...(typeof metrics === 'string' ? { metrics } : {}),
    log: { level: levelOf(args), write: (line) => void io.stderr(line) },
    origin,
    behind: several(args, 'behind'),
    address: typeof address === 'string' ? address : '127.0.0.1'
  })
  io.stdout(`Truce answers for ${origin} at ${serving.at}\n`)
  if (serving.metrics !== undefined) io.stdout(`counts are at ${serving.metrics}\n`)
  if (serving.setup !== undefined) io.stdout(setupLines(serving.setup))
  io.stderr('Ctrl-C ends it\n')
  await ended
  await serving.close()
  io.stderr('ended; everything is saved\n')
  return EXIT.done
}

/** The database and the secret, as each command of a team finds them. */
export function placesOf(
  args: Args
): Pick<ServeTeamOptions, 'database' | 'secrets' | 'environment'> {
  const { database, secrets } = args.values
  return {
    database: typeof database === 'string' ? database : '',
    secrets: typeof secrets === 'string' ? secrets : defaultSecrets(),
    environment: process.env
  }
}

/** How much is written about requests. */
function levelOf(args: Args): LogLevel {
  const asked = args.values['log'] ?? 'info'
  const level = LOG_LEVELS.find((one) => one === asked)
  if (level === undefined)
    throw new Usage(`--log takes ${LOG_LEVELS.join(', ')}, and not ${JSON.stringify(asked)}`)
  return level
}

const setupLines = (link: string): string =>
  `There is no administrator yet. Whoever opens this link first becomes one; it is of use once, for 24 hours:\n  ${link}\n`
