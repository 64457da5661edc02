import type { Compiled } from './compile.ts'
import type { Concept, Rules } from './concepts.ts'
import { DEFAULT_RULES } from './concepts.ts'
import { withRanks } from './conflict.ts'
import { isEquilibrium } from './inverse.ts'
import type { Predicate } from './state-ranks.ts'
import { ranksFromStatements } from './state-ranks.ts'

/** The least number of statements to be moved to other places, as far as it was found. */
export interface StatementInverse {
  /** The moves found, in turn; undefined where none was found. */
  readonly moves?: readonly StatementMove[]
  readonly atLeast: number
  readonly exact: boolean
}

/** Take the statement at `from` out and put it back at `to`. */
export interface StatementMove {
  readonly party: number
  readonly from: number
  readonly to: number
}

/** A wanted equilibrium, whose statements may move, and how many arrangements may be tried. */
export interface StatementWish {
  readonly state: number
  readonly concept: Concept
  readonly rules?: Rules
  readonly free?: readonly number[]
  readonly budget?: number
}

/** Arrangements tried by default, each of them ranked and solved anew; beyond it, a bound. */
const ARRANGEMENTS = 5000

/**
 * Breadth first over moves of single statements; exact when found, a bound when the budget ends
 * first.
 */
export function leastStatementMoves(compiled: Compiled, wish: StatementWish): StatementInverse {
  const { state, concept, rules = DEFAULT_RULES, budget = ARRANGEMENTS } = wish
  const { conflict, preferences } = compiled
  const free = (wish.free ?? conflict.parties.map((_, party) => party)).filter(
    (party) => (preferences[party]?.statements.length ?? 0) > 1
  )
  if (isEquilibrium(conflict, { state, concept, rules }))
    return { moves: [], atLeast: 0, exact: true }
  const start: Arrangement = {
    orders: preferences.map(({ statements }) => [...statements.keys()]),
    moves: []
  }
  const ranked = (party: number, order: readonly number[]): Int32Array =>
    ranksFromStatements(
      conflict.feasible,
      order.map((k) => preferences[party]?.statements[k]?.holds as Predicate)
    )
  const seen = new Set([start.orders.join('|')])
  let front: readonly Arrangement[] = [start]
  for (let depth = 1; front.length > 0; depth++) {
    const next: Arrangement[] = []
    for (const one of front) {
      for (const fresh of rearranged(one, free)) {
        const key = fresh.orders.join('|')
        if (seen.has(key)) continue
        seen.add(key)
        if (seen.size > budget) return { atLeast: depth, exact: false }
        const after = free.reduce(
          (now, party) => withRanks(now, party, ranked(party, fresh.orders[party] ?? [])),
          conflict
        )
        if (isEquilibrium(after, { state, concept, rules }))
          return { moves: fresh.moves, atLeast: depth, exact: true }
        next.push(fresh)
      }
    }
    front = next
  }
  return { atLeast: Number.POSITIVE_INFINITY, exact: true }
}

interface Arrangement {
  readonly orders: readonly (readonly number[])[]
  readonly moves: readonly StatementMove[]
}

function rearranged(
  { orders, moves }: Arrangement,
  free: readonly number[]
): readonly Arrangement[] {
  return free.flatMap((party) => {
    const order = orders[party] ?? []
    return order.flatMap((statement, from) =>
      order.flatMap((_, to): Arrangement[] => {
        if (to === from) return []
        const rest = order.filter((one) => one !== statement)
        const moved = [...rest.slice(0, to), statement, ...rest.slice(to)]
        return [
          {
            orders: orders.map((old, index) => (index === party ? moved : old)),
            moves: [...moves, { party, from, to }]
          }
        ]
      })
    )
  })
}
