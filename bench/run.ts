// Runs the benchmarks, one after the other, each in a process of its own, says what got worse since
// the last run on such a machine, and keeps the figures in history.json: `npm run bench`. With
// `-- --no-record` nothing is kept; with names, `-- check size`, only those run.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Figure } from './figures.ts'
import { GATHERED_IN } from './figures.ts'
import type { Entry } from './history.ts'
import { append, commitOf, historyAt, lastOf, machine, worsened } from './history.ts'

const BENCHES = [
  'reading',
  'counting',
  'check',
  'stability',
  'geometry',
  'bargaining',
  'bargaining-search',
  'ceasefire',
  'acceptance',
  'study',
  'agreement',
  'plan',
  'timetable',
  'record-status',
  'record',
  'record-daily',
  'server',
  'team',
  'record-stores',
  'size',
  'browser',
  'fuzz-flagship'
]
const HISTORY = join(import.meta.dirname, 'history.json')

interface Run {
  readonly figures: readonly Figure[]
  /** Benchmarks that missed a floor, or failed. */
  readonly missed: readonly string[]
}

function run(benches: readonly string[]): Run {
  const folder = mkdtempSync(join(tmpdir(), 'truce-bench-'))
  const gathered = join(folder, 'figures')
  const missed = benches.filter((bench) => {
    console.log(`\n== ${bench}`)
    const env = { ...process.env, [GATHERED_IN]: gathered }
    const path = join(import.meta.dirname, `${bench}.ts`)
    return spawnSync(process.execPath, [path], { stdio: 'inherit', env }).status !== 0
  })
  const lines = existsSync(gathered) ? readFileSync(gathered, 'utf8').trim().split('\n') : []
  rmSync(folder, { recursive: true, force: true })
  return { figures: lines.map((line) => JSON.parse(line) as Figure), missed }
}

function compare(entry: Entry): void {
  const before = lastOf(historyAt(HISTORY), entry)
  const worse = worsened(entry.figures, before)
  console.log(`\n${entry.figures.length} figures, ${before.size} of them known of such a machine`)
  for (const { now, before: known, by } of worse)
    console.log(
      `WORSE by ${Math.round(by * 100)} %: ${now.name}: ${now.value} ${now.unit}, before ${known.value}`
    )
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { 'no-record': { type: 'boolean', default: false } }
})
const unknown = positionals.filter((name) => !BENCHES.includes(name))
if (unknown.length > 0) {
  console.error(`there is no benchmark ${unknown.join(', ')}; there are ${BENCHES.join(', ')}`)
  process.exit(2)
}
const { figures, missed } = run(positionals.length > 0 ? positionals : BENCHES)
const entry: Entry = {
  date: new Date().toISOString().slice(0, 19),
  commit: commitOf(import.meta.dirname),
  machine: machine(),
  figures
}
compare(entry)
if (!values['no-record'] && figures.length > 0) append(HISTORY, entry)
if (missed.length > 0) console.log(`missed a floor, or failed: ${missed.join(', ')}`)
process.exitCode = missed.length > 0 ? 1 : 0
