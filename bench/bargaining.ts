/**
 * Exact frontiers: time by size and kind of game, against their targets. Run alone: `npx node
 * bench/bargaining.ts`. The public domains are timed where TRUCE_VECTORS names their folder; they
 * are not ours to ship.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DealSpace, Table } from '../packages/core/src/bargaining/index.ts'
import {
  frontier,
  liveFrontier,
  solutions,
  wholeNumbers
} from '../packages/core/src/bargaining/index.ts'
import { figure } from './figures.ts'
import { generator } from './random.ts'

const SEED = 1
const RUNS = 7
let missed = 0

/**
 * Worths uniform in 0..1 to six digits, ten options an issue; opposed: what an option is worth to
 * all together hardly varies. No deal is worth 0.
 */
function game(parties: number, issues: number, opposed = false): DealSpace {
  const random = generator(SEED)
  const table: Table = {
    parties: Array.from({ length: parties }, (_, party) => `p${party}`),
    issues: Array.from({ length: issues }, (_, issue) => ({
      id: `i${issue}`,
      options: Array.from({ length: 10 }, (_, option) => `o${option}`),
      worth: Array.from({ length: 10 }, () => {
        const worth = Array.from({ length: parties }, random)
        const mean = worth.reduce((sum, value) => sum + value, 0) / parties
        const noise = 0.02 * random()
        return worth.map((value) => Math.round(1e6 * (opposed ? value - mean + 1 + noise : value)))
      })
    })),
    noDeal: Array.from({ length: parties }, () => 0)
  }
  return wholeNumbers(table)
}

function domain(name: string): DealSpace | undefined {
  const path = join(process.env['TRUCE_VECTORS'] ?? '', 'bargaining/domains', `${name}.json`)
  if (!process.env['TRUCE_VECTORS'] || !existsSync(path)) return undefined
  const { parties, issues } = JSON.parse(readFileSync(path, 'utf8'))
  return wholeNumbers({
    parties: parties.map((party: { name: string }) => party.name),
    issues: issues.map((issue: { name: string; values: unknown[] }, k: number) => ({
      id: issue.name,
      options: issue.values.map(String),
      worth: issue.values.map((_, option) =>
        parties.map((party: { utility: number[][] }) => party.utility[k]?.[option])
      )
    })),
    noDeal: parties.map((party: { utility: number[][] }) =>
      party.utility.reduce((sum, worth) => sum + Math.min(...worth), 0)
    )
  })
}

function measure(what: string, target: number | undefined, work: () => number): void {
  const counts = [work(), work()]
  const times = Array.from({ length: RUNS }, () => {
    const started = performance.now()
    counts.push(work())
    return performance.now() - started
  }).sort((a, b) => a - b)
  const median = times[RUNS >> 1] as number
  const late = !figure({
    name: what,
    value: median,
    unit: 'ms',
    ...(target === undefined ? {} : { floor: target })
  })
  if (late) missed++
  const goal = target === undefined ? '' : `  (target ${target} ms)${late ? '  MISSED' : ''}`
  console.log(
    `${what.padEnd(58)} ${median.toFixed(2).padStart(9)} ms  ${String(counts[0]).padStart(7)} points${goal}`
  )
}

/** Frontier, Nash, both Kalai-Smorodinsky and the rest. */
function solveAll(space: DealSpace): number {
  const found = frontier(space)
  solutions(found)
  return found.gains.count
}

measure('2 parties, 10^6 packages', 25, () => solveAll(game(2, 6)))
measure('3 parties, 10^6 packages', 25, () => solveAll(game(3, 6)))
measure('2 parties, 10^50 packages', undefined, () => solveAll(game(2, 50)))
measure('2 parties opposed, 10^20 packages', undefined, () => solveAll(game(2, 20, true)))
measure('3 parties opposed, 10^10 packages', undefined, () => solveAll(game(3, 10, true)))
measure('4 parties, 10^8 packages', 1000, () => solveAll(game(4, 8)))
measure('5 parties, 10^6 packages', undefined, () => solveAll(game(5, 6)))

for (const [name, target] of [
  ['AMPOvsCity', 5],
  ['KillerRobot5', 500]
] as const) {
  const space = domain(name)
  if (space) measure(name, target, () => solveAll(space))
  else console.log(`${name.padEnd(58)}   not timed: TRUCE_VECTORS names no folder with it`)
}

// A person drags a value: the same issue again and again; or goes from issue to issue.
for (const [what, space] of [
  ['2 parties, 20 issues', game(2, 20)],
  ['2 parties opposed, 20 issues', game(2, 20, true)],
  ['3 parties, 12 issues', game(3, 12)]
] as const) {
  let live = liveFrontier(space)
  let worth = 0
  const change = (issue: number) => (): number => {
    live = live?.changed({ issue, option: 3, party: 0, worth: 1000 * ++worth })
    return live?.gains.count ?? 0
  }
  const target = space.parties.length === 2 ? 5 : undefined
  measure(`one value changed again, ${what}`, target, change(3))
  measure(`a value of another issue, ${what}`, undefined, () => change(worth % 12)())
}
process.exitCode = missed > 0 ? 1 : 0
