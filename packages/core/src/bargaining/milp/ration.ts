import type { MilpSolver } from '../../ports/milp.ts'

/** What the runs of a solver for one question may cost. */
export interface Ration {
  /** Steps of all runs together, as the solver counts them. The run that spends them is ended by `nodes`. */
  readonly work: number
  /** Nodes of the search tree of any one run. */
  readonly nodes: number
}

/**
 * A solver whose runs share a ration; once it is spent, every further question is left open. Steps
 * and nodes are the same on every computer, seconds are not.
 */
export function rationed(solver: MilpSolver, { work, nodes }: Ration): MilpSolver {
  let left = work
  return {
    tolerance: solver.tolerance,
    solve: async (model) => {
      if (left <= 0)
        return {
          status: 'limit',
          bound: model.sense === 'maximise' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
        }
      const answer = await solver.solve(model, { nodes })
      left -= answer.work ?? 1
      return answer
    }
  }
}
