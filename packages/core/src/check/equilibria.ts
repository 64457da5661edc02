import type { Case } from '../model/case.ts'
import { compile } from '../stability/compile.ts'
import type { Concept } from '../stability/concepts.ts'
import { feasibleStates } from '../stability/conflict.ts'
import { solve } from '../stability/solve-graph.ts'
import type { EquilibriumState } from './check-result.ts'

/**
 * Beyond this many states the question is left to `truce solve stability`, which is made for it.
 */
const MOST_STATES = 1 << 14

/**
 * For every proposal that a state of the graph means, under which concepts the state is an
 * equilibrium; also for `no-deal`.
 */
export function equilibriaOf(source: Case): ReadonlyMap<string, EquilibriumState> {
  const compiled = source.graph?.states.some(({ means }) => means !== undefined)
    ? compile(source, source.graph)
    : undefined
  if (!compiled?.conflict) return new Map()
  const { conflict, named } = compiled
  const meaning = named.filter(({ means }) => means !== undefined)
  if (conflict.size > MOST_STATES)
    return new Map(
      meaning.map(({ id, means = '' }) => [
        means,
        { state: id, concepts: null, alike: { states: 0, of: conflict.count } }
      ])
    )
  const { concepts } = solve(conflict)
  const holdsUnder = (state: number): readonly Concept[] =>
    [...concepts].flatMap(([concept, verdicts]) =>
      verdicts?.equilibria[state] === 1 ? [concept] : []
    )
  const alike = (state: number, under: readonly Concept[]): number =>
    under.length === 0
      ? 0
      : feasibleStates(conflict).filter(
          (other) =>
            other !== state &&
            under.every((concept) => concepts.get(concept)?.equilibria[other] === 1)
        ).length
  return new Map(
    meaning.map(({ id, means = '', state }) => {
      const under = holdsUnder(state)
      const others = { states: alike(state, under), of: conflict.count - 1 }
      return [means, { state: id, concepts: under, alike: others }]
    })
  )
}
