import { nearest } from '@truce/core/diagnostic'
import { VERSION } from '@truce/core/model'
import type { Io } from './io.ts'
import { EXIT, processIo, Usage } from './io.ts'

/** A command: its help, and what runs it. Loaded when it is asked for, so that each starts fast. */
interface Command {
  readonly about: string
  readonly load: () => Promise<Loaded>
}

interface Loaded {
  /** The help, where it hangs on what follows the command found from that. */
  readonly HELP: string | ((argv: readonly string[]) => Promise<string>)
  readonly run: (argv: readonly string[], io: Io) => Promise<number>
}

const COMMANDS: Readonly<Record<string, Command>> = {
  check: {
    about: 'read a case, look for mistakes, judge every proposal',
    load: async () =>
      import('./commands/check.ts').then(({ HELP, checkCommand }) => ({ HELP, run: checkCommand }))
  },
  solve: {
    about: 'which outcomes would hold, which packages are best for all, what it hangs on',
    load: async () =>
      import('./commands/solve.ts').then(({ helpOnSolve, solveCommand }) => ({
        HELP: helpOnSolve,
        run: solveCommand
      }))
  },
  plan: {
    about: 'in which order steps are carried out so that nobody gains by breaking one, and when',
    load: async () =>
      import('./commands/plan.ts').then(({ helpOnPlan, planCommand }) => ({
        HELP: helpOnPlan,
        run: planCommand
      }))
  },
  ceasefire: {
    about: 'the text of a ceasefire, reviewed, drafted or compared, and its zones on the ground',
    load: async () =>
      import('./commands/ceasefire.ts').then(({ helpOnCeasefire, ceasefireCommand }) => ({
        HELP: helpOnCeasefire,
        run: ceasefireCommand
      }))
  },
  record: {
    about: 'the record of a ceasefire, signed and provable: incidents, meetings, messages, gates',
    load: async () =>
      import('./commands/record.ts').then(({ helpOnRecord, recordCommand }) => ({
        HELP: helpOnRecord,
        run: recordCommand
      }))
  },
  import: {
    about: 'make a case from GMCR+, GENIUS, GeniusWeb or a table',
    load: async () =>
      import('./commands/import.ts').then(({ HELP, importCommand }) => ({
        HELP,
        run: importCommand
      }))
  },
  export: {
    about: 'write a case for GMCR+, Gambit or a spreadsheet',
    load: async () =>
      import('./commands/export.ts').then(({ HELP, exportCommand }) => ({
        HELP,
        run: exportCommand
      }))
  },
  report: {
    about: 'write a briefing with figures and sources: Markdown, HTML, Word or PDF',
    load: async () =>
      import('./commands/report.ts').then(({ HELP, reportCommand }) => ({
        HELP,
        run: reportCommand
      }))
  },
  diff: {
    about: 'lay two cases side by side',
    load: async () =>
      import('./commands/diff.ts').then(({ HELP, diffCommand }) => ({ HELP, run: diffCommand }))
  },
  matrix: {
    about: 'judge the texts of several cases under each of them',
    load: async () =>
      import('./commands/matrix.ts').then(({ HELP, matrixCommand }) => ({
        HELP,
        run: matrixCommand
      }))
  },
  new: {
    about: 'start a case',
    load: async () =>
      import('./commands/new.ts').then(({ HELP, newCommand }) => ({ HELP, run: newCommand }))
  },
  schema: {
    about: 'print the JSON Schema, for editors',
    load: async () =>
      import('./commands/schema.ts').then(({ HELP, schemaCommand }) => ({
        HELP,
        run: schemaCommand
      }))
  },
  serve: {
    about: 'open the workbench in the browser',
    load: async () =>
      import('./commands/serve.ts').then(({ HELP, serveCommand }) => ({ HELP, run: serveCommand }))
  },
  workspace: {
    about: 'copy a workspace between folders and PostgreSQL, with every version and record',
    load: async () =>
      import('./commands/workspace.ts').then(({ helpOnWorkspace, workspaceCommand }) => ({
        HELP: helpOnWorkspace,
        run: workspaceCommand
      }))
  },
  worker: {
    about: 'compute draws of large studies for whoever asks them over a database',
    load: async () =>
      import('./commands/worker.ts').then(({ HELP, workerCommand }) => ({
        HELP,
        run: workerCommand
      }))
  },
  team: {
    about: 'look after the server of a team',
    load: async () =>
      import('./commands/team.ts').then(({ helpOnTeam, teamCommand }) => ({
        HELP: helpOnTeam,
        run: teamCommand
      }))
  },
  explain: {
    about: 'explain the code of a finding',
    load: async () =>
      import('./commands/explain.ts').then(({ HELP, explainCommand }) => ({
        HELP,
        run: explainCommand
      }))
  }
}

const OVERVIEW = `truce ${VERSION}: design, test and run a peace process

${Object.entries(COMMANDS)
  .map(([name, { about }]) => `  truce ${name.padEnd(9)} ${about}`)
  .join('\n')}

truce <command> --help says more. Exit codes: 0 done or holds, 1 could not run,
2 usage, 3 errors in the case, 4 the answer is no.
`

/** Runs one command line; returns the exit code. Never throws. */
export async function main(argv: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await dispatch(argv, io)
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    io.stderr(`truce: ${message}\n`)
    if (error instanceof Usage) return EXIT.usage
    if (process.env['TRUCE_DEBUG'] && error instanceof Error) io.stderr(`${error.stack ?? ''}\n`)
    return EXIT.failed
  }
}

async function dispatch(argv: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = argv
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    io.stdout(OVERVIEW)
    return EXIT.done
  }
  if (name === '--version' || name === '-v') {
    io.stdout(`${VERSION}\n`)
    return EXIT.done
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!command) {
    const near = nearest(name, Object.keys(COMMANDS))
    throw new Usage(
      `there is no command ${name}${near ? `; did you mean ${near}?` : `; commands: ${Object.keys(COMMANDS).join(', ')}`}`
    )
  }
  const { HELP, run } = await command.load()
  if (rest.includes('--help') || rest.includes('-h')) {
    io.stdout(typeof HELP === 'string' ? HELP : await HELP(rest))
    return EXIT.done
  }
  return run(rest, io)
}
