import { nearest } from '@truce/core/diagnostic'
import type { Io } from '../io.ts'
import { Usage } from '../io.ts'

/** What is done about the text of a ceasefire. Loaded when it is asked for. */
interface Task {
  readonly about: string
  readonly load: () => Promise<{
    readonly HELP: string
    readonly run: (argv: readonly string[], io: Io) => Promise<number>
  }>
}

const TASKS: Readonly<Record<string, Task>> = {
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
  }
}

const OVERVIEW = `truce ceasefire <what> <case or file> [options]

${Object.entries(TASKS)
  .map(([name, { about }]) => `  truce ceasefire ${name.padEnd(10)} ${about}`)
  .join('\n')}

truce ceasefire <what> --help says more.
`

/** The help of `truce ceasefire`, or of what is to be done where that is named. */
export async function helpOnCeasefire([what = '']: readonly string[]): Promise<string> {
  const task = Object.hasOwn(TASKS, what) ? TASKS[what] : undefined
  return task ? (await task.load()).HELP : OVERVIEW
}

/** `truce ceasefire <what> <case or file>`. */
export async function ceasefireCommand(argv: readonly string[], io: Io): Promise<number> {
  const [what = '', ...rest] = argv
  const task = Object.hasOwn(TASKS, what) ? TASKS[what] : undefined
  if (task) return (await task.load()).run(rest, io)
  const near = nearest(what, Object.keys(TASKS))
  throw new Usage(
    `ceasefire takes what to do: ${Object.keys(TASKS).join(', ')}${near ? `; did you mean ${near}?` : ''}`
  )
}
