/**
 * What can be wrong with a graph, as data; `at` is the path of the culprit in the case. `check` has
 * the words for it.
 */
export type GraphProblem =
  | { readonly kind: 'no-feasible-state'; readonly at: string; readonly patterns: number }
  | {
      readonly kind: 'too-many-states'
      readonly at: string
      readonly moves: number
      readonly most: number
      readonly coalesce: readonly string[]
    }
  | { readonly kind: 'status-quo-infeasible'; readonly at: string; readonly name: string }
  | {
      readonly kind: 'ranking-unknown' | 'ranking-repeats' | 'ranking-misses'
      readonly at: string
      readonly party: string
      readonly states: readonly string[]
    }
  | {
      readonly kind: 'state-matches-none' | 'state-matches-several'
      readonly at: string
      readonly id: string
      readonly count: number
      readonly states: readonly string[]
    }
  | {
      readonly kind: 'coalesced-apart'
      readonly at: string
      readonly party: string
      readonly states: readonly string[]
    }
  | {
      readonly kind: 'no-preference' | 'nothing-to-derive'
      readonly at: string
      readonly party: string
    }
  | {
      readonly kind: 'unknown-node'
      readonly at: string
      readonly party: string
      readonly nodes: readonly string[]
    }
