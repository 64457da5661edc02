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

/** What a change of one party's statements does to the states watched. */
export interface StatementEffect {
  readonly party: number
  /** States that cease to be equilibria (`breaks`) or become them (`makes`), by concept. */
  readonly breaks: readonly StateUnderConcept[]
  readonly makes: readonly StateUnderConcept[]
}

/**
 * Two neighbouring statements of a party, exchanged, and the verdicts that turn. Places count from
 * 0, the most important.
 */
export interface SwapEffect extends StatementEffect {
  readonly upper: number
  readonly lower: number
}

/** One statement of a party left out, and the verdicts that turn. */
export interface OmissionEffect extends StatementEffect {
  readonly omitted: number
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
export function swapEffects(compiled: Compiled, watched: Watched): readonly SwapEffect[] {
  return effectsOf(compiled, watched, (tests) =>
    tests.slice(1).map((_, upper) => ({
      tests: exchanged(tests, upper),
      change: { upper, lower: upper + 1 }
    }))
  )
}

/**
 * Every statement without which one of the watched states would cease to be an equilibrium, or
 * become one. What hangs on a single statement was put in by whoever wrote it.
 */
export function omissionEffects(compiled: Compiled, watched: Watched): readonly OmissionEffect[] {
  return effectsOf(compiled, watched, (tests) =>
    tests.map((_, omitted) => ({
      tests: tests.filter((_, place) => place !== omitted),
      change: { omitted }
    }))
  )
}

/** One party's statements changed, and how the change is told. */
interface Changed<T> {
  readonly tests: readonly Predicate[]
  readonly change: T
}

/** The changes, of all that can be made to each party's statements, that turn a watched verdict. */
function effectsOf<T extends object>(
  { conflict, preferences }: Compiled,
  { states, concepts, rules = DEFAULT_RULES }: Watched,
  changesOf: (tests: readonly Predicate[]) => readonly Changed<T>[]
): readonly (StatementEffect & T)[] {
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
  return preferences.flatMap(({ statements }, party) =>
    changesOf(statements.map(({ holds }) => holds)).flatMap(({ tests, change }) => {
      const after = standing(
        withRanks(conflict, party, ranksFromStatements(conflict.feasible, tests))
      )
      const turned = watched.filter((_, k) => after[k] !== before[k])
      if (turned.length === 0) return []
      const stood = new Set(watched.filter((_, k) => before[k]))
      const breaks = turned.filter((one) => stood.has(one))
      const makes = turned.filter((one) => !stood.has(one))
      return [{ party, ...change, breaks, makes }]
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
