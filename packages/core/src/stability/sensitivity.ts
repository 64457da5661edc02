import type { Condition } from '../model/judgement.ts'
import type { Compiled } from './compile.ts'
import type { Concept, Rules } from './concepts.ts'
import { DEFAULT_RULES } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { withRanks } from './conflict.ts'
import { movesIn } from './predicate.ts'
import { solve } from './solve-graph.ts'
import type { Predicate } from './state-ranks.ts'
import { ranksFromStatements } from './state-ranks.ts'

/**
 * Two neighbouring statements of a party, exchanged, and the verdicts that turn. Places count from
 * 0, the most important.
 */
export interface SwapEffect {
  readonly party: number
  readonly upper: number
  readonly lower: number
  /** States that cease to be equilibria (`breaks`) or become them (`makes`), by concept. */
  readonly breaks: readonly StateUnderConcept[]
  readonly makes: readonly StateUnderConcept[]
}

/** One state under one concept. */
export interface StateUnderConcept {
  readonly state: number
  readonly concept: Concept
}

/** Which verdicts to watch. */
export interface Watched {
  readonly states: readonly number[]
  readonly concepts: readonly Concept[]
  readonly rules?: Rules
}

/** Every exchange of two neighbouring statements that makes or breaks one of the watched states. */
export function swapEffects(
  compiled: Compiled,
  { states, concepts, rules = DEFAULT_RULES }: Watched
): readonly SwapEffect[] {
  const { conflict } = compiled
  const watched = states.flatMap((state) =>
    concepts.map((concept): StateUnderConcept => ({ state, concept }))
  )
  const standing = (one: Conflict): readonly boolean[] => {
    const solution = solve(one, { ...rules, concepts })
    return watched.map(
      ({ state, concept }) => solution.concepts.get(concept)?.equilibria[state] === 1
    )
  }
  const before = standing(conflict)
  return compiled.preferences.flatMap(({ statements }, party) =>
    statements.slice(1).flatMap((_, upper): SwapEffect[] => {
      const tests = exchanged(
        statements.map(({ holds }) => holds),
        upper
      )
      const after = standing(
        withRanks(conflict, party, ranksFromStatements(conflict.feasible, tests))
      )
      const turned = watched.filter((_, k) => after[k] !== before[k])
      if (turned.length === 0) return []
      const stood = new Set(watched.filter((_, k) => before[k]))
      return [
        {
          party,
          upper,
          lower: upper + 1,
          breaks: turned.filter((one) => stood.has(one)),
          makes: turned.filter((one) => !stood.has(one))
        }
      ]
    })
  )
}

function exchanged(tests: readonly Predicate[], upper: number): readonly Predicate[] {
  const copy = [...tests]
  copy.splice(upper, 2, tests[upper + 1] as Predicate, tests[upper] as Predicate)
  return copy
}

/**
 * An unconditional statement of a party about its own moves that stands above a conditional one.
 */
export interface HandMade {
  readonly party: number
  readonly unconditional: number
  readonly conditional: number
}

/**
 * Statements by which a party wants a move of its own whatever the others do, placed above one that
 * makes its moves depend on them: what is stable thanks to such an order was put in by hand. For
 * each, the first conditional statement below it.
 */
export function handMade({ preferences, conflict }: Compiled): readonly HandMade[] {
  return preferences.flatMap(({ statements }, party) => {
    const id = conflict.parties[party] as string
    return statements.flatMap(({ condition }, unconditional): HandMade[] => {
      if (
        isConditional(condition) ||
        !movesIn(condition).every((move) => move.startsWith(`${id}.`))
      )
        return []
      const conditional = statements.findIndex(
        (below, place) => place > unconditional && isConditional(below.condition)
      )
      return conditional < 0 ? [] : [{ party, unconditional, conditional }]
    })
  })
}

const isConditional = (condition: Condition): boolean =>
  condition.kind === 'if' || condition.kind === 'iff'
