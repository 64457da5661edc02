/** Times `check` against its targets. Run with `node bench/check.ts`; prints the machine, the Node version and medians of several runs. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readCase } from '../packages/core/src/case/read.ts'
import { check } from '../packages/core/src/check/check.ts'
import type { SourceFile } from '../packages/core/src/model/span.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const CLI = 'packages/cli/bin/truce.js'
const SEED = 20_250_604
const RUNS = 5

let missed = 0

/** Prints the median of several runs beside its target. */
function measure(what: string, target: number, work: () => void): void {
  work()
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now()
    work()
    return (performance.now() - started) / 1000
  }).sort((a, b) => a - b)
  const median = times[Math.floor(RUNS / 2)] as number
  if (median >= target) missed++
  console.log(
    `${what.padEnd(64)} ${median.toFixed(3)} s  (target ${target} s, ${times.map((time) => time.toFixed(3)).join(' ')})${median < target ? '' : '  MISSED'}`
  )
}

function filesIn(folder: string): readonly SourceFile[] {
  const names = readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') && !name.startsWith('expected')
  )
  return names.map((name) => ({ name, text: readFileSync(`${root}${folder}/${name}`, 'utf8') }))
}

/** A small reproducible generator (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/** A case of that many issues, options and parties. */
function synthetic({ issues, options, parties }: { issues: number; options: number; parties: number }): readonly SourceFile[] {
  const pick = generator(SEED)
  const names = (prefix: string, count: number): readonly string[] => Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)
  const record = <T>(keys: readonly string[], value: (key: string, at: number) => T): Record<string, T> =>
    Object.fromEntries(keys.map((key, at) => [key, value(key, at)]))
  const range = (low: number, high: number): number[] => [0, 0, 0].map(() => low + pick(high - low + 1)).sort((a, b) => a - b)
  const [issueIds, optionIds, partyIds] = [names('issue-', issues), names('option-', options), names('party-', parties)]
  const option = (): string => optionIds[pick(options)] as string
  const issue = (): string => issueIds[pick(issues)] as string
  const stance = (): unknown => ({
    redlines: names('line-', 3).map((id) => ({
      id,
      never: { [issue()]: option(), [issue()]: option() },
      firmness: range(4, 9).map((tenths) => tenths / 10),
      source: 'book'
    })),
    interests: record(issueIds, () => ({ weight: range(5, 40), values: record(optionIds, () => range(0, 100)), source: 'book' })),
    'no-deal': {
      base: range(20, 45),
      source: 'book',
      ledger: [{ id: 'cost', toward: 'stop', worth: range(0, 10), source: 'book' }]
    },
    ratification: [{ body: 'electorate', threshold: 0.5, support: [{ poll: 'poll', answers: ['yes'], fit: 'direct' }] }]
  })
  const text = JSON.stringify(
    {
      truce: 1,
      title: 'A synthetic case',
      'as-of': '2025-06-01',
      required: partyIds,
      sources: { book: { title: 'A book', kind: 'analysis' } },
      parties: record(partyIds, (id) => ({ name: id, kind: 'state', role: 'belligerent' })),
      issues: record(issueIds, (id) => ({ title: id, ordered: pick(2) === 0, options: record(optionIds, (one) => one) })),
      rules: Array.from({ length: 6 }, () => ({
        never: { [issue()]: option(), [issue()]: option() },
        because: 'it makes no sense',
        source: 'book'
      })),
      stances: record(partyIds, stance),
      polls: { poll: { population: 'all', field: '2025-05', n: 1000, answers: { yes: 55, no: 40 }, source: 'book' } },
      proposals: { draft: { title: 'A draft', terms: record(issueIds, option) } }
    },
    null,
    1
  )
  return [{ name: 'case.yaml', text }]
}

function sound(files: readonly SourceFile[]): NonNullable<ReturnType<typeof readCase>['case']> {
  const reading = readCase(files)
  if (reading.case && reading.sound) return reading.case
  throw new Error(
    reading.diagnostics
      .filter(({ severity }) => severity === 'error')
      .slice(0, 5)
      .map(({ message }) => message)
      .join('\n')
  )
}

console.log(
  `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB, Node ${process.version}, ${process.platform}`
)

const flagship = sound(filesIn(FLAGSHIP))
measure('check of the flagship, 10,000 draws', 0.3, () => {
  check(flagship)
})
if (existsSync(root + CLI)) {
  measure('the whole command, check of the flagship', 1, () => {
    // 4: some proposal is dead on arrival, as one of these is.
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'check', FLAGSHIP, '--format', 'json'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 28
    })
    if (status !== 0 && status !== 4) throw new Error(`status ${status}: ${stderr}`)
  })
}
const large = sound(synthetic({ issues: 20, options: 5, parties: 6 }))
measure('20 issues x 5 options x 6 parties, 10,000 draws', 0.5, () => {
  check(large, { repairs: 0 })
})
const once = check(large, { repairs: 2 }).proposals[0]
measure(
  `the same with all two-change repairs (${once?.repairs.total} found${once?.repairs.complete ? '' : ', cut short'})`,
  1,
  () => {
    check(large, { repairs: 2 })
  }
)
const long = synthetic({ issues: 40, options: 8, parties: 15 })
const size = long.reduce((sum, { text }) => sum + text.length, 0)
measure(`reading a case of ${Math.round(size / 1000)} kB`, 1, () => {
  readCase(long)
})
process.exitCode = missed > 0 ? 1 : 0
