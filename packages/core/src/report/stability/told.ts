import type {
  Analysis,
  Concept,
  Explained,
  OmissionEffect,
  Route,
  SwapEffect,
  Witness
} from '../../stability/index.ts'
import { STRONGEST } from '../words/index.ts'

/** How many states are told in full; the rest stand in the table, and all in the JSON document. */
const TOLD = 8

/** A state that holds, with everything that is to be said of it. */
export interface ToldState {
  readonly state: number
  readonly under: readonly Concept[]
  /** Under every concept that is defined here, and there are several. */
  readonly every: boolean
  /** Of each party that can be told of: why it stays under the most demanding concept. */
  readonly stays: readonly {
    readonly party: number
    readonly concept: Concept
    readonly witness: Witness
  }[]
  /** From the status quo; null where no way leads here, absent where nothing starts or it is here. */
  readonly way?: Route | null
  /** The exchanges of neighbouring statements that break it; absent where none was tried. */
  readonly breaking?: readonly { readonly swap: SwapEffect; readonly under: readonly Concept[] }[]
  /** The statements without which it does not hold; absent where none was left out. */
  readonly resting?: readonly {
    readonly omission: OmissionEffect
    readonly under: readonly Concept[]
  }[]
}

/**
 * From this share of the states on, holding under every concept tells little: the graph has too few
 * moves or statements to leave them. Convention of this project.
 */
const THIN = 0.5

/** Whether so many states hold under all of several concepts that nothing follows from holding. */
export const isThin = ({
  thickness: { everywhere, feasible },
  concepts: asked
}: Analysis): boolean => asked.length > 1 && everywhere > 1 && everywhere >= THIN * feasible

/** A state that does not hold: who leaves it under the least demanding concept. */
export interface Falling {
  readonly state: number
  readonly leaves?: {
    readonly concept: Concept
    readonly witness: Extract<Witness, { readonly stable: false }>
  }
}

/** The concepts under which every party stays in a state. */
export const concepts = (
  { concepts: asked, solution }: Analysis,
  state: number
): readonly Concept[] =>
  asked.filter((concept) => solution.concepts.get(concept)?.equilibria[state] === 1)

/** The concepts that are defined on this graph. */
export const defined = ({ concepts: asked, solution }: Analysis): readonly Concept[] =>
  asked.filter((concept) => solution.concepts.get(concept))

/** The states that hold and are told in full, the strongest first. */
export const holdings = (result: Analysis): readonly ToldState[] =>
  result.explained
    .filter(({ state }) => result.equilibria.includes(state))
    .slice(0, TOLD)
    .map((one) => holding(result, one))

function holding(result: Analysis, { state, witnesses }: Explained): ToldState {
  const under = concepts(result, state)
  const { start, swaps, omissions } = result
  const parties = [...new Set(witnesses.map(({ party }) => party))].sort((a, b) => a - b)
  const stays = parties.flatMap((party) => {
    const own = witnesses.filter((one) => one.party === party && under.includes(one.concept))
    const best = STRONGEST.flatMap(
      (concept) => own.find((one) => one.concept === concept && one.witness.stable) ?? []
    )[0]
    return best ? [{ party, concept: best.concept, witness: best.witness }] : []
  })
  const way = start?.routes.find(({ target }) => target === state)
  return {
    state,
    under,
    every: under.length > 1 && under.length === defined(result).length,
    stays,
    ...(start && state !== start.state ? { way: way ?? null } : {}),
    ...(swaps ? { breaking: breaking(swaps, state) } : {}),
    ...(omissions ? { resting: resting(omissions, state) } : {})
  }
}

const breaking = (
  swaps: readonly SwapEffect[],
  state: number
): NonNullable<ToldState['breaking']> =>
  swaps.flatMap((swap) => {
    const under = swap.breaks.filter((one) => one.state === state).map(({ concept }) => concept)
    return under.length > 0 ? [{ swap, under }] : []
  })

const resting = (
  omissions: readonly OmissionEffect[],
  state: number
): NonNullable<ToldState['resting']> =>
  omissions.flatMap((omission) => {
    const under = omission.breaks.filter((one) => one.state === state).map(({ concept }) => concept)
    return under.length > 0 ? [{ omission, under }] : []
  })

/** The start and the named states that hold under no concept. */
export const fallings = ({ explained, equilibria }: Analysis): readonly Falling[] =>
  explained
    .filter(({ state }) => !equilibria.includes(state))
    .map(({ state, witnesses }) => {
      const leaving = witnesses.flatMap(({ witness, concept }) =>
        witness.stable ? [] : [{ witness, concept }]
      )
      const leaves = STRONGEST.toReversed().flatMap(
        (concept) => leaving.find((found) => found.concept === concept) ?? []
      )[0]
      return leaves ? { state, leaves } : { state }
    })
