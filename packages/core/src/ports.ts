/**
 * What core asks of the world outside and gets handed in: core itself loads no solver.
 * Implementations live in `host`.
 */

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
  readonly solve: (model: Milp) => Promise<MilpAnswer>
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
  | { readonly status: 'optimal'; readonly best: MilpPoint; readonly bound: number }
  | { readonly status: 'limit'; readonly best?: MilpPoint; readonly bound: number }
  | { readonly status: 'infeasible' }

/** A point of the model and what the objective is there. */
export interface MilpPoint {
  readonly values: Float64Array
  readonly objective: number
}

/**
 * Runs a job of many draws, cut into chunks, on as many workers as it has. A chunk's part depends
 * on the job and the chunk alone, so the parts are the same for any number of workers. Rejects with
 * one error that names the draws when a chunk fails.
 */
export interface Ensemble<Setup, Part> {
  readonly workers: number
  /** `setup`: what every worker needs once, as a structured clone. */
  readonly run: (setup: Setup, plan: EnsemblePlan<Part>) => Promise<EnsembleRun<Part>>
}

/** A stretch of draws, from `from` on, and its place in the order of the run. */
export interface Chunk {
  readonly index: number
  readonly from: number
  readonly count: number
}

/** How a run is cut, what of it is done already, and who is told. */
export interface EnsemblePlan<Part> {
  readonly draws: number
  /** Draws in a chunk; the last one may be smaller. */
  readonly chunk: number
  /** Parts of an earlier run of the same job, by their chunk's index. */
  readonly done?: ReadonlyMap<number, Part>
  /** Cancels between chunks, as an AbortSignal does: no further chunk is begun. */
  readonly signal?: { readonly aborted: boolean }
  /** Told of each part that was computed, in the order in which they are finished. */
  readonly onPart?: (chunk: Chunk, part: Part) => void
  /** Told at the start and after each part how many draws are done, never fewer than before. */
  readonly onProgress?: (done: number, draws: number) => void
}

/**
 * What a run left: its parts in the order of their chunks. `complete`: all of them; otherwise it
 * was cancelled.
 */
export interface EnsembleRun<Part> {
  readonly parts: ReadonlyMap<number, Part>
  readonly draws: number
  readonly complete: boolean
}
