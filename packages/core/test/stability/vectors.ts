import type { Conflict } from '../../src/stability/conflict.ts'
import { arcMoves, optionMoves } from '../../src/stability/conflict.ts'
import { ranksFromGroups } from '../../src/stability/state-ranks.ts'
import { published } from '../published.ts'

const results = published('graph')

export const hasVectors = results.there
export const WHY_SKIPPED = results.why

/** The published conflicts in option form that other programs carry too. */
export const OPTION_FORM = [
  'gmcrpy_cuban',
  'gmcrpy_elmira',
  'gmcrpy_prisoners',
  'gmcrpy_syriairaq',
  'nk_base',
  'nk_pacifist',
  'std_chicken'
]

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
export const readVector = <T = Vector>(name: string): T => results.read<T>(`${name}.json`)

/** The vector's conflict, and the state behind each of its numbers. */
export function conflictOf(vector: Vector): {
  readonly conflict: Conflict
  readonly stateOf: (n: number) => number
} {
  const { stateOf, ...states } = vector.form === 'graph' ? fromArcs(vector) : fromOptions(vector)
  const ranks = vector.preference_ranking_best_first.map((list) =>
    ranksFromGroups(
      states.size,
      list.map((group) => [group].flat().map((n) => stateOf(n as number)))
    )
  )
  return { stateOf, conflict: { parties: vector.decision_makers, ...states, ranks } }
}

/** A conflict's states and moves, and the state behind each of the vector's numbers. */
interface States extends Omit<Conflict, 'parties' | 'ranks'> {
  readonly stateOf: (n: number) => number
}

function fromOptions({ options, states, decision_makers: makers }: Vector): States {
  const names = { both: 'both', fwd: 'forward', back: 'back' } as const
  const size = 2 ** options.length
  const feasible = new Uint8Array(size)
  for (const { decimal } of states) feasible[decimal] = 1
  const moves = optionMoves(
    makers.length,
    options.map((one) => ({ party: one.dm, direction: names[one.permitted_direction] }))
  )
  const stateOf = (n: number): number => states.find((state) => state.n === n)?.decimal as number
  return { stateOf, size, feasible, count: states.length, moves }
}

function fromArcs({ arcs, n_states: size }: Vector): States {
  const moves = arcMoves(
    size,
    arcs.map((own) => own.map(([from, to]) => [from - 1, to - 1] as const))
  )
  const feasible = new Uint8Array(size).fill(1)
  return { stateOf: (n) => n - 1, size, feasible, count: size, moves }
}
