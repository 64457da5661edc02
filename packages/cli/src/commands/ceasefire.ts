import type { Io } from '../io.ts'
import type { Parts } from '../parts.ts'
import { helpOnPart, partLines, runPart } from '../parts.ts'

const PARTS: Parts = {
  lint: {
    about: 'what its text answers, what it leaves open, and what others did',
    load: async () =>
      import('./ceasefire-lint.ts').then(({ HELP, ceasefireLint }) => ({
        HELP,
        run: ceasefireLint
      }))
  },
  draft: {
    about: 'the text of a ceasefire as far as a case goes, with what is left to be agreed',
    load: async () =>
      import('./ceasefire-draft.ts').then(({ HELP, ceasefireDraft }) => ({
        HELP,
        run: ceasefireDraft
      }))
  },
  compare: {
    about: 'which questions to every ceasefire text an agreement answers, and where',
    load: async () =>
      import('./ceasefire-compare.ts').then(({ HELP, ceasefireCompare }) => ({
        HELP,
        run: ceasefireCompare
      }))
  },
  zones: {
    about: 'the zones that withdrawals make along their lines, on the ground',
    load: async () =>
      import('./ceasefire-zones.ts').then(({ HELP, ceasefireZones }) => ({
        HELP,
        run: ceasefireZones
      }))
  }
}

const OVERVIEW = `truce ceasefire <what> <case or file> [options]

${partLines('ceasefire', PARTS)}

truce ceasefire <what> --help says more.
`

/** The help of `truce ceasefire`, or of its part where that is named. */
export const helpOnCeasefire = async (argv: readonly string[]): Promise<string> =>
  helpOnPart(PARTS, argv, OVERVIEW)

/** `truce ceasefire <what> <case or file>`. */
export const ceasefireCommand = async (argv: readonly string[], io: Io): Promise<number> =>
  runPart({ command: 'ceasefire', parts: PARTS }, argv, io)
