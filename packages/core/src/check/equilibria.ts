import type { Case, Proposal } from '../model/case.ts'
import { compile } from '../stability/compile.ts'
import type { Concept } from '../stability/concepts.ts'
import { feasibleStates } from '../stability/conflict.ts'
import { solve } from '../stability/solve-graph.ts'
import { offersOf } from '../worth/offers.ts'
import type { EquilibriumState } from './check-result.ts'

/**
 * Beyond this many states the question is left to `truce solve stability`, which is made for it.
 */
const MOST_STATES = 1 << 14

/**
 * For every proposal that a state of the graph means, under which concepts the state is an
 * equilibrium; also for `no-deal`. What settles every issue as such a proposal does is the same
 * package, and leads to the same state.
 */
export function equilibriaOf(
  source: Case,
  judged: readonly Proposal[] = source.proposals
): ReadonlyMap<string, EquilibriumState> {
  const meant = ofStates(source)
  if (meant.size === 0) return meant
  const packages = new Map(
    source.proposals.flatMap((proposal) => {
      const holds = meant.get(proposal.id)
      return holds ? [[packageOf(proposal, source), holds] as const] : []
    })
  )
  const alike = judged.flatMap((proposal) => {
    const holds = meant.get(proposal.id) ?? packages.get(packageOf(proposal, source))
    return holds ? [[proposal.id, holds] as const] : []
  })
  return new Map([...meant, ...alike])
}

/** What a proposal comes to, as a text that is the same for the same package. */
function packageOf(proposal: Proposal, source: Case): string {
  const offers = offersOf(proposal, source)
  const settled = source.issues.map(({ id }) => {
    const offer = offers.get(id)
    return [offer?.option, offer?.then, offer?.chance?.range, proposal.provisional.has(id)]
  })
  return JSON.stringify(settled)
}

/** What holds for the states that mean something, by what they mean. */
function ofStates(source: Case): ReadonlyMap<string, EquilibriumState> {
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
