import { availableParallelism, hostname } from 'node:os'
import type { Cluster, RunRow, WorkerRow } from '@truce/host/ensemble-cluster'
import type { Args } from '../args.ts'
import { parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { inOneLine } from '../refused-store.ts'

export const HELP = `truce worker --database <url> [options]
Computes draws of large studies for whoever asks them with
truce solve study <case> --database <url>, until Ctrl-C. Start as many as there
are computers; they must be of the same version of Truce.

  --threads <n>          threads to compute on (default: one for each processor)
  --name <name>          how this computer is called (default: its own name)
  --runs                 lists the runs of the database and who is at work
  --forget <run>         removes a run, with its case and its finished draws;
                         the run by its name in that list

A case lies in the database while it is computed. Give the password in PGPASSWORD
or ~/.pgpass rather than in the address.
`

const OPTIONS = {
  database: { type: 'string' },
  threads: { type: 'string' },
  name: { type: 'string' },
  runs: { type: 'boolean' },
  forget: { type: 'string' }
} as const

/** `truce worker`: exit 0 once ended by Ctrl-C, 1 when it cannot work, 4 where no such run is. */
export async function workerCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const { database, runs, forget } = args.values
  if (args.positionals.length > 0)
    throw new Usage('worker takes no case: truce worker --database <url>')
  if (typeof database !== 'string')
    throw new Usage('worker needs --database <url>: where the studies are asked')
  if (runs === true) return opened(database, (cluster) => listed(cluster, io))
  if (typeof forget === 'string')
    return opened(database, (cluster) => forgotten(cluster, forget, io))
  return computed(database, args, io)
}

async function computed(url: string, args: Args, io: Io): Promise<number> {
  const threads = wholeNumber(args, 'threads', {
    least: 1,
    most: 256,
    otherwise: availableParallelism()
  })
  const name = String(args.values['name'] ?? hostname())
  const ending = new AbortController()
  const end = (): void => ending.abort()
  const signals = ['SIGINT', 'SIGTERM'] as const
  for (const signal of signals) process.once(signal, end)
  io.stderr(
    `worker ${name} computes on ${threads} ${threads === 1 ? 'thread' : 'threads'}; Ctrl-C ends it\n`
  )
  try {
    const { workOnStudies } = await import('@truce/host/ensemble-cluster')
    const tell = (words: string): void => io.stderr(`${words}\n`)
    await workOnStudies({ url, name, threads, signal: ending.signal, tell }).catch(inOneLine)
  } finally {
    for (const signal of signals) process.off(signal, end)
  }
  io.stderr('ended; what was finished is in the database, the rest is left to others\n')
  return EXIT.done
}

async function opened(url: string, work: (cluster: Cluster) => Promise<number>): Promise<number> {
  const { openCluster } = await import('@truce/host/ensemble-cluster')
  const cluster = await openCluster(url).catch(inOneLine)
  try {
    return await work(cluster).catch(inOneLine)
  } finally {
    await cluster.close()
  }
}

async function listed({ runs }: Cluster, io: Io): Promise<number> {
  const [found, workers] = [await runs.list(), await runs.workers()]
  io.stdout(found.length === 0 ? 'no run is in the database\n' : found.map(runLine).join(''))
  io.stdout(workers.length === 0 ? 'no worker is there\n' : workers.map(workerLine).join(''))
  return EXIT.done
}

const runLine = ({ id, kind, draws, chunk, state, finished, case: held, begun }: RunRow): string =>
  `run ${id.slice(0, 12)}  ${kind}  ${state}  ${Math.min(draws, finished * chunk).toLocaleString('en')} of ${draws.toLocaleString('en')} draws  begun ${begun.toISOString()}  ${held ? 'its case is in the database' : 'its case is not in the database'}\n`

const workerLine = ({ name, threads, engine }: WorkerRow): string =>
  `worker ${name}  ${threads} ${threads === 1 ? 'thread' : 'threads'}  Truce ${engine.version}, arithmetic ${engine.arithmetic}\n`

async function forgotten(cluster: Cluster, asked: string, io: Io): Promise<number> {
  const found = (await cluster.runs.list()).filter(({ id }) => id.startsWith(asked))
  const [one] = found
  if (one === undefined || found.length > 1) {
    io.stderr(
      `${found.length === 0 ? 'no run' : 'more than one run'} of the database begins with ${asked}; truce worker --runs lists them\n`
    )
    return EXIT.no
  }
  await cluster.forget(one.id)
  io.stdout(`run ${one.id.slice(0, 12)} is removed, with its case and its finished draws\n`)
  return EXIT.done
}
