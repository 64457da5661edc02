/**
 * Times the study of a case of 20 issues and 6 parties. Run with `node bench/study.ts` on a machine
 * with nothing else to do: other work on the second core shows as lost scaling, and then the
 * processor time, printed beside, tells what the threads themselves cost.
 */
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { check } from '../packages/core/src/check/check.ts'
import { CHUNK, STUDY_DEFAULTS } from '../packages/core/src/study/index.ts'
import { studyEnsemble } from '../packages/host/src/ensemble-study.ts'
import { figure } from './figures.ts'
import { sound, synthetic } from './synthetic.ts'

const RUNS = 3
/** Enough that starting a thread and reading the case in it is little beside the draws. */
const MANY = 100_000
/** Inputs are ranked on every fifth draw, as by default. */
const RANKED = 5

const files = synthetic({ issues: 20, options: 5, parties: 6 })
let missed = 0

interface Time {
  readonly wall: number
  readonly processor: number
}

async function timed(work: () => unknown): Promise<Time> {
  const [started, used] = [performance.now(), process.cpuUsage()]
  await work()
  const { user, system } = process.cpuUsage(used)
  return { wall: (performance.now() - started) / 1000, processor: (user + system) / 1e6 }
}

/** The best of several runs, for other work only ever adds. */
const best = (times: readonly Time[]): number => Math.min(...times.map(({ wall }) => wall))
const list = (times: readonly Time[], of: keyof Time = 'wall'): string =>
  times.map((time) => time[of].toFixed(2)).join(' ')

function tell(what: string, figure: string, met = true): void {
  if (!met) missed++
  console.log(`${what.padEnd(46)} ${figure}${met ? '' : '  MISSED'}`)
}

/**
 * Without the search for better packages: its cost is that of the deal space, not of the draws. The
 * parts as text.
 */
async function run(workers: number, draws: number): Promise<string> {
  const settings = { ...STUDY_DEFAULTS, draws, samples: draws / RANKED, efficiencyDraws: 0 }
  const { parts } = await studyEnsemble(workers).run({ files, settings }, { draws, chunk: CHUNK })
  return JSON.stringify([...parts], (_, part: unknown) =>
    ArrayBuffer.isView(part) ? [...(part as Float64Array)] : part
  )
}

async function ofDefault(): Promise<void> {
  const times: Time[] = []
  for (let i = 0; i < RUNS; i++) times.push(await timed(() => run(1, STUDY_DEFAULTS.draws)))
  figure({ name: 'study, 10,000 draws, one core', value: best(times), unit: 's' })
  tell('study, 10,000 draws, one core', `${best(times).toFixed(2)} s (${list(times)})`)
}

/** One worker and two take turns, so that other work on the machine meets both. */
async function scaling(): Promise<void> {
  const times: Readonly<Record<1 | 2, Time[]>> = { 1: [], 2: [] }
  const found = new Set<string>()
  for (let i = 0; i < RUNS; i++)
    for (const workers of [1, 2] as const)
      times[workers].push(
        await timed(async () => {
          found.add(await run(workers, MANY))
        })
      )
  const ratio = best(times[1]) / best(times[2])
  figure({
    name: 'study, from 1 to 2 workers',
    value: ratio,
    unit: 'times as fast',
    floor: 1.8,
    better: 'more'
  })
  tell(
    `study, ${MANY.toLocaleString('en')} draws, from 1 to 2 workers`,
    `${ratio.toFixed(2)} times as fast, of 1.8 (${list(times[1])} s; ${list(times[2])} s)`,
    ratio >= 1.8
  )
  tell('  processor time', `${list(times[1], 'processor')} s; ${list(times[2], 'processor')} s`)
  tell('  the same bits from either', found.size === 1 ? 'yes' : 'no', found.size === 1)
}

async function ofCheck(): Promise<void> {
  const source = sound(files)
  const work = (): unknown => check(source, { repairs: 0 })
  work()
  const times: Time[] = []
  for (let i = 0; i < RUNS; i++) times.push(await timed(work))
  figure({ name: 'check, 10,000 draws, one core', value: best(times), unit: 's', floor: 0.5 })
  tell(
    'check, 10,000 draws, one core',
    `${best(times).toFixed(3)} s of 0.5 (${list(times)})`,
    best(times) < 0.5
  )
}

const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`
const memory = Math.round(totalmem() / 2 ** 30)
console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${memory} GB, Node ${process.version}, ${process.platform}; ${load()}`
)
await ofDefault()
await scaling()
await ofCheck()
console.log(`at the end ${load()}`)
process.exitCode = missed > 0 ? 1 : 0
