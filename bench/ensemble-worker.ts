// A worker for bench/ensemble-cluster.ts: tells when it is ended what processor time it took.
import { workOnStudies } from '../packages/host/src/ensemble-cluster/index.ts'

const [url = '', name = ''] = process.argv.slice(2)
const ending = new AbortController()
process.once('SIGTERM', () => ending.abort())
await workOnStudies({ url, name, threads: 1, signal: ending.signal, tell: () => undefined })
const { user, system } = process.cpuUsage()
process.stdout.write(`${(user + system) / 1e6}\n`)
