import { nearest } from '@truce/core/diagnostic'
import type { Io } from '../io.ts'
import { Usage } from '../io.ts'

/** What solves one kind of question. Loaded when it is asked for. */
interface Solver {
  readonly about: string
  readonly load: () => Promise<{
    readonly HELP: string
    readonly run: (argv: readonly string[], io: Io) => Promise<number>
  }>
}

const SOLVERS: Readonly<Record<string, Solver>> = {
  stability: {
    about: 'which outcomes would hold (graph model of conflict resolution)',
    load: async () =>
      import('./solve-stability.ts').then(({ HELP, solveStability }) => ({
        HELP,
        run: solveStability
      }))
  },
  bargaining: {
    about: 'which packages are efficient, and which is best for all by which standard',
    load: async () =>
      import('./solve-bargaining.ts').then(({ HELP, solveBargaining }) => ({
        HELP,
        run: solveBargaining
      }))
  },
  study: {
    about: 'how sure the answers are, and which judgements to check next',
    load: async () =>
      import('./solve-study.ts').then(({ HELP, solveStudy }) => ({ HELP, run: solveStudy }))
  },
  acceptance: {
    about:
      'which package is likeliest to be accepted, what holds its chance down, and what each change buys',
    load: async () =>
      import('./solve-acceptance.ts').then(({ HELP, solveAcceptance }) => ({
        HELP,
        run: solveAcceptance
      }))
  },
  strategy: {
    about: 'who would rather stop than fight on, and who would climb the ladder of escalation',
    load: async () =>
      import('./solve-strategy.ts').then(({ HELP, solveStrategy }) => ({
        HELP,
        run: solveStrategy
      }))
  }
}

const OVERVIEW = `truce solve <what> <case> [options]

${Object.entries(SOLVERS)
  .map(([name, { about }]) => `  truce solve ${name.padEnd(10)} ${about}`)
  .join('\n')}

truce solve <what> --help says more.
`

/** The help of `truce solve`, or of what is to be solved where that is named. */
export async function helpOnSolve([what = '']: readonly string[]): Promise<string> {
  const solver = Object.hasOwn(SOLVERS, what) ? SOLVERS[what] : undefined
  return solver ? (await solver.load()).HELP : OVERVIEW
}

/** `truce solve <what> <case>`. */
export async function solveCommand(argv: readonly string[], io: Io): Promise<number> {
  const [what = '', ...rest] = argv
  const solver = Object.hasOwn(SOLVERS, what) ? SOLVERS[what] : undefined
  if (solver) return (await solver.load()).run(rest, io)
  const near = nearest(what, Object.keys(SOLVERS))
  throw new Usage(
    `solve takes what to solve: ${Object.keys(SOLVERS).join(', ')}${near ? `; did you mean ${near}?` : ''}`
  )
}
