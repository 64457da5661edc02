import type { CoalitionSettings, CoalitionSolution, Gain } from './coalitions.ts'
import { coalitionStability, MOST_COALITION_STATES } from './coalitions.ts'
import type { Compiled } from './compile.ts'
import type { Concept, Rules } from './concepts.ts'
import { CONCEPTS, DEFAULT_RULES } from './concepts.ts'
import { feasibleStates } from './conflict.ts'
import type { Foresight, NonMyopic } from './foresight.ts'
import { foresight, hasForesight, nonMyopic } from './foresight.ts'
import type { Inverse } from './inverse.ts'
import { inverse, MOST_RANKED, rankingsThatHold } from './inverse.ts'
import type { JointMove, Route } from './paths.ts'
import { jointImprovements, routes } from './paths.ts'
import type { HandMade, OmissionEffect, SwapEffect } from './sensitivity.ts'
import { handMade, omissionEffects, swapEffects } from './sensitivity.ts'
import type { StabilityVerdicts } from './solve-graph.ts'
import { marked, solve } from './solve-graph.ts'
import type { StatementInverse } from './statement-moves.ts'
import { leastStatementMoves } from './statement-moves.ts'
import type { Witness } from './witness.ts'
import { explain } from './witness.ts'

/** What to analyse: everything that is asked of one case in one go. */
export interface AnalysisSettings extends Partial<Rules> {
  readonly concepts?: readonly Concept[]
  /** Where paths begin; the case's status quo when left out. */
  readonly from?: number
  readonly coalitions?: boolean
  readonly gain?: Gain
  /** A state that is wanted as an equilibrium. */
  readonly inverse?: number
  /**
   * Whether the parties' statements are exchanged and left out one by one; they are where nothing is
   * said. Each solves the conflict anew, which is most of the work.
   */
  readonly effects?: boolean
}

/** The whole answer, as data. */
export interface Analysis {
  readonly rules: Rules
  readonly concepts: readonly Concept[]
  readonly solution: StabilityVerdicts
  /** States that are equilibria under some concept, ascending. */
  readonly equilibria: readonly number[]
  /**
   * The start, the named states and then the equilibria, those under most concepts first; at most
   * `LIMITS.explained`.
   */
  readonly explained: readonly Explained[]
  readonly start?: Start
  readonly coalitions?: CoalitionSolution | 'too-many-states'
  readonly foresight?: { readonly horizons: readonly Foresight[]; readonly nonMyopic?: NonMyopic }
  /** Absent where there are too many states to try every exchange, or where none was asked for. */
  readonly swaps?: readonly SwapEffect[]
  /** Likewise for every statement left out. */
  readonly omissions?: readonly OmissionEffect[]
  readonly handMade: readonly HandMade[]
  /** How many of the feasible states are equilibria under every concept asked for. */
  readonly thickness: { readonly everywhere: number; readonly feasible: number }
  readonly inverse?: InverseAnswer
}

/** One state and, for every party and concept, why it is stable or not. */
export interface Explained {
  readonly state: number
  readonly witnesses: readonly {
    readonly party: number
    readonly concept: Concept
    readonly witness: Witness
  }[]
}

/** Status-quo analysis. */
export interface Start {
  readonly state: number
  readonly routes: readonly Route[]
  /**
   * Joint moves from the start that all movers prefer, to any state; and jumps from the start to
   * equilibria where it is one itself.
   */
  readonly joint: readonly JointMove[]
}

/** What would make a state hold. */
export interface InverseAnswer {
  readonly state: number
  readonly byConcept: readonly Inverse[]
  readonly statements: readonly { readonly concept: Concept; readonly found: StatementInverse }[]
  /**
   * For small conflicts: of all rankings of one party, how many make it hold with the other
   * parties' rankings as they are.
   */
  readonly rankings: readonly {
    readonly party: number
    readonly concept: Concept
    readonly of: number
    readonly holding: number
  }[]
}

/**
 * Limits beyond which a part of the analysis is left out rather than waited for: parts whose cost
 * grows faster than the number of states. Larger ones would only mean more waiting.
 */
export const ANALYSIS_LIMITS = {
  /** States whose verdicts are told with their reasons: more than a reader follows. */
  explained: 60,
  /** Every exchange of neighbouring statements solves the conflict anew. */
  swapStates: 2 ** 14,
  /** Moves foreseen one by one; what holds at every horizon is told apart. */
  horizons: 6,
  /** Expectations are kept for every state, party and horizon. */
  foresightStates: 2 ** 12,
  /** Every group of parties walks the graph. */
  jointStates: 2 ** 14
} as const

