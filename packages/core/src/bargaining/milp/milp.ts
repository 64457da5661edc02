import type { MilpSolver, MilpTerm } from '../../ports/milp.ts'
import type { DealSpace } from '../deal-space.ts'
import { findingOf, type MilpFinding, type MilpSolution, nothing } from './finding.ts'
import { leximaxPackage } from './leximax-package.ts'
import type { Chosen } from './model.ts'
import { PackageModel } from './model.ts'
import { nashPackage } from './nash.ts'
import type { Ration } from './ration.ts'
import { rationed } from './ration.ts'

/** The standards by which a package can be asked for. */
export type MilpStandard = 'ideal' | 'nash' | 'maxMin' | 'egalitarian' | 'welfare'

/** What to compute, and over which packages. */
export interface MilpOptions {
  /** All by default. */
  readonly wanted?: readonly MilpStandard[]
  /**
   * Whether `egalitarian` and `welfare`, too, leave out packages in which a party gains less than
   * zero; true by default.
   */
  readonly rational?: boolean
  /**
   * By party, whole units: `egalitarian` compares (gain - baseline) / scale; by default gains in
   * points. Scale 0: no say.
   */
  readonly baseline?: Float64Array
  readonly scale?: Float64Array
  /** What the ideals together, and each other standard, may cost; without limit by default. */
  readonly ration?: Ration
  /** Packages found already that leave nobody worse off than no deal: the search begins there. */
  readonly known?: readonly Chosen[]
}

/** Bargaining solutions, as far as they were wanted. */
export interface MilpSolutions {
  /** By party: its greatest gain where nobody's is below zero. Value in points. */
  readonly ideal?: readonly MilpFinding[]
  /** Greatest product of gains, all above zero. Value in points, multiplied. */
  readonly nash?: MilpFinding
  /**
   * Greatest least share of one's ideal gain, then the second least, and so on, without parties
   * that cannot gain. Value: the least share.
   */
  readonly maxMin?: MilpFinding
  /**
   * Greatest least gain, then the second least, and so on. Value: the least, in points or as
   * scaled.
   */
  readonly egalitarian?: MilpFinding
  /** Greatest sum of gains. Value in points. */
  readonly welfare?: MilpFinding
  /** Absolute error allowed behind every `bound`; for Nash in the logarithm of the product. */
  readonly tolerance: number
}

const STANDARDS: readonly MilpStandard[] = ['ideal', 'nash', 'maxMin', 'egalitarian', 'welfare']

/**
 * Bargaining solutions by mixed-integer programming, for spaces whose rules are too wide to take
 * apart. Every package named is admissible and valued in whole numbers; the bounds alone rest on
 * the solver. Ties are not listed, neither the frontier nor its most equal point is given. Throws
 * `UnsoundAnswer`; rejects when the solver does.
 */
export async function milpSolutions(
  space: DealSpace,
  solver: MilpSolver,
  options: MilpOptions = {}
): Promise<MilpSolutions> {
  const { wanted = STANDARDS, rational = true } = options
  const { baseline = new Float64Array(space.parties.length), scale = space.unitsPerPoint } = options
  const { ration, known: packages = [] } = options
  const ask = (): PackageModel =>
    new PackageModel(space, ration ? rationed(solver, ration) : solver)
  const wants = (standard: MilpStandard): boolean => wanted.includes(standard)
  const ideal = wants('ideal') || wants('nash') || wants('maxMin') ? await idealPackages(ask()) : []
  return {
    tolerance: solver.tolerance,
    ...(wants('ideal') ? { ideal } : {}),
    ...(wants('nash')
      ? { nash: await withAll(ideal, (own) => nashPackage(ask(), { ideal: own, packages })) }
      : {}),
    ...(wants('maxMin')
      ? { maxMin: await withAll(ideal, (found) => greatestShares(ask(), found)) }
      : {}),
    ...(wants('egalitarian')
      ? { egalitarian: await leximaxPackage(ask(), { baseline, scale, rational }) }
      : {}),
    ...(wants('welfare') ? { welfare: await welfarePackage(ask(), rational) } : {})
  }
}

async function idealPackages(model: PackageModel): Promise<readonly MilpFinding[]> {
  const found: MilpFinding[] = []
  for (const [party, units] of model.space.unitsPerPoint.entries())
    found.push(
      await greatest(model, {
        objective: [[model.gain(party), 1]],
        rational: true,
        value: (gains) => (gains[party] as number) / units
      })
    )
  return found
}

async function welfarePackage(model: PackageModel, rational: boolean): Promise<MilpFinding> {
  const { unitsPerPoint } = model.space
  const objective = Array.from(unitsPerPoint, (_, party): MilpTerm => [model.gain(party), 1])
  const value = (gains: Float64Array): number =>
    gains.reduce((sum, gain, party) => sum + gain / (unitsPerPoint[party] as number), 0)
  return await greatest(model, { objective, rational, value })
}

/** What is made greatest, as the solver sees it and exactly. */
interface Aim {
  readonly objective: readonly MilpTerm[]
  readonly rational: boolean
  readonly value: (gains: Float64Array) => number
}

async function greatest(
  model: PackageModel,
  { objective, rational, value }: Aim
): Promise<MilpFinding> {
  const admits = (gains: Float64Array): boolean => !rational || gains.every((gain) => gain >= 0)
  return findingOf(
    await model.ask({ objective, rows: rational ? model.gainsFrom(0) : [], admits }),
    value
  )
}

/** Shares of an ideal that is not proved would be shares of nothing in particular. */
async function greatestShares(
  model: PackageModel,
  ideal: readonly MilpSolution[]
): Promise<MilpFinding> {
  if (ideal.some(({ complete }) => !complete)) return 'unknown'
  const scale = Float64Array.from(ideal, ({ gains }, party) => gains[party] as number)
  return await leximaxPackage(model, {
    baseline: new Float64Array(scale.length),
    scale,
    rational: true
  })
}

/** Goes on where every party has an ideal package. */
async function withAll(
  ideal: readonly MilpFinding[],
  next: (found: readonly MilpSolution[]) => Promise<MilpFinding>
): Promise<MilpFinding> {
  const found = ideal.filter((finding) => typeof finding === 'object')
  return found.length === ideal.length ? await next(found) : nothing(ideal.includes('none'))
}
