import type { Io } from '../io.ts'
import type { Parts } from '../parts.ts'
import { helpOnPart, partLines, runPart } from '../parts.ts'

const PARTS: Parts = {
  adopt: {
    about: 'gives cases that came from a copied workspace to an organisation',
    load: async () => import('./team-adopt.ts')
  },
  recover: {
    about: 'a way back in, made on the server’s own machine',
    load: async () => import('./team-recover.ts')
  }
}

const OVERVIEW = `truce team <what> [options]

${partLines('team', PARTS)}

For whoever runs the server of a team; truce serve --help says how it is started. truce team <what> --help says more.
`

/** The help of `truce team`, or of its part where that is named. */
export const helpOnTeam = async (argv: readonly string[]): Promise<string> =>
  helpOnPart(PARTS, argv, OVERVIEW)

/** `truce team <what>`. */
export const teamCommand = async (argv: readonly string[], io: Io): Promise<number> =>
  runPart({ command: 'team', parts: PARTS }, argv, io)
