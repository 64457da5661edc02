import { nearest } from '@truce/core/diagnostic'
import type { Io } from '../io.ts'
import { Usage } from '../io.ts'
import { HELP as STABILITY_HELP, solveStability } from './solve-stability.ts'

export const HELP = STABILITY_HELP

const SOLVERS: Readonly<Record<string, (argv: readonly string[], io: Io) => Promise<number>>> = { stability: solveStability }

/** `truce solve <what> <case>`. */
export async function solveCommand(argv: readonly string[], io: Io): Promise<number> {
  const [what = '', ...rest] = argv
  const solver = Object.hasOwn(SOLVERS, what) ? SOLVERS[what] : undefined
  if (solver) return solver(rest, io)
  const near = nearest(what, Object.keys(SOLVERS))
  throw new Usage(`solve takes what to solve: ${Object.keys(SOLVERS).join(', ')}${near ? `; did you mean ${near}?` : ''}`)
}
