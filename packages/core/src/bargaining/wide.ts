import type { MilpSolver } from '../ports/milp.ts'
import type { DealSpace } from './deal-space.ts'
import type { Improvement } from './improve.ts'
import type { MilpFinding, MilpSolution } from './milp/finding.ts'
import { milpSolutions } from './milp/milp.ts'
import type { Best, DealSolutions, Standard } from './solve-deals.ts'
import { STANDARDS } from './solve-deals.ts'

/**
 * The solutions of a space whose conditions link too many issues to be taken apart, by integer
 * programming: one package for each standard, without ties and without the frontier (so neither the
 * most equal shares nor the opposition).
 */
export async function solveWide(space: DealSpace, solver: MilpSolver): Promise<DealSolutions> {
  const found = await milpSolutions(space, solver)
  const ideals = found.ideal ?? []
  if (!ideals.every(isSolution)) return { standards: [], gainless: [...space.parties.keys()] }
  const ideal = Float64Array.from(ideals, ({ gains }, party) => gains[party] as number)
  return {
    standards: STANDARDS.flatMap((standard) => {
      const best = standard === 'mostEqual' ? undefined : found[standard]
      return isSolution(best) ? [bestOf(standard, best)] : []
    }),
    ideal,
    gainless: [...space.parties.keys()].filter((party) => !((ideal[party] as number) > 0))
  }
}

/** As `improve`, by integer programming. */
export async function improveWide(
  space: DealSpace,
  gains: Float64Array,
  { solver, noDeal }: { readonly solver: MilpSolver; readonly noDeal: boolean }
): Promise<Improvement | undefined> {
  const options = {
    wanted: ['egalitarian'],
    rational: noDeal,
    baseline: gains,
    scale: space.unitsPerPoint
  } as const
  const { egalitarian } = await milpSolutions(space, solver, options)
  if (!isSolution(egalitarian)) return undefined
  const adds = egalitarian.gains.map((gain, party) => gain - (gains[party] as number))
  const helps = adds.every((add) => add >= 0) && adds.some((add) => add > 0)
  return helps ? { choice: egalitarian.choice, adds } : undefined
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
