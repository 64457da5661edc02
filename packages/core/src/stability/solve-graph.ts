import type { Cells } from './cells.ts'
import { cellsOf } from './cells.ts'
import type { Concept, Rules } from './concepts.ts'
import { CONCEPTS, DEFAULT_RULES, searchedStability } from './concepts.ts'
import type { Conflict } from './conflict.ts'
import { simultaneousStability } from './simultaneous.ts'
import { stableByWalking } from './unknown.ts'

/**
 * The verdicts on every state: per concept, one byte for each state and party, and the states
 * stable for all.
 */
export interface StabilityVerdicts {
  readonly rules: Rules
  /**
   * Absent concepts were not asked for; `null` where the concept is not defined for this conflict.
   */
  readonly concepts: ReadonlyMap<Concept, Verdicts | null>
}

/** One concept on every state. */
export interface Verdicts {
  /** `stable[party][state]` is 1 where the state is stable for the party. */
  readonly stable: readonly Uint8Array[]
  readonly equilibria: Uint8Array
}

/** Which concepts, under which rules. */
export interface SolveSettings extends Partial<Rules> {
  readonly concepts?: readonly Concept[]
}

/**
 * Every state's stability for every party under every concept asked for. O(states x parties) for
 * all but SIM.
 */
export function solve(
  conflict: Conflict,
  { concepts = CONCEPTS, ...given }: SolveSettings = {}
): StabilityVerdicts {
  const rules = { ...DEFAULT_RULES, ...given }
  const { moves } = conflict
  const cells =
    moves.kind === 'options'
      ? conflict.parties.map((_, party) => cellsOf(conflict, moves, party))
      : undefined
  const decided = concepts.map(
    (concept) => [concept, verdicts(conflict, cells, { concept, rules })] as const
  )
  return { rules, concepts: new Map(decided) }
}

interface Asked {
  readonly concept: Concept
  readonly rules: Rules
}

function verdicts(
  conflict: Conflict,
  cells: readonly Cells[] | undefined,
  { concept, rules }: Asked
): Verdicts | null {
  const { moves } = conflict
  if (concept === 'sim' && moves.kind === 'arcs') return null
  const stable = conflict.parties.map((_, party) => {
    if (!conflict.ranks[party]) return stableByWalking(conflict, { party, concept, rules })
    if (concept !== 'sim')
      return searchedStability(conflict, cells, { party, concept, strict: rules.strict })
    return moves.kind === 'options'
      ? simultaneousStability(conflict, moves, { party, strict: rules.strict })
      : new Uint8Array(conflict.size)
  })
  return { stable, equilibria: everywhere(conflict, stable) }
}

/** The feasible states marked in all lists. */
function everywhere(conflict: Conflict, marks: readonly Uint8Array[]): Uint8Array {
  const all = conflict.feasible.slice()
  for (const one of marks)
    for (let s = 0; s < all.length; s++) all[s] = (all[s] as number) & (one[s] as number)
  return all
}

/** The states marked 1, ascending. */
export function marked(marks: Uint8Array): readonly number[] {
  const states: number[] = []
  marks.forEach((mark, s) => {
    if (mark) states.push(s)
  })
  return states
}
