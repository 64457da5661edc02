import { setImmediate } from 'node:timers/promises'
import type { Chunk, Ensemble, EnsemblePlan, EnsembleRun } from '@truce/core'

/** Computes one chunk of a job that has been opened. */
export type Kernel<Part> = (chunk: Chunk) => Part

/**
 * Makes a job ready, once for each worker: what is costly and the same for every chunk belongs
 * here.
 */
export type Open<Setup, Part> = (setup: Setup) => Kernel<Part> | Promise<Kernel<Part>>

/**
 * Thrown when a chunk could not be computed. Parts that were finished before have been handed to
 * `onPart`.
 */
export class ChunkFailed extends Error {}

/**
 * An ensemble of one worker: this thread. Between chunks it lets events in, so that a run can be
 * cancelled.
 */
export function inProcess<Setup, Part>(open: Open<Setup, Part>): Ensemble<Setup, Part> {
  return {
    workers: 1,
    run: async (setup, plan) => {
      let kernel: Kernel<Part> | undefined
      return drive(1, plan, async (chunk) => {
        await setImmediate()
        kernel ??= await open(setup)
        return kernel(chunk)
      })
    }
  }
}

/**
 * The order of work that every ensemble shares: chunks are taken in order by as many lanes as there
 * are workers. No lane takes a chunk after a cancellation or a failure; what is under way is
 * finished.
 */
export async function drive<Part>(
  lanes: number,
  plan: EnsemblePlan<Part>,
  compute: (chunk: Chunk) => Promise<Part>
): Promise<EnsembleRun<Part>> {
  const chunks = cut(plan)
  const parts = new Map([...(plan.done ?? [])].filter(([index]) => index < chunks.length))
  const left = chunks.filter(({ index }) => !parts.has(index))
  let draws = chunks.reduce((sum, { index, count }) => sum + (parts.has(index) ? count : 0), 0)
  let failed = false
  const finish = async (chunk: Chunk): Promise<void> => {
    const part = await compute(chunk).catch((error: unknown) =>
      Promise.reject(failure(chunk, error))
    )
    parts.set(chunk.index, part)
    draws += chunk.count
    plan.onPart?.(chunk, part)
    plan.onProgress?.(draws, plan.draws)
  }
  const next = (): Chunk | undefined =>
    failed || plan.signal?.aborted === true ? undefined : left.shift()
  const lane = async (): Promise<void> => {
    for (let chunk = next(); chunk; chunk = next())
      await finish(chunk).catch((error: unknown) => {
        failed = true
        throw error
      })
  }
  plan.onProgress?.(draws, plan.draws)
  const ends = await Promise.allSettled(Array.from({ length: Math.min(lanes, left.length) }, lane))
  const broken = ends.find((end) => end.status === 'rejected')
  if (broken) throw broken.reason
  return {
    parts: new Map([...parts].sort(([a], [b]) => a - b)),
    draws,
    complete: draws === plan.draws
  }
}

/** Chunks of equal size, the last one perhaps smaller; they do not depend on who computes them. */
export function cut({
  draws,
  chunk
}: Pick<EnsemblePlan<unknown>, 'draws' | 'chunk'>): readonly Chunk[] {
  return Array.from({ length: Math.ceil(draws / chunk) }, (_, index) => ({
    index,
    from: index * chunk,
    count: Math.min(chunk, draws - index * chunk)
  }))
}

function failure({ from, count }: Chunk, error: unknown): ChunkFailed {
  const reason = error instanceof Error ? error.message : String(error)
  return new ChunkFailed(`draws ${from + 1} to ${from + count} could not be computed: ${reason}`, {
    cause: error
  })
}
