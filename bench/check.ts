/**
 * Times `check` against its targets. Run with `node bench/check.ts`; prints the machine, the Node
 * version and medians of several runs.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { readCase } from '../packages/core/src/case/read.ts'
import { check } from '../packages/core/src/check/check.ts'
import type { SourceFile } from '../packages/core/src/model/span.ts'
import { figure } from './figures.ts'
import { sound, synthetic } from './synthetic.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const CLI = 'packages/cli/bin/truce.js'
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
  const met = figure({ name: what, value: median, unit: 's', floor: target })
  if (!met) missed++
  console.log(
    `${what.padEnd(64)} ${median.toFixed(3)} s  (target ${target} s, ${times.map((time) => time.toFixed(3)).join(' ')})${met ? '' : '  MISSED'}`
  )
}

function filesIn(folder: string): readonly SourceFile[] {
  const names = readdirSync(root + folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml') && !name.startsWith('expected')
  )
  return names.map((name) => ({ name, text: readFileSync(`${root}${folder}/${name}`, 'utf8') }))
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
    const { status, stderr } = spawnSync(
      process.execPath,
      [CLI, 'check', FLAGSHIP, '--format', 'json'],
      {
        cwd: root,
        encoding: 'utf8',
        maxBuffer: 2 ** 28
      }
    )
    if (status !== 0 && status !== 4) throw new Error(`status ${status}: ${stderr}`)
  })
}
const large = sound(synthetic({ issues: 20, options: 5, parties: 6 }))
measure('20 issues x 5 options x 6 parties, 10,000 draws', 0.5, () => {
  check(large, { repairs: 0 })
})
const once = check(large, { repairs: 2 }).proposals[0]
measure('the same with all two-change repairs', 1, () => {
  check(large, { repairs: 2 })
})
console.log(`  ${once?.repairs.total} found${once?.repairs.complete ? '' : ', cut short'}`)
const long = synthetic({ issues: 40, options: 8, parties: 15 })
const size = long.reduce((sum, { text }) => sum + text.length, 0)
measure('reading 40 issues x 8 options x 15 parties', 1, () => {
  readCase(long)
})
console.log(`  ${Math.round(size / 1000)} kB`)
process.exitCode = missed > 0 ? 1 : 0
