import { holds } from '../model/condition.ts'
import type { Graph, NamedState, Preference } from '../model/graph.ts'
import type { Condition } from '../model/judgement.ts'

/**
 * Which of two states stands higher: 1 the first, -1 the second, 0 neither; undefined where what is
 * written does not decide it.
 */
export type Order = 1 | -1 | 0 | undefined

/**
 * How a hand-written preference orders two named states. Statements are compared lexicographically,
 * most important first, and only as far as the patterns of the states decide them; a ranking by the
 * place of the states that fit the pattern.
 */
export function orderOf(
  preference: Preference,
  states: readonly [NamedState, NamedState],
  graph: Graph
): Order {
  if (preference.kind === 'statements') return byStatements(preference.statements, states)
  if (preference.kind !== 'ranking') return undefined
  const [first, second] = states.map((state) => placeIn(preference.ranking, state, graph))
  if (first === undefined || second === undefined) return undefined
  return first === second ? 0 : first < second ? 1 : -1
}

function byStatements(
  statements: readonly Condition[],
  [first, second]: readonly [NamedState, NamedState]
): Order {
  const [movesOfFirst, movesOfSecond] = [movesOf(first.where), movesOf(second.where)]
  for (const statement of statements) {
    const a = truth(statement, movesOfFirst)
    const b = truth(statement, movesOfSecond)
    if (a === undefined || b === undefined) return undefined
    if (a !== b) return a ? 1 : -1
  }
  return 0
}

const truth = (statement: Condition, moves: ReadonlyMap<string, boolean>): boolean | undefined =>
  holds(statement, { move: (party, move) => moves.get(`${party}.${move}`) })

/** The moves that a pattern settles for certain, by `party.move`. */
function movesOf(where: Condition): ReadonlyMap<string, boolean> {
  if (where.kind === 'move') return new Map([[`${where.party}.${where.move}`, where.taken]])
  return where.kind === 'all'
    ? new Map(where.parts.flatMap((part) => [...movesOf(part)]))
    : new Map()
}

/** The group of a ranking in which a state stands; undefined when none or several fit. */
function placeIn(
  ranking: readonly (readonly string[])[],
  { node, where }: NamedState,
  graph: Graph
): number | undefined {
  const moves = movesOf(where)
  const taken = graph.moves.map(({ party, id }) => moves.get(`${party}.${id}`))
  const fits = (label: string): boolean =>
    node === undefined
      ? label.length === taken.length &&
        taken.every((yes, i) => yes === undefined || label[i] === '-' || (label[i] === 'Y') === yes)
      : label === node
  const places = ranking.flatMap((group, index) => (group.some(fits) ? [index] : []))
  return places.length === 1 ? places[0] : undefined
}
