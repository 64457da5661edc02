/**
 * Changes the analysis in a sample of places, one at a time and in memory only, and says which
 * changes no test sees: `npm run mutate -- [--sample n] [--seed n] [--folder path].. [--record date]`.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { type Known, keyOf, mutantsOf, sampleOf } from './mutate/mutants.ts'
import { againAfter, type Run, scoreOf, type Tally } from './mutate/run.ts'
import { type Fate, tried } from './mutate/trial.ts'

const root = join(import.meta.dirname, '..')
const RECORD = join(root, 'bench', 'mutation.json')
const EQUIVALENT = join(root, 'bench', 'mutation-equivalent.json')
const FOLDERS = ['worth', 'check', 'stability', 'bargaining', 'terms', 'draws']
/**
 * Those of the analysis; packages solved as integer programs are solved in the host, and what is
 * said of the shipped cases is listed beside them.
 */
const TESTS = [
  'packages/core/test/**/*.test.ts',
  'packages/host/test/{highs,wide}.test.ts',
  'test/cases.test.ts'
]

interface Equivalent extends Known {
  /** Why nobody can tell it from the original. */
  readonly because: string
}

const { values } = parseArgs({
  options: {
    sample: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    folder: { type: 'string', multiple: true },
    tests: { type: 'string', multiple: true, default: TESTS },
    patience: { type: 'string', default: '5' },
    workers: { type: 'string', default: '2' },
    /** Only what lived when the last run was recorded; recorded together with that run. */
    again: { type: 'boolean', default: false },
    record: { type: 'string' }
  }
})

const folders = values.folder ?? FOLDERS.map((name) => `packages/core/src/${name}`)
const all = folders.flatMap(filesOf).flatMap((file) => mutantsOf(file, read(file)))
const equivalent = new Set(listed<Equivalent>(EQUIVALENT).map(keyOf))
const sampled = values.again
  ? again()
  : sampleOf(all, { seed: whole('seed'), size: whole('sample') })
const asked = sampled.filter((mutant) => !equivalent.has(keyOf(mutant)))
console.log(
  `${asked.length} of ${all.length} mutants, seed ${values.seed}; ${sampled.length - asked.length} more are equivalent`
)

const fates = await tried({
  root,
  mutants: asked,
  tests: values.tests,
  workers: whole('workers'),
  patience: whole('patience'),
  say: (line) => console.log(line)
})
const alive = fates.filter(({ killedBy }) => killedBy === undefined)
for (const fate of alive) console.log(shown(fate))
const killed = fates.length - alive.length
const score = scoreOf(killed, alive.length)
console.log(`${killed} killed, ${alive.length} survived: ${(100 * score).toFixed(1)} %`)
if (values.record) record(values.record)

function filesOf(folder: string): readonly string[] {
  if (folder.endsWith('.ts')) return [folder]
  return globSync(`${folder}/**/*.ts`, { cwd: root })
    .map((path) => path.split(sep).join('/'))
    .sort()
}

function read(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

function whole(name: 'sample' | 'seed' | 'workers' | 'patience'): number {
  const value = Number(values[name])
  if (Number.isInteger(value) && value >= 0) return value
  throw new Error(`--${name} is a whole number, not ${values[name]}`)
}

function listed<T>(path: string): readonly T[] {
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as readonly T[]) : []
}

function again(): typeof all {
  const last = listed<Run>(RECORD).at(-1)
  const keys = new Set(last?.survivors.map(keyOf))
  return all.filter((mutant) => keys.has(keyOf(mutant)))
}

function shown({ mutant, reached }: Fate): string {
  const { file, operator, was, becomes } = mutant
  const line = read(file).slice(0, mutant.start).split('\n').length
  const note = reached ? '' : ', which no test reaches'
  return `\n${file}:${line} ${mutant.in} (${operator}${note})\n  - ${was}\n  + ${becomes}`
}

/** Adds a run to the history. */
function record(date: string): void {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8'
  })
  const runs = listed<Run>(RECORD)
  const run: Run = { date, commit: commit.trim(), ...tally(runs.at(-1)) }
  writeFileSync(RECORD, `${JSON.stringify([...runs, run], undefined, 2)}\n`)
}

function tally(last: Run | undefined): Tally {
  const survivors = alive.map(({ mutant: { file, in: within, was, becomes } }) => ({
    file,
    in: within,
    was,
    becomes
  }))
  if (values.again && last) return againAfter(last, { all, equivalent, alive: survivors })
  return {
    seed: whole('seed'),
    sample: sampled.length,
    equivalent: sampled.length - asked.length,
    killed,
    survived: alive.length,
    score,
    survivors
  }
}
