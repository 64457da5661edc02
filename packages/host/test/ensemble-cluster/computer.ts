// A computer of a cluster in a process of its own, to be killed by the tests: counts on one thread.
import { workOnCluster } from '../../src/ensemble-cluster/index.ts'

const [url = '', name = ''] = process.argv.slice(2)
const ending = new AbortController()
process.once('SIGTERM', () => ending.abort())
await workOnCluster({
  url,
  name,
  threads: 1,
  kernels: { counting: new URL('../counting-worker.ts', import.meta.url) },
  signal: ending.signal,
  tell: (words) => process.stdout.write(`${words}\n`)
})
