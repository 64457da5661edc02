import { expect, it } from 'vitest'
import { sampled } from '../../core/test/laws.ts'
import { inProcess } from '../src/ensemble.ts'
import { onThreads } from '../src/ensemble-threads.ts'
import { ensembleContract } from './contract/ensemble.ts'
import type { Counted, Counting } from './counting.ts'
import { openCounting } from './counting.ts'

const WORKER = new URL('./counting-worker.ts', import.meta.url)

ensembleContract('an ensemble in this thread', () => ({ ensemble: inProcess(openCounting) }))
for (const workers of sampled([1, 2, 3], [1, 3]))
  ensembleContract(`an ensemble on ${workers} worker threads`, () => ({
    ensemble: onThreads<Counting, Counted>(WORKER, workers)
  }))

it('a worker that ends in the middle of a chunk is an error of that chunk', async () => {
  const ensemble = onThreads<Counting, Counted>(WORKER, 2)
  await expect(
    ensemble.run({ seed: 7, exitsAt: 420 }, { draws: 1050, chunk: 100 })
  ).rejects.toThrow(/^draws 401 to 500 could not be computed: /)
})
