import { workerData } from 'node:worker_threads'
import type { Chunk, Ensemble } from '@truce/core'
import type { Kernel, Open } from './ensemble.ts'
import { drive } from './ensemble.ts'

/** An ensemble of worker threads. `worker` is a module whose default export is made by `serve`. */
export function onThreads<Setup, Part>(worker: URL, workers: number): Ensemble<Setup, Part> {
  return {
    workers,
    run: async (setup, plan) => {
      const { Piscina } = await import('piscina')
      const pool = new Piscina<Chunk, Part>({
        filename: worker.href,
        workerData: setup,
        minThreads: 1,
        maxThreads: workers,
        concurrentTasksPerWorker: 1
      })
      try {
        return await drive(workers, plan, (chunk) => pool.run(chunk))
      } finally {
        await pool.destroy()
      }
    }
  }
}

/**
 * What a worker's module exports: it opens the job at its first chunk and keeps it for the others.
 */
export function serve<Setup, Part>(open: Open<Setup, Part>): (chunk: Chunk) => Promise<Part> {
  let kernel: Promise<Kernel<Part>> | undefined
  return async (chunk) => {
    kernel ??= Promise.resolve(open(workerData as Setup))
    return (await kernel)(chunk)
  }
}
