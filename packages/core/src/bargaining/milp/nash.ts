import type { MilpRow, MilpTerm, MilpVariable } from '../../ports/milp.ts'
import { compareProducts } from '../exact.ts'
import { type MilpFinding, type MilpSolution, nothing, solutionOf } from './finding.ts'
import { leastPackage } from './leximax-package.ts'
import type { Chosen, PackageModel, Reply } from './model.ts'

/**
 * A bound on the logarithm of the product this near to it proves the product, to one part in a
 * million: well above the solver's own tolerance, below which its bounds say nothing. The packages
 * themselves are compared in whole numbers.
 */
const ENOUGH = 1e-6
/** Rounds of refinement, each a run of the solver, before the gap is reported as it stands. */
const MOST_ROUNDS = 200
/**
 * From the start, tangents touch the logarithm at gains in this proportion: between two of them the
 * bound is off by at most 0.02 for each party. Nearer ones save rounds and make each round's model
 * larger.
 */
const STEP = 1.5

/** What is known before the greatest product is searched for. */
export interface KnownBefore {
  /** By party, the package of its greatest gain. */
  readonly ideal: readonly MilpSolution[]
  /** Packages that leave nobody worse off than no deal: the best of them is where to begin. */
  readonly packages: readonly Chosen[]
}

/**
 * The package with the greatest product of gains, all above zero. Outer approximation (Duran and
 * Grossmann 1986): makes the sum of variables greatest that each lie below some tangents of the
 * logarithm of a party's gain, and adds tangents at the package found, until bound and product meet
 * or a package returns: the bound is true where its tangents touch.
 */
export async function nashPackage(
  model: PackageModel,
  { ideal, packages }: KnownBefore
): Promise<MilpFinding> {
  if (ideal.some(({ value, complete }) => complete && value <= 0)) return 'none'
  const most = ideal.map(({ bound }, party) =>
    Math.min(bound + model.solver.tolerance, model.range(party).upper)
  )
  const scale = model.space.unitsPerPoint.map((units, party) =>
    Math.max(1, Math.round((most[party] as number) * units))
  )
  const known = greatestProduct([...ideal, ...packages])
  if (known) return await new Refinement(model, known, most).search()
  const { proved, chosen } = await leastPackage(model, {
    baseline: new Float64Array(scale.length),
    scale,
    rational: true
  })
  if (!chosen || !allGain(chosen)) return nothing(proved)
  return await new Refinement(model, chosen, most).search()
}

/** Of the packages in which everybody gains, the one with the greatest product. Exact. */
export function greatestProduct(packages: readonly Chosen[]): Chosen | undefined {
  return packages
    .filter(allGain)
    .reduce<Chosen | undefined>(
      (best, one) => (best && compareProducts(one.gains, best.gains) <= 0 ? best : one),
      undefined
    )
}

const allGain = ({ gains }: Chosen): boolean => gains.every((gain) => gain > 0)

class Refinement {
  private readonly model: PackageModel
  private readonly variables: readonly MilpVariable[]
  private readonly rows: MilpRow[] = []
  private readonly touched = new Set<string>()
  private best: Chosen
  private bound: number

  /** `most`: what no party's gain exceeds, in points. */
  constructor(model: PackageModel, start: Chosen, most: readonly number[]) {
    this.model = model
    this.best = start
    const product = this.logOf(start)
    const all = most.reduce((sum, gain) => sum + Math.log(gain), 0)
    this.bound = all
    // Where the product is no smaller than at the start, no gain is so small that the others at
    // their most cannot make up for it.
    const least = most.map((gain) => Math.exp(product - all + Math.log(gain)) * (1 - ENOUGH))
    this.variables = most.map((gain, party) => ({
      lower: Math.log(least[party] as number),
      upper: Math.log(gain),
      whole: false
    }))
    most.forEach((gain, party) => {
      this.rows.push({
        terms: [[model.gain(party), 1]],
        lower: least[party] as number,
        upper: Number.POSITIVE_INFINITY
      })
      for (let at = least[party] as number; at < gain * STEP; at *= STEP) this.touch(party, at)
    })
    this.touchAt(start)
  }

  async search(): Promise<MilpFinding> {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const { proved, chosen, bound } = await this.ask()
      this.bound = Math.min(this.bound, bound)
      if (!chosen) return this.finding(false)
      if (compareProducts(chosen.gains, this.best.gains) > 0) this.best = chosen
      const met = this.bound - this.logOf(this.best) <= ENOUGH
      if (met || !proved || !this.touchAt(chosen)) return this.finding(met || proved)
    }
    return this.finding(false)
  }

  private async ask(): Promise<Reply> {
    const { model, variables, rows } = this
    const objective = variables.map((_, party): MilpTerm => [this.logarithm(party), 1])
    return await model.ask({
      objective,
      variables,
      rows,
      admits: (gains) => gains.every((gain) => gain > 0)
    })
  }

  private finding(proved: boolean): MilpFinding {
    const value = this.points(this.best).reduce((product, gain) => product * gain, 1)
    return solutionOf({ chosen: this.best, proved, bound: Math.exp(this.bound) }, value)
  }

  /** Adds the tangents at a package's gains; false when they are there. */
  private touchAt(chosen: Chosen): boolean {
    const key = chosen.gains.join()
    if (this.touched.has(key)) return false
    this.touched.add(key)
    this.points(chosen).forEach((gain, party) => {
      this.touch(party, gain)
    })
    return true
  }

  /** log(gain) <= log(at) + (gain - at) / at. */
  private touch(party: number, at: number): void {
    const terms: readonly MilpTerm[] = [
      [this.logarithm(party), 1],
      [this.model.gain(party), -1 / at]
    ]
    this.rows.push({ terms, lower: Number.NEGATIVE_INFINITY, upper: Math.log(at) - 1 })
  }

  private logarithm(party: number): number {
    return this.model.variables.length + party
  }

  private logOf(chosen: Chosen): number {
    return this.points(chosen).reduce((sum, gain) => sum + Math.log(gain), 0)
  }

  private points({ gains }: Chosen): Float64Array {
    return gains.map((gain, party) => gain / (this.model.space.unitsPerPoint[party] as number))
  }
}
