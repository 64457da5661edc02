import type { StabilityDocument } from '@truce/core/report/stability'
import type { Concept } from '@truce/core/stability'

export type { Concept, StabilityDocument }

/** Witnesses of one state: by party, then by concept. */
export type Witnesses = StabilityDocument['witnesses'][string]

/** Why a party stays at a state or leaves it. */
export type Witness = NonNullable<Witnesses[string][Concept]>

/** One move: the party, the state it leaves, the state it reaches. */
export type Step = Extract<Witness, { readonly stable: false }>['improvement']

/** What the others do after an improvement, where that ends, and the best the party can reply. */
export type Answered = NonNullable<Extract<Witness, { readonly stable: false }>['attempt']>

/** Where each party stays, and where all of them do. */
export type Verdicts = NonNullable<StabilityDocument['concepts'][Concept]>

/** States, or how many where they are too many to list. */
export type States = Verdicts['equilibria']

/** A way from the status quo to a state. */
export type Route = NonNullable<StabilityDocument['statusQuo']>['reaches'][string]

/** What would make a state hold, by concept. */
export type Inverse = NonNullable<StabilityDocument['inverse']>

/**
 * The fewest exchanges of neighbours in the parties' orders; null where none is known within the
 * limit.
 */
export type Swaps = NonNullable<Inverse['concepts'][Concept]>

/**
 * The fewest statements to move to another place, counted from 1; null where none is known within
 * the limit.
 */
export type StatementMoves = NonNullable<Inverse['statements'][Concept]>

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
