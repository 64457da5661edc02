/** A stability concept of the graph model. */
export type Concept = 'nash' | 'gmr' | 'smr' | 'seq' | 'sseq' | 'sim'

/** One move: the party, the state it leaves, the state it reaches. */
export type Step = readonly [party: string, from: string, to: string]

/** States, or how many where they are too many to list. */
export type States = readonly string[] | { readonly count: string }

/** What the others do after an improvement, where that ends, and the best the party can reply. */
export interface Answered {
  readonly sanction: readonly Step[]
  readonly end: string
  readonly reply?: Step
}

/** Why a party stays at a state or leaves it. */
export type Witness =
  | { readonly stable: false; readonly improvement: Step; readonly attempt?: Answered }
  | { readonly stable: true; readonly because: 'no-move' }
  | { readonly stable: true; readonly because: 'no-improvement'; readonly moves: readonly string[] }
  | {
      readonly stable: true
      readonly because: 'sanctioned'
      readonly answers: readonly (Answered & { readonly improvement: Step })[]
    }

/** Witnesses of one state: by party, then by concept. */
export type Witnesses = Readonly<Record<string, Readonly<Partial<Record<Concept, Witness>>>>>

/** A way from the status quo to a state. */
export interface Route {
  readonly path: readonly Step[]
  readonly improvementsOnly: boolean
  readonly byImprovements?: readonly Step[]
}

/** What would make a state hold, by concept. */
export interface Inverse {
  readonly state: string
  readonly concepts: Readonly<Partial<Record<Concept, Swaps>>>
  readonly statements: Readonly<Partial<Record<Concept, StatementMoves>>>
  readonly rankings: readonly {
    readonly party: string
    readonly concept: Concept
    readonly of: number
    readonly holding: number
  }[]
}

/**
 * The fewest exchanges of neighbours in the parties' orders; null where none is known within the
 * limit.
 */
export interface Swaps {
  readonly swaps: number | null
  readonly atLeast: number | null
  readonly exact: boolean
  readonly possible: boolean
  readonly changed: readonly {
    readonly party: string
    readonly swaps: number
    readonly lowered: readonly string[]
  }[]
}

/**
 * The fewest statements to move to another place, counted from 1; null where none is known within
 * the limit.
 */
export interface StatementMoves {
  readonly atLeast: number | null
  readonly exact: boolean
  readonly moves:
    | readonly { readonly party: string; readonly from: number; readonly to: number }[]
    | null
}

/** The document of `truce solve stability --format json`, as far as the room shows it. */
export interface StabilityDocument {
  readonly settings: {
    readonly strict: boolean
    readonly attitude: 'a' | 'b' | 'c' | 'd'
    readonly concepts: readonly Concept[]
  }
  readonly parties: readonly string[]
  readonly moves: readonly string[]
  readonly states: readonly string[] | null
  readonly feasible: string
  readonly infeasible: string
  readonly named: Readonly<Record<string, { readonly state: string; readonly means?: string }>>
  readonly concepts: Readonly<Partial<Record<Concept, Verdicts | null>>>
  readonly witnesses: Readonly<Record<string, Witnesses>>
  readonly statusQuo: {
    readonly state: string
    readonly reaches: Readonly<Record<string, Route>>
  } | null
  readonly inverse?: Inverse
}

/** Where each party stays, and where all of them do. */
export interface Verdicts {
  readonly stable: Readonly<Record<string, States>>
  readonly equilibria: States
}

/**
 * The answer as a stability document; undefined where the case could not be analysed and only
 * findings came back.
 */
export function asStability(answer: object): StabilityDocument | undefined {
  return 'concepts' in answer && 'statusQuo' in answer ? (answer as StabilityDocument) : undefined
}

/** Under which concepts each state is stable: for everyone, and for each party. */
export interface Standing {
  readonly all: ReadonlyMap<string, readonly Concept[]>
  readonly of: ReadonlyMap<string, ReadonlyMap<string, readonly Concept[]>>
  /** The concepts that are defined on this graph. */
  readonly defined: readonly Concept[]
}

/** Turns the document's lists of states around: from a state to the concepts it holds under. */
export function standingOf(document: StabilityDocument): Standing {
  const defined = document.settings.concepts.filter((concept) => document.concepts[concept])
  const turned = (
    pick: (verdicts: Verdicts) => States | undefined
  ): ReadonlyMap<string, readonly Concept[]> => {
    const found = new Map<string, Concept[]>()
    for (const concept of defined)
      for (const state of inList(pick(document.concepts[concept] as Verdicts)))
        found.set(state, [...(found.get(state) ?? []), concept])
    return found
  }
  return {
    defined,
    all: turned(({ equilibria }) => equilibria),
    of: new Map(document.parties.map((party) => [party, turned(({ stable }) => stable[party])]))
  }
}

/** What the reader looks for: a concept or any of them, and one party or all. */
export interface Filter {
  readonly concept: Concept | 'any'
  readonly party: string | undefined
}

/** The concepts under which a state holds for whom the filter asks about. */
export function standsUnder(standing: Standing, state: string, party?: string): readonly Concept[] {
  return (party === undefined ? standing.all : standing.of.get(party))?.get(state) ?? []
}

/** Does the state hold as the filter asks? */
export function passes(standing: Standing, { concept, party }: Filter, state: string): boolean {
  const under = standsUnder(standing, state, party)
  return concept === 'any' ? under.length > 0 : under.includes(concept)
}

/** The states of a list; none where only their number is known. */
export const inList = (states: States | undefined): readonly string[] =>
  states && !('count' in states) ? states : []

/** The name the case gives a state, if any and if it is not the label itself. */
export function nameOfState(
  { named }: Pick<StabilityDocument, 'named'>,
  state: string
): string | undefined {
  return Object.entries(named).find(([id, one]) => one.state === state && id !== state)?.[0]
}
