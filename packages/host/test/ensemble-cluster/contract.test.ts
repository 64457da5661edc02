import { afterAll, beforeAll, describe } from 'vitest'
import { onCluster, workOnCluster } from '../../src/ensemble-cluster/index.ts'
import { hasPostgres, WITH_POSTGRES } from '../cluster.ts'
import { ensembleContract } from '../contract/ensemble.ts'
import { clusterForTests } from '../postgres.ts'

describe.skipIf(!hasPostgres)(`with PostgreSQL${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  const ending = new AbortController()
  let working: Promise<unknown> = Promise.resolve()
  beforeAll(() => {
    working = workOnCluster({
      url: cluster().url(),
      name: 'here',
      threads: 2,
      kernels: { counting: new URL('../counting-worker.ts', import.meta.url) },
      signal: ending.signal,
      tell: () => undefined
    })
  })
  afterAll(async () => {
    ending.abort()
    await working
  })
  // Chunks take a while, so that a run can be cancelled in its midst.
  ensembleContract('an ensemble on a cluster', () => ({
    ensemble: onCluster({ url: cluster().url(), kind: 'counting' }),
    setup: { takes: 100 }
  }))
})
