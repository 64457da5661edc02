import type { MilpRow, MilpTerm, MilpVariable } from '../../ports/milp.ts'
import { compareAscending, compareRatios, type Ratio } from '../exact.ts'
import { type MilpFinding, nothing, solutionOf } from './finding.ts'
import type { Chosen, PackageModel, Reply } from './model.ts'

/**
 * How gains are held against each other: (gain - baseline) / scale, by party, whole units; a party
 * without a scale has no say.
 */
export interface Yardstick {
  readonly baseline: Float64Array
  readonly scale: Float64Array
  /** Whether packages in which any party gains less than zero are left out. */
  readonly rational: boolean
}

/**
 * The package whose least compared gain is greatest, then the second least, and so on; `value` and
 * `bound` are of the least. Stage k makes the sum of the k least greatest while the sums before
 * stay at their best (Ogryczak and Sliwinski 2003): unlike fixing who is the least, this holds on
 * sets that are not convex.
 */
export async function leximaxPackage(
  model: PackageModel,
  comparison: Yardstick
): Promise<MilpFinding> {
  const width = comparison.scale.filter((scale) => scale > 0).length
  if (width === 0) return 'none'
  const search = new Stages(model, comparison)
  const { bound, ...first } = await search.next()
  let { proved, chosen: best } = first
  while (best && proved && search.count < width) {
    const reply = await search.next(best)
    proved = reply.proved && reply.chosen !== undefined
    if (reply.chosen && search.compare(reply.chosen, best) > 0) best = reply.chosen
  }
  return best ? solutionOf({ chosen: best, proved, bound }, search.least(best)) : nothing(proved)
}

/**
 * The package whose least compared gain is greatest, whatever the others: the first stage alone.
 */
export async function leastPackage(model: PackageModel, comparison: Yardstick): Promise<Reply> {
  return await new Stages(model, comparison).next()
}

/** The stages in their order; each adds its sum of least gains to the model and then holds it. */
class Stages {
  /** Stages asked so far. */
  count = 0
  private readonly model: PackageModel
  private readonly comparison: Yardstick
  private readonly variables: MilpVariable[] = []
  private readonly rows: MilpRow[]
  private sum: readonly MilpTerm[] = []

  constructor(model: PackageModel, comparison: Yardstick) {
    this.model = model
    this.comparison = comparison
    this.rows = comparison.rational ? [...model.gainsFrom(0)] : []
  }

  /** Asks the next stage, given the package that is best up to the stage before. */
  async next(best?: Chosen): Promise<Reply> {
    const { model, variables, rows } = this
    const standing = best ? this.sorted(best.gains).slice(0, this.count) : []
    if (best)
      rows.push({ terms: this.sum, lower: total(standing), upper: Number.POSITIVE_INFINITY })
    this.count++
    this.sum = this.sumOfLeast()
    const admits = (gains: Float64Array): boolean =>
      (!this.comparison.rational || gains.every((gain) => gain >= 0)) &&
      compareAscending(this.sorted(gains), standing) >= 0
    return await model.ask({ objective: this.sum, variables, rows, admits })
  }

  /** Which of two packages is ahead, least compared gain first. Exact. */
  compare(left: Chosen, right: Chosen): number {
    return compareAscending(this.sorted(left.gains), this.sorted(right.gains))
  }

  /** The least compared gain of a package. */
  least({ gains }: Chosen): number {
    return total(this.sorted(gains).slice(0, 1))
  }

  private sorted(gains: Float64Array): readonly Ratio[] {
    const { baseline, scale } = this.comparison
    const ratios = Array.from(
      gains,
      (gain, party): Ratio => [gain - (baseline[party] as number), scale[party] as number]
    )
    return ratios.filter(([, under]) => under > 0).sort(compareRatios)
  }

  /**
   * The sum of the `count` least: greatest count * level - sum of shortfalls, shortfall >= level -
   * compared gain, >= 0.
   */
  private sumOfLeast(): readonly MilpTerm[] {
    const { model, comparison, variables, rows, count } = this
    const add = (lower: number, upper: number): number =>
      model.variables.length + variables.push({ lower, upper, whole: false }) - 1
    const compared = [...comparison.scale.keys()].flatMap((party) =>
      comparedGain(model, comparison, party)
    )
    const low = Math.min(...compared.map(({ lower }) => lower))
    const high = Math.max(...compared.map(({ upper }) => upper))
    const level = add(low, high)
    const shortfalls = compared.map(({ term: [gain, factor], baseline }): MilpTerm => {
      const shortfall = add(0, high - low)
      const terms: readonly MilpTerm[] = [
        [level, 1],
        [shortfall, -1],
        [gain, -factor]
      ]
      rows.push({ terms, lower: Number.NEGATIVE_INFINITY, upper: -baseline })
      return [shortfall, -1]
    })
    return [[level, count], ...shortfalls]
  }
}

/** `term` less `baseline`, which lies between `lower` and `upper`. */
interface ComparedGain {
  readonly term: MilpTerm
  readonly baseline: number
  readonly lower: number
  readonly upper: number
}

/** A party's gain as it is compared; nothing without a scale. */
function comparedGain(
  model: PackageModel,
  comparison: Yardstick,
  party: number
): readonly ComparedGain[] {
  const scale = comparison.scale[party] as number
  if (!(scale > 0)) return []
  const factor = (model.space.unitsPerPoint[party] as number) / scale
  const baseline = (comparison.baseline[party] as number) / scale
  const { lower, upper } = model.range(party)
  const term: MilpTerm = [model.gain(party), factor]
  return [{ term, baseline, lower: lower * factor - baseline, upper: upper * factor - baseline }]
}

const total = (ratios: readonly Ratio[]): number =>
  ratios.reduce((sum, [over, under]) => sum + over / under, 0)