/** Runs every analysis that the settings ask for and the size allows. */
export function analyse(compiled: Compiled, settings: AnalysisSettings = {}): Analysis {
  const { conflict } = compiled
  const rules: Rules = {
    strict: settings.strict ?? DEFAULT_RULES.strict,
    attitude: settings.attitude ?? DEFAULT_RULES.attitude
  }
  const concepts = settings.concepts ?? CONCEPTS
  const solution = solve(conflict, { ...rules, concepts })
  const defined = concepts.filter((concept) => solution.concepts.get(concept))
  const equilibria = anywhere(solution, defined)
  const from = settings.from ?? compiled.statusQuo
  const times = (state: number): number =>
    defined.filter((concept) => solution.concepts.get(concept)?.equilibria[state] === 1).length
  const strongestFirst = [...equilibria].sort((a, b) => times(b) - times(a))
  const first = [...(from === undefined ? [] : [from]), ...compiled.named.map(({ state }) => state)]
  const watched = [...new Set([...first, ...strongestFirst])].slice(0, ANALYSIS_LIMITS.explained)
  const small = conflict.count <= ANALYSIS_LIMITS.swapStates
  return {
    rules,
    concepts,
    solution,
    equilibria,
    handMade: handMade(compiled),
    thickness: {
      everywhere: equilibria.filter((state) => times(state) === defined.length).length,
      feasible: conflict.count
    },
    explained: watched.map((state) => ({
      state,
      witnesses: witnesses(compiled, { state, concepts: defined, rules })
    })),
    ...(from === undefined ? {} : { start: startFrom(compiled, from, equilibria) }),
    ...(settings.coalitions
      ? {
          coalitions: coalitionsOf(compiled, {
            rules,
            ...(settings.gain ? { gain: settings.gain } : {})
          })
        }
      : {}),
    ...(hasForesight(conflict) && conflict.count <= ANALYSIS_LIMITS.foresightStates
      ? { foresight: lookingAhead(compiled) }
      : {}),
    ...(small && settings.effects !== false
      ? {
          swaps: swapEffects(compiled, { states: watched, concepts: defined, rules }),
          omissions: omissionEffects(compiled, { states: watched, concepts: defined, rules })
        }
      : {}),
    ...(settings.inverse === undefined
      ? {}
      : { inverse: inverseOf(compiled, settings.inverse, { concepts: defined, rules }) })
  }
}

function anywhere(solution: StabilityVerdicts, concepts: readonly Concept[]): readonly number[] {
  const all = concepts.flatMap((concept) =>
    marked(solution.concepts.get(concept)?.equilibria ?? new Uint8Array())
  )
  return [...new Set(all)].sort((a, b) => a - b)
}

interface At {
  readonly state: number
  readonly concepts: readonly Concept[]
  readonly rules: Rules
}

function witnesses({ conflict }: Compiled, { state, concepts, rules }: At): Explained['witnesses'] {
  return conflict.parties.flatMap((_, party) =>
    concepts.map((concept) => ({
      party,
      concept,
      witness: explain(conflict, { party, concept, state, rules })
    }))
  )
}

function startFrom({ conflict }: Compiled, state: number, equilibria: readonly number[]): Start {
  const joint =
    conflict.count > ANALYSIS_LIMITS.jointStates ? [] : jointImprovements(conflict, state)
  return { state, routes: routes(conflict, state, equilibria), joint }
}

function coalitionsOf(
  { conflict }: Compiled,
  settings: CoalitionSettings
): NonNullable<Analysis['coalitions']> {
  return conflict.count > MOST_COALITION_STATES
    ? 'too-many-states'
    : coalitionStability(conflict, settings)
}

function lookingAhead({ conflict }: Compiled): NonNullable<Analysis['foresight']> {
  const far = nonMyopic(conflict)
  return {
    horizons: foresight(conflict, ANALYSIS_LIMITS.horizons),
    ...(far ? { nonMyopic: far } : {})
  }
}

function inverseOf(
  compiled: Compiled,
  state: number,
  { concepts, rules }: Omit<At, 'state'>
): InverseAnswer {
  const { conflict } = compiled
  const parties = conflict.parties.map((_, party) => party)
  const byStatements = compiled.preferences.some(({ statements }) => statements.length > 1)
  const countable = feasibleStates(conflict).length <= MOST_RANKED
  return {
    state,
    byConcept: concepts.map((concept) => inverse(conflict, { state, concept, rules })),
    statements: byStatements
      ? concepts.map((concept) => ({
          concept,
          found: leastStatementMoves(compiled, { state, concept, rules })
        }))
      : [],
    rankings: countable
      ? parties.flatMap((party) =>
          concepts.map((concept) => ({
            party,
            concept,
            ...rankingsThatHold(conflict, party, { state, concept, rules })
          }))
        )
      : []
  }
}
