/**
 * Bargaining solutions without the frontier: time, gap and regions searched, by size and kind of
 * game. Run alone: `npx node bench/bargaining-search.ts`. Exit code 1 when five parties over 100
 * issues miss half a second or the gap.
 */
import type { AdditiveGame, Found, Goal } from '../packages/core/src/bargaining/search/search.ts'
import { search } from '../packages/core/src/bargaining/search/search.ts'
import { figure } from './figures.ts'
import { generator } from './random.ts'

const SEEDS = [1, 2, 3, 4, 5]
const UNITS = 1e9
const OPTIONS = 10
const REACH = { ms: 500, gap: 1e-9 }
/** The max-min leaves a gap on large games: its rows stop here. */
const MAX_MIN_NODES = 300

interface Kind {
  readonly parties: number
  readonly issues: number
  /**
   * By how much an option's mean worth over the parties varies at most; undefined: worths are
   * uniform in 0..1.
   */
  readonly opposed?: number
  /** No-deal as a share of each party's best total. */
  readonly noDeal: number
  readonly seed?: number
}

/**
 * Ten options to an issue; where parties are opposed, each option is worth about the same to all of
 * them together.
 */
function gameOf({ parties, issues, opposed, noDeal, seed = 1 }: Kind): AdditiveGame {
  const random = generator(seed)
  const whole = (value: number): number => Math.round(UNITS * value)
  const point = (): readonly number[] => {
    const worth = Array.from({ length: parties }, random)
    if (opposed === undefined) return worth.map(whole)
    const shift = 0.5 + opposed * random() - worth.reduce((sum, value) => sum + value, 0) / parties
    return worth.map((value) => whole(value + shift))
  }
  const table = Array.from({ length: issues }, () => Array.from({ length: OPTIONS }, point))
  const best = (party: number): number =>
    table.reduce((sum, points) => sum + Math.max(...points.map((worth) => worth[party] ?? 0)), 0)
  return {
    parts: table.map((points) => ({
      width: parties,
      count: OPTIONS,
      values: Float64Array.from(points.flat())
    })),
    base: Float64Array.from({ length: parties }, (_, party) => -Math.floor(noDeal * best(party))),
    unitsPerPoint: new Float64Array(parties).fill(UNITS)
  }
}

interface Task {
  readonly kind: Kind
  readonly goal: Goal
  readonly maxNodes?: number
  /** Whether it is to keep within reach. */
  readonly within?: boolean
}

/** Prints one row; whether it keeps within reach. */
function measure(name: string, { kind, goal, maxNodes, within }: Task): boolean {
  const game = gameOf(kind)
  const start = performance.now()
  const found = search(game, goal, maxNodes === undefined ? {} : { maxNodes })
  const ms = performance.now() - start
  console.log(row(name, ms, found))
  const floor = within ? { floor: REACH.ms } : {}
  figure({ name: `search, ${name}: time`, value: ms, unit: 'ms', ...floor })
  figure({ name: `search, ${name}: nodes`, value: found.nodes, unit: 'regions' })
  return ms < REACH.ms && found.gap <= REACH.gap
}

function row(
  name: string,
  ms: number,
  { gap, rootBound, value = 0, nodes, complete }: Found
): string {
  const root = (rootBound - value) / value
  const cells = [`${ms.toFixed(1).padStart(8)} ms`, `${String(nodes).padStart(6)} nodes`]
  return [
    name.padEnd(46),
    ...cells,
    `gap ${gap.toExponential(1)}`,
    `root gap ${root.toExponential(1)}`,
    complete ? '' : 'stopped'
  ].join('  ')
}

const nash: Goal = { kind: 'nash' }
search(gameOf({ parties: 5, issues: 20, noDeal: 0.5 }), nash)

const reached = SEEDS.flatMap((seed) =>
  [0.5, 0].map((noDeal) =>
    measure(`nash 5 parties x 100 issues, no-deal ${noDeal}, seed ${seed}`, {
      kind: { parties: 5, issues: 100, noDeal, seed },
      goal: nash,
      within: true
    })
  )
)
measure('nash 5 x 30', { kind: { parties: 5, issues: 30, noDeal: 0.5 }, goal: nash })
measure('nash 10 x 100', { kind: { parties: 10, issues: 100, noDeal: 0.5 }, goal: nash })
for (const opposed of [0.02, 0]) {
  for (const parties of [3, 4, 5])
    measure(`nash ${parties} x 10 opposed, to ${opposed}`, {
      kind: { parties, issues: 10, opposed, noDeal: 0.3 },
      goal: nash,
      maxNodes: 2000
    })
  measure(`nash 2 x 100 opposed, to ${opposed}`, {
    kind: { parties: 2, issues: 100, opposed, noDeal: 0.3 },
    goal: nash,
    maxNodes: 2000
  })
}
const large: Kind = { parties: 5, issues: 100, noDeal: 0.5 }
measure('ideal 5 x 100', { kind: large, goal: { kind: 'ideal', party: 0 } })
measure('welfare 5 x 100, nobody loses', { kind: large, goal: { kind: 'welfare', floor: true } })
measure('welfare 5 x 100', { kind: large, goal: { kind: 'welfare', floor: false } })
const egalitarian: Goal = {
  kind: 'maxMin',
  baseline: new Float64Array(5),
  scale: new Float64Array(5).fill(UNITS)
}
measure(`max-min 5 x 100, ${MAX_MIN_NODES} nodes`, {
  kind: large,
  goal: egalitarian,
  maxNodes: MAX_MIN_NODES
})

process.exitCode = reached.every(Boolean) ? 0 : 1
