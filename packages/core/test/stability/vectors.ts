import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Conflict } from '../../src/stability/conflict.ts'
import { arcMoves, optionMoves } from '../../src/stability/conflict.ts'
import { ranksFromGroups } from '../../src/stability/ranks.ts'

/**
 * The folder of published vectors for the graph model, named from outside; absent on most machines.
 */
const FOLDER =
  process.env['TRUCE_VECTORS'] === undefined
    ? undefined
    : join(process.env['TRUCE_VECTORS'], 'graph')

/**
 * False where the vectors are not at hand; then their tests are skipped. It is an error to be
 * without them where they are required.
 */
export const hasVectors = FOLDER !== undefined && existsSync(FOLDER)
if (!hasVectors && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('vectors')) {
  throw new Error(
    'TRUCE_REQUIRE asks for the vectors, but TRUCE_VECTORS names no folder with graph/'
  )
}
export const WHY_SKIPPED = 'TRUCE_VECTORS names no folder with published vectors'

export interface Verdict {
  readonly stable_states_per_dm: readonly (readonly number[])[]
  readonly equilibria: readonly number[]
}

export interface Vector {
  readonly form: 'option' | 'graph'
  readonly decision_makers: readonly string[]
  readonly options: readonly {
    readonly dm: number
    readonly permitted_direction: 'both' | 'fwd' | 'back'
  }[]
  readonly infeasible_patterns: readonly string[]
  readonly states: readonly { readonly n: number; readonly decimal: number; readonly yn: string }[]
  readonly n_states: number
  readonly arcs: readonly (readonly (readonly [number, number])[])[]
  readonly preference_ranking_best_first: readonly (readonly (number | readonly number[])[])[]
  readonly results: {
    readonly reference: Readonly<Record<string, Verdict>> & {
      readonly Lh?: Readonly<Record<string, Verdict>>
    }
  }
}

/** One vector file, as it is. */
export const readVector = <T = Vector>(name: string): T =>
  JSON.parse(readFileSync(join(FOLDER ?? '', `${name}.json`), 'utf8')) as T

/** The vector's conflict, and the state behind each of its numbers. */
export function conflictOf(vector: Vector): {
  readonly conflict: Conflict
  readonly stateOf: (n: number) => number
} {
  return vector.form === 'graph' ? fromArcs(vector) : fromOptions(vector)
}

function groupsIn(vector: Vector, stateOf: (n: number) => number): number[][][] {
  return vector.preference_ranking_best_first.map((list) =>
    list.map((group) => [group].flat().map((n) => stateOf(n as number)))
  )
}

function fromOptions(vector: Vector): ReturnType<typeof conflictOf> {
  const names = { both: 'both', fwd: 'forward', back: 'back' } as const
  const stateOf = (n: number): number =>
    vector.states.find((state) => state.n === n)?.decimal as number
  const size = 2 ** vector.options.length
  const feasible = new Uint8Array(size)
  for (const { decimal } of vector.states) feasible[decimal] = 1
  const moves = optionMoves(
    vector.decision_makers.length,
    vector.options.map((one) => ({ party: one.dm, direction: names[one.permitted_direction] }))
  )
  const ranks = groupsIn(vector, stateOf).map((groups) => ranksFromGroups(size, groups))
  return {
    stateOf,
    conflict: {
      parties: vector.decision_makers,
      size,
      feasible,
      count: vector.states.length,
      moves,
      ranks
    }
  }
}

function fromArcs(vector: Vector): ReturnType<typeof conflictOf> {
  const size = vector.n_states
  const stateOf = (n: number): number => n - 1
  const moves = arcMoves(
    size,
    vector.arcs.map((arcs) => arcs.map(([from, to]) => [from - 1, to - 1] as const))
  )
  const ranks = groupsIn(vector, stateOf).map((groups) => ranksFromGroups(size, groups))
  return {
    stateOf,
    conflict: {
      parties: vector.decision_makers,
      size,
      feasible: new Uint8Array(size).fill(1),
      count: size,
      moves,
      ranks
    }
  }
}
