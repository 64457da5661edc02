import type { Compiled, Witness as Found, Step as Leg, Rules } from '@truce/core/stability'
import { explain, routes } from '@truce/core/stability'
import type { Answered, Concept, Route, Step, Witness, Witnesses } from './document.ts'

/** Which state to explain, and under what rules. */
export interface Asked {
  readonly state: string
  readonly concepts: readonly Concept[]
  readonly rules: Rules
}

/**
 * Why each party stays or leaves, and the way to the state from the status quo where there is one.
 */
export interface Explanation {
  readonly witnesses: Witnesses
  readonly route?: Route
}

/**
 * Explains a state the document does not tell of, in the document's own shape. Undefined for a
 * state that does not exist.
 */
export function explanationOf(
  compiled: Compiled,
  { state, concepts, rules }: Asked
): Explanation | undefined {
  const { conflict, space, statusQuo } = compiled
  const s = space.find(state)
  if (s === undefined) return undefined
  const witnesses = Object.fromEntries(
    conflict.parties.map((id, party) => [
      id,
      Object.fromEntries(
        concepts.map((concept) => [
          concept,
          inLabels(compiled, explain(conflict, { party, concept, state: s, rules }))
        ])
      )
    ])
  )
  const [way] = statusQuo === undefined ? [] : routes(conflict, statusQuo, [s])
  return way ? { witnesses, route: routeOf(compiled, way) } : { witnesses }
}

const stepOf = ({ conflict, space }: Compiled, { party, from, to }: Leg): Step => [
  conflict.parties[party] as string,
  space.label(from),
  space.label(to)
]

const answeredOf = (
  compiled: Compiled,
  {
    sanction,
    end,
    reply
  }: { readonly sanction: readonly Leg[]; readonly end: number; readonly reply?: Leg }
): Answered => ({
  sanction: sanction.map((leg) => stepOf(compiled, leg)),
  end: compiled.space.label(end),
  ...(reply ? { reply: stepOf(compiled, reply) } : {})
})

function inLabels(compiled: Compiled, witness: Found): Witness {
  if (!witness.stable) {
    const { improvement, attempt } = witness
    const tried = attempt ? { attempt: answeredOf(compiled, attempt) } : {}
    return { stable: false, improvement: stepOf(compiled, improvement), ...tried }
  }
  if (witness.because === 'no-move') return witness
  if (witness.because === 'no-improvement')
    return { ...witness, moves: witness.moves.map(compiled.space.label) }
  const answers = witness.answers.map((answer) => ({
    improvement: stepOf(compiled, answer.improvement),
    ...answeredOf(compiled, answer)
  }))
  return { stable: true, because: 'sanctioned', answers }
}

function routeOf(compiled: Compiled, way: ReturnType<typeof routes>[number]): Route {
  const path = (legs: readonly Leg[]): readonly Step[] => legs.map((leg) => stepOf(compiled, leg))
  return {
    path: path(way.path),
    improvementsOnly: way.improvementsOnly,
    ...(way.byImprovements ? { byImprovements: path(way.byImprovements) } : {})
  }
}
