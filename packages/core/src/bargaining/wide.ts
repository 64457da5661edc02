import type { MilpSolver } from '../ports/milp.ts'
import type { DealSpace } from './deal-space.ts'
import { gainsOf } from './improve.ts'
import type { SearchedImprovement } from './improve-search.ts'
import { foundByWeights, greatestLeast } from './milp/by-weights.ts'
import type { MilpSolution } from './milp/finding.ts'
import { isSolution } from './milp/finding.ts'
import { milpSolutions } from './milp/milp.ts'
import type { Ration } from './milp/ration.ts'
import { weighed } from './milp/weighed.ts'
import type { Best, DealSolutions, Standard } from './solve-deals.ts'
import { STANDARDS } from './solve-deals.ts'

/**
 * What the ideals together, and each standard, may cost, in steps of the simplex method: some
 * thousands to the second. What is open then is told as a gap, or as not known.
 */
const WORK = 8000
/** Nodes of one run and party: each party is a row in every node's program. */
const NODES = 300
/** Weights tried for efficient packages, where a first answer is wanted soon and where it is not. */
const WEIGHTS = {
  rough: { most: 12, edges: false },
  whole: { most: 40, edges: true }
} as const

/** What integer programs over a space may cost where nothing else is asked for. */
export const rationOf = ({ parties }: DealSpace): Ration => ({
  work: WORK,
  nodes: Math.max(1, Math.floor(NODES / Math.max(1, parties.length)))
})

/** How far to go in a space that cannot be taken apart. */
export interface WideSettings {
  readonly solver: MilpSolver
  /** Whether a first answer is wanted within a second, of which little is proved. */
  readonly rough?: boolean
  readonly ration?: Ration
}

/**
 * The solutions of a space whose conditions link too many issues to be taken apart, by integer
 * programming: one package for each standard, without ties, and some efficient packages in the place
 * of the frontier (so neither the most equal shares nor the opposition). What the ration does not
 * suffice for is `undecided`.
 */
export async function solveWide(
  space: DealSpace,
  { solver, rough = false, ration = rationOf(space) }: WideSettings
): Promise<DealSolutions> {
  const weights = rough ? WEIGHTS.rough : WEIGHTS.whole
  const first = await weighed(space, solver, { weights, ration })
  const { ideals, packages, efficient } = first
  const parties = [...space.parties.keys()]
  // one proof that no package leaves everybody as well off as no deal is one for all
  if (ideals.includes('none')) return { standards: [], gainless: parties }
  const found = rough
    ? foundByWeights(space, first)
    : await milpSolutions(space, solver, { ration, known: packages })
  const open = parties.flatMap((party) => {
    const own = ideals[party]
    if (!isSolution(own)) return [{ party }]
    return own.complete ? [] : [{ party, bound: own.bound }]
  })
  const offered = STANDARDS.filter((standard) => standard !== 'mostEqual')
  const unknown = offered.filter((standard) => found[standard] === 'unknown')
  return {
    standards: offered.flatMap((standard) => {
      const best = found[standard]
      return isSolution(best) ? [bestOf(standard, best)] : []
    }),
    ...(efficient.length > 0 ? { efficient } : {}),
    ...(ideals.every(isSolution)
      ? { ideal: Float64Array.from(ideals, ({ gains }, party) => gains[party] as number) }
      : {}),
    gainless: parties.filter((party) => {
      const own = ideals[party]
      return isSolution(own) && own.complete && !((own.gains[party] as number) > 0)
    }),
    ...(open.length + unknown.length > 0 ? { undecided: { ideals: open, standards: unknown } } : {})
  }
}

/** How `improveWide` asks: `noDeal` as in `improve`. */
export interface WideImproveSettings extends Pick<WideSettings, 'solver' | 'ration'> {
  readonly noDeal: boolean
}

/** As `improve`, by integer programming. */
export async function improveWide(
  space: DealSpace,
  gains: Float64Array,
  { solver, noDeal, ration = rationOf(space) }: WideImproveSettings
): Promise<SearchedImprovement> {
  const options = {
    wanted: ['egalitarian'],
    rational: noDeal,
    baseline: gains,
    scale: space.unitsPerPoint,
    ration
  } as const
  const { egalitarian, tolerance } = await milpSolutions(space, solver, options)
  if (!isSolution(egalitarian)) return { decided: egalitarian === 'none' }
  const adds = additionsOf(egalitarian, gains)
  if (adds) return { decided: true, improvement: { choice: egalitarian.choice, adds } }
  // somebody loses in every package where the least addition stays below nothing
  return { decided: egalitarian.complete || egalitarian.bound < -tolerance }
}

/**
 * A first answer to the same: of some admissible packages that leave nobody worse off than no deal,
 * the one that is better for all and adds most to whom it adds least. Where none is, nothing is known.
 */
export function betterAmong(
  space: DealSpace,
  gains: Float64Array,
  choices: readonly (readonly number[])[]
): SearchedImprovement {
  const better = choices.flatMap((choice) => {
    const adds = additionsOf({ gains: gainsOf(space, choice) }, gains)
    return adds ? [{ choice, gains: adds }] : []
  })
  const units = (party: number): number => space.unitsPerPoint[party] as number
  const best = greatestLeast(better, [...space.parties.keys()], units)
  if (!best) return { decided: false }
  return { decided: true, improvement: { choice: best.chosen.choice, adds: best.chosen.gains } }
}

/** What a package adds for each party, where it adds something for somebody and takes from nobody. */
function additionsOf(
  { gains: reached }: Pick<MilpSolution, 'gains'>,
  gains: Float64Array
): Float64Array | undefined {
  const adds = reached.map((gain, party) => gain - (gains[party] as number))
  return adds.every((add) => add >= 0) && adds.some((add) => add > 0) ? adds : undefined
}

function bestOf(
  standard: Standard,
  { choice, gains, value, bound, gap, complete }: MilpSolution
): Best {
  return {
    standard,
    ties: [{ choice, gains }],
    value,
    certificate: { by: 'integer programming', bound, gap, complete }
  }
}
