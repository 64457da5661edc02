import { afterAll, beforeAll } from 'vitest'
import { Cluster } from './cluster.ts'

/** A server for the tests of the block in which this is called; it is there once they run. */
export function clusterForTests(small?: string): () => Cluster {
  let cluster: Cluster | undefined
  beforeAll(async () => {
    cluster = await Cluster.start(small)
  })
  afterAll(() => cluster?.remove())
  return () => {
    if (!cluster) throw new Error('the server is started before the tests of this block')
    return cluster
  }
}
