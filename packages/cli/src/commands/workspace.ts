import type { Io } from '../io.ts'
import type { Parts } from '../parts.ts'
import { helpOnPart, partLines, runPart } from '../parts.ts'

const PARTS: Parts = {
  copy: {
    about: 'copy all cases and records between folders and PostgreSQL, with every version',
    load: async () => import('./workspace-copy.ts')
  }
}

const OVERVIEW = `truce workspace <what> [options]

${partLines('workspace', PARTS)}

truce workspace <what> --help says more.
`

/** The help of `truce workspace`, or of its part where that is named. */
export const helpOnWorkspace = async (argv: readonly string[]): Promise<string> =>
  helpOnPart(PARTS, argv, OVERVIEW)

/** `truce workspace <what>`. */
export const workspaceCommand = async (argv: readonly string[], io: Io): Promise<number> =>
  runPart({ command: 'workspace', parts: PARTS }, argv, io)
