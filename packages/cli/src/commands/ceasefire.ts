import { nearest } from '@truce/core/diagnostic'
import type { Io } from '../io.ts'
import { Usage } from '../io.ts'

/** One thing to do with a ceasefire. Loaded when it is asked for. */
interface Part {
  readonly about: string
  readonly load: () => Promise<{
    readonly HELP: string
    readonly run: (argv: readonly string[], io: Io) => Promise<number>
  }>
}

const PARTS: Readonly<Record<string, Part>> = {
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

${Object.entries(PARTS)
  .map(([name, { about }]) => `  truce ceasefire ${name.padEnd(8)} ${about}`)
  .join('\n')}

truce ceasefire <what> --help says more.
`

/** The help of `truce ceasefire`, or of its part where that is named. */
export async function helpOnCeasefire([what = '']: readonly string[]): Promise<string> {
  const part = Object.hasOwn(PARTS, what) ? PARTS[what] : undefined
  return part ? (await part.load()).HELP : OVERVIEW
}

/** `truce ceasefire <what> <case>`. */
export async function ceasefireCommand(argv: readonly string[], io: Io): Promise<number> {
  const [what = '', ...rest] = argv
  const part = Object.hasOwn(PARTS, what) ? PARTS[what] : undefined
  if (part) return (await part.load()).run(rest, io)
  const near = nearest(what, Object.keys(PARTS))
  throw new Usage(
    `ceasefire takes what to do: ${Object.keys(PARTS).join(', ')}${near ? `; did you mean ${near}?` : ''}`
  )
}
