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
