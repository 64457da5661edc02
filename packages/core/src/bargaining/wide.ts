import type { MilpSolver } from '../ports/milp.ts'
import type { DealSpace } from './deal-space.ts'
import type { SearchedImprovement } from './improve-search.ts'
import type { MilpFinding, MilpSolution } from './milp/finding.ts'
import { milpSolutions } from './milp/milp.ts'
import type { Ration } from './milp/ration.ts'
import type { Best, DealSolutions, Standard } from './solve-deals.ts'
import { STANDARDS } from './solve-deals.ts'

/**
 * What the ideals together, and each standard, may cost, in steps of the simplex method: some
 * thousands to the second. What is open then is told as a gap, or as not known.
 */
const WORK = 8000
/** Nodes of one run and party: each party is a row in every node's program. */
const NODES = 300

/** What integer programs over a space may cost where nothing else is asked for. */
export const rationOf = ({ parties }: DealSpace): Ration => ({
  work: WORK,
  nodes: Math.max(1, Math.floor(NODES / Math.max(1, parties.length)))
})

/**
 * The solutions of a space whose conditions link too many issues to be taken apart, by integer
 * programming: one package for each standard, without ties and without the frontier (so neither the
 * most equal shares nor the opposition). What the ration does not suffice for is `undecided`.
 */
export async function solveWide(
  space: DealSpace,
  solver: MilpSolver,
  ration = rationOf(space)
): Promise<DealSolutions> {
  const found = await milpSolutions(space, solver, { ration })
  const ideals = found.ideal ?? []
  const parties = [...space.parties.keys()]
  // one proof that no package leaves everybody as well off as no deal is one for all
  if (ideals.includes('none')) return { standards: [], gainless: parties }
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
export interface WideSettings {
  readonly solver: MilpSolver
  readonly noDeal: boolean
  readonly ration?: Ration
}

/** As `improve`, by integer programming. */
export async function improveWide(
  space: DealSpace,
  gains: Float64Array,
  { solver, noDeal, ration = rationOf(space) }: WideSettings
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
  const adds = egalitarian.gains.map((gain, party) => gain - (gains[party] as number))
  const helps = adds.every((add) => add >= 0) && adds.some((add) => add > 0)
  if (helps) return { decided: true, improvement: { choice: egalitarian.choice, adds } }
  // somebody loses in every package where the least addition stays below nothing
  return { decided: egalitarian.complete || egalitarian.bound < -tolerance }
}

const isSolution = (found: MilpFinding | undefined): found is MilpSolution =>
  typeof found === 'object'

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
