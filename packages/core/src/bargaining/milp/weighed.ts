import type { MilpSolver, MilpTerm } from '../../ports/milp.ts'
import type { DealSpace } from '../deal-space.ts'
import type { MilpFinding } from './finding.ts'
import { isSolution } from './finding.ts'
import { milpSolutions } from './milp.ts'
import type { Chosen } from './model.ts'
import { PackageModel } from './model.ts'
import type { Ration } from './ration.ts'
import { rationed } from './ration.ts'
import type { WeightSettings } from './weights.ts'
import { weightsOver } from './weights.ts'

/**
 * The gains of the parties that can gain, each as a share of its ideal, summed by weights: how much
 * no package exceeds.
 */
export interface WeighedBound {
  /** By party, summing to 1; 0 for parties that cannot gain. */
  readonly weights: readonly number[]
  readonly bound: number
}

/** What weights find out about a space. */
export interface Weighed {
  /** By party; see `MilpSolutions`. */
  readonly ideals: readonly MilpFinding[]
  readonly welfare: MilpFinding
  /**
   * By party, in points: what its shares are of, its ideal where that is proved. Empty where not
   * every party has one.
   */
  readonly scale: readonly number[]
  /** Packages that leave nobody worse off than no deal, no two alike. */
  readonly packages: readonly Chosen[]
  /** Those of them that are known to be efficient. */
  readonly efficient: readonly Chosen[]
  readonly bounds: readonly WeighedBound[]
}

/** How far to go. */
export interface WeighedSettings {
  readonly weights: WeightSettings
  readonly ration: Ration
}

/**
 * Efficient packages by weighted sums of gains (Geoffrion 1968: what is greatest by weights that
 * are all above zero is efficient), each an integer program that takes milliseconds where those of
 * the least gain take a second. They also bound every standard, see `foundByWeights`.
 */
export async function weighed(
  space: DealSpace,
  solver: MilpSolver,
  { weights: wanted, ration }: WeighedSettings
): Promise<Weighed> {
  const { ideal: ideals = [], welfare = 'unknown' } = await milpSolutions(space, solver, {
    wanted: ['ideal', 'welfare'],
    ration
  })
  const own = ideals.filter(isSolution)
  const known = [...own, ...(isSolution(welfare) ? [welfare] : [])]
  const nothing = { ideals, welfare, scale: [], bounds: [], efficient: [] }
  if (own.length < ideals.length) return { ...nothing, packages: distinct(known) }
  const scale = own.map(({ complete, value, bound }) => (complete ? value : bound))
  const able = [...scale.keys()].filter((party) => (scale[party] as number) > 0)
  if (able.length === 0) return { ...nothing, scale, packages: distinct(known) }
  const model = new PackageModel(space, rationed(solver, ration))
  const found: { readonly chosen: Chosen; readonly sure: boolean }[] = []
  const bounds: WeighedBound[] = []
  for (const some of weightsOver(able.length, wanted)) {
    const weights = scale.map((_, party) => some[able.indexOf(party)] ?? 0)
    const reply = await greatestBy(model, { weights, scale })
    bounds.push({ weights, bound: reply.bound })
    if (reply.chosen) found.push({ chosen: reply.chosen, sure: reply.sure })
  }
  const sure = found.filter((one) => one.sure).map(({ chosen }) => chosen)
  return {
    ideals,
    welfare,
    scale,
    bounds,
    packages: distinct([...known, ...found.map(({ chosen }) => chosen)]),
    efficient: distinct(sure)
  }
}

/** A weighted sum of shares is asked for in hundredths, so that it is as large as points are. */
const HUNDREDTHS = 100

/** `sure`: whether nothing is better for somebody and worse for nobody. */
async function greatestBy(
  model: PackageModel,
  { weights, scale }: { readonly weights: readonly number[]; readonly scale: readonly number[] }
): Promise<{ readonly chosen?: Chosen; readonly bound: number; readonly sure: boolean }> {
  const factors = weights.map((weight, party) =>
    weight > 0 ? (HUNDREDTHS * weight) / (scale[party] as number) : 0
  )
  const { chosen, proved, bound } = await model.ask({
    objective: factors.flatMap((factor, party): MilpTerm[] =>
      factor > 0 ? [[model.gain(party), factor]] : []
    ),
    rows: model.gainsFrom(0),
    admits: (gains) => gains.every((gain) => gain >= 0)
  })
  // what is better adds a unit to somebody at least: more than the solver's tolerance can hide
  const least = Math.min(
    ...factors.flatMap((factor, party) =>
      factor > 0 ? [factor / (model.space.unitsPerPoint[party] as number)] : []
    )
  )
  const sure = proved && least > 2 * model.solver.tolerance
  return { ...(chosen ? { chosen } : {}), bound: bound / HUNDREDTHS, sure }
}

/** Packages of the same gains are one. */
function distinct(packages: readonly Chosen[]): readonly Chosen[] {
  return [...new Map(packages.map((one) => [one.gains.join(), one])).values()]
}
