/**
 * Solves mixed-integer linear models to a proved optimum, or says how far it got. Rejects when it
 * cannot be loaded, is handed a malformed model or fails numerically; it never passes such a
 * failure off as an answer.
 */
export interface MilpSolver {
  /**
   * Absolute error the solver allows itself: in a row, in a whole number, and in the objective of
   * an `optimal` answer.
   */
  readonly tolerance: number
  /** Begins to load what solves, where that takes a moment, for it will soon be asked. */
  readonly begin?: () => void
  /** `nodes`: how many nodes of its search tree a run may look into before it says how far it got. */
  readonly solve: (model: Milp, limits?: { readonly nodes: number }) => Promise<MilpAnswer>
}

/**
 * Optimise the sum of `objective` over variables within their bounds and rows within theirs. No
 * unit is implied.
 */
export interface Milp {
  readonly sense: 'maximise' | 'minimise'
  readonly objective: readonly MilpTerm[]
  readonly variables: readonly MilpVariable[]
  readonly rows: readonly MilpRow[]
}

/**
 * A factor times a variable, which is named by its index in the model; at most one term for a
 * variable in a sum.
 */
export type MilpTerm = readonly [variable: number, factor: number]

/**
 * A variable with finite bounds, so that no model is unbounded; `whole` ones take whole numbers
 * only.
 */
export interface MilpVariable {
  readonly lower: number
  readonly upper: number
  readonly whole: boolean
}

/** lower <= sum of terms <= upper; either may be infinite. */
export interface MilpRow {
  readonly terms: readonly MilpTerm[]
  readonly lower: number
  readonly upper: number
}

/**
 * `values` by variable, all within tolerance. `bound`: no point of the model has a better
 * objective, up to tolerance. `limit`: the solver stopped at a limit it was set; `best` is there
 * when it had found a point by then.
 */
export type MilpAnswer =
  | ({ readonly status: 'optimal'; readonly best: MilpPoint; readonly bound: number } & MilpWork)
  | ({ readonly status: 'limit'; readonly best?: MilpPoint; readonly bound: number } & MilpWork)
  | ({ readonly status: 'infeasible' } & MilpWork)

/** What a run cost, in steps that are the same on every computer; 1 where it is not told. */
export interface MilpWork {
  readonly work?: number
}

/** A point of the model and what the objective is there. */
export interface MilpPoint {
  readonly values: Float64Array
  readonly objective: number
}
