/**
 * The graph model's kernel: how long, and how much memory, by number of states and parties. Run
 * alone: `npx node bench/stability.ts`. One row of the big sizes runs in a process of its own, so
 * that its memory is its own.
 */
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Concept } from '../packages/core/src/stability/concepts.ts'
import type { Conflict } from '../packages/core/src/stability/conflict.ts'
import { optionMoves } from '../packages/core/src/stability/conflict.ts'
import { solve } from '../packages/core/src/stability/solve-graph.ts'
import { ranksFromStatements } from '../packages/core/src/stability/state-ranks.ts'
import { figure } from './figures.ts'
import { generator } from './random.ts'

const FIVE: readonly Concept[] = ['nash', 'gmr', 'smr', 'seq', 'sseq']
const SEED = 1

/** Every pattern feasible, every move reversible, strict random rankings. */
function strictConflict(width: number, parties: number): Conflict {
  const random = generator(SEED)
  const size = 2 ** width
  const ranks = Array.from({ length: parties }, () => {
    const order = Int32Array.from({ length: size }, (_, k) => k)
    for (let k = size - 1; k > 0; k--) {
      const other = Math.floor(random() * (k + 1))
      const kept = order[k] as number
      order[k] = order[other] as number
      order[other] = kept
    }
    return order
  })
  const moves = optionMoves(
    parties,
    Array.from({ length: width }, (_, k) => ({ party: k % parties, direction: 'both' as const }))
  )
  return {
    parties: ranks.map((_, party) => `p${party}`),
    size,
    count: size,
    feasible: new Uint8Array(size).fill(1),
    moves,
    ranks
  }
}

/** Twenty statements over one to three moves each. */
function statements(width: number): ((state: number) => boolean)[] {
  const random = generator(SEED + 1)
  return Array.from({ length: 20 }, () => {
    const mask = [1, 2, 3].reduce((sum) => sum | (1 << Math.floor(random() * width)), 0)
    const wanted = mask & Math.floor(random() * 2 ** width)
    return (state: number) => (state & mask) === wanted
  })
}

interface Row {
  readonly what: string
  readonly ms: number
  readonly megabytes: number
  readonly check: number
}

function timed(what: string, run: () => number): Row {
  const start = performance.now()
  const check = run()
  return {
    what,
    ms: performance.now() - start,
    megabytes: process.resourceUsage().maxRSS / 2 ** 10,
    check
  }
}

/**
 * One measurement, by its name: `<what> <log2 of states> <parties>`. The sum keeps the work from
 * being optimised away.
 */
function measure(what: string, width: number, parties: number): Row {
  const name = `${what} 2^${width} x ${parties}`
  if (what === 'ranks') {
    const feasible = new Uint8Array(2 ** width).fill(1)
    const list = statements(width)
    return timed(name, () =>
      ranksFromStatements(feasible, list).reduce((sum, rank) => sum + rank, 0)
    )
  }
  const conflict = strictConflict(width, parties)
  const concepts: readonly Concept[] = what === 'sim' ? ['sim'] : FIVE
  return timed(name, () =>
    [...solve(conflict, { concepts }).concepts.values()].reduce(
      (sum, one) => sum + (one?.equilibria.reduce((all, mark) => all + mark, 0) ?? 0),
      0
    )
  )
}

/**
 * What the figures ask for; the least that a peer's published program needs stands beside it where
 * it was measured.
 */
const TARGETS: readonly {
  readonly what: string
  readonly width: number
  readonly parties: number
  readonly ms: number
  readonly megabytes?: number
  readonly peer?: string
}[] = [
  { what: 'five', width: 12, parties: 4, ms: 200, peer: '204 s (gmcr-py, without SSEQ)' },
  { what: 'five', width: 16, parties: 4, ms: 1000, peer: 'does not fit in memory' },
  { what: 'five', width: 20, parties: 4, ms: 10_000, megabytes: 256 },
  { what: 'sim', width: 12, parties: 4, ms: 1000, peer: '23.5 s (gmcr-py)' },
  { what: 'sim', width: 16, parties: 2, ms: 30_000 },
  { what: 'sim', width: 16, parties: 4, ms: 30_000 },
  { what: 'ranks', width: 20, parties: 1, ms: 2000 }
]

/**
 * The fastest of some runs, each in a process of its own: other work on the machine only ever adds.
 */
function fastest(runs: number, what: string, at: readonly [number, number]): Row {
  const rows = Array.from({ length: runs }, () => alone(what, ...at))
  return rows.reduce((best, row) => (row.ms < best.ms ? row : best))
}

/** The row, measured in a process of its own. */
function alone(what: string, width: number, parties: number): Row {
  const child = spawnSync(
    process.execPath,
    [fileURLToPath(import.meta.url), what, String(width), String(parties)],
    {
      encoding: 'utf8'
    }
  )
  if (child.status !== 0) throw new Error(child.stderr)
  return JSON.parse(child.stdout) as Row
}

function main(): void {
  const [cpu] = cpus()
  console.log(
    `Stability kernel. Node ${process.version}, ${process.platform} ${process.arch}, ${cpus().length} x ${cpu?.model ?? 'unknown'}, ${Math.round(totalmem() / 2 ** 30)} GB; seed ${SEED}; cold start; figures: the fastest of three runs, curve: one run.`
  )
  console.log(
    'five = Nash + GMR + SMR + SEQ + SSEQ from strict random rankings; ranks = ranking from 20 statements.\n'
  )
  let met = true
  for (const { what, width, parties, ms, megabytes, peer } of TARGETS) {
    const row = fastest(3, what, [width, parties])
    figure({ name: `stability, ${row.what}: time`, value: row.ms, unit: 'ms', floor: ms })
    const most = megabytes === undefined ? {} : { floor: megabytes }
    figure({ name: `stability, ${row.what}: memory`, value: row.megabytes, unit: 'MB', ...most })
    const good = row.ms < ms && (megabytes === undefined || row.megabytes < megabytes)
    met &&= good
    const memory = `${row.megabytes.toFixed(0)} MB${megabytes === undefined ? '' : ` of ${megabytes}`}`
    console.log(
      `${good ? 'met   ' : 'MISSED'} ${row.what.padEnd(16)} ${row.ms.toFixed(0).padStart(6)} ms of ${String(ms).padStart(6)}   ${memory.padEnd(14)}${peer ? `   peer: ${peer}` : ''}`
    )
  }
  console.log(
    '\nfive, milliseconds and megabytes resident at the peak:\n  states   2 parties      3 parties      4 parties'
  )
  for (let width = 6; width <= 20; width += 2) {
    const cells = [2, 3, 4]
      .map((parties) => alone('five', width, parties))
      .map(
        (row) => `${row.ms.toFixed(0).padStart(6)} ms ${row.megabytes.toFixed(0).padStart(3)} MB`
      )
    console.log(`  2^${String(width).padEnd(6)} ${cells.join('  ')}`)
  }
  process.exitCode = met ? 0 : 1
}

const [what, width, parties] = process.argv.slice(2)
if (what === undefined) main()
else console.log(JSON.stringify(measure(what, Number(width), Number(parties))))
