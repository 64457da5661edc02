/**
 * Times the count of admissible packages among 5^20. Run with `node bench/counting.ts`; prints
 * seconds beside the target.
 */
import { countPackages } from '../packages/core/src/terms/index.ts'
import { chained, issues, pairs, wideConditions } from '../packages/core/test/terms/large.ts'
import { figure } from './figures.ts'

const TARGET = 1

let missed = 0
for (const [what, excluded] of [
  ['20 issues x 5 options, nothing excluded', []],
  ['the same, neighbours exclude each other', chained],
  ['the same, ten pairs that agree', pairs],
  ['the same, six wide exclusions that overlap', wideConditions]
] as const) {
  const started = performance.now()
  const { count } = countPackages({ issues, excluded })
  const seconds = (performance.now() - started) / 1000
  const name = `counting packages: ${what}`
  if (!figure({ name, value: seconds, unit: 's', floor: TARGET })) missed++
  console.log(`${what.padEnd(48)} ${count} packages, ${seconds.toFixed(3)} s (target ${TARGET} s)`)
}
process.exitCode = missed > 0 ? 1 : 0
