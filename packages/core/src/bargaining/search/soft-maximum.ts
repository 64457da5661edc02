import type { Field, Region } from './field.ts'

/**
 * Points whose weighted sum falls short by this many temperatures have no chance: exp(-36) is what
 * the last digit of one is worth in a double, so a longer tail would add exponentials and hardly a
 * digit. A shorter one makes mean and slope wrong by exp(-tail); bounds stay true with any.
 */
const TAIL = 36

/**
 * The lottery that a smooth maximum draws from: in each part, point j has a chance proportional to
 * exp(weighted sum of its values / temperature). Valid for the weights it was drawn for last.
 */
export class SoftMaximum {
  /** By part and point. */
  readonly chances: readonly Float64Array[]
  /** Mean values of a package. */
  readonly mean: Float64Array
  /** Greatest weighted sum of values of a package. */
  support = 0
  readonly field: Field

  constructor(field: Field) {
    this.field = field
    this.chances = field.counts.map((count) => new Float64Array(count))
    this.mean = new Float64Array(field.width)
  }

  draw(region: Region, weights: Float64Array, heat: number): void {
    const { mean } = this
    mean.set(region.settled)
    this.support = 0
    for (let p = 0; p < mean.length; p++)
      this.support += (weights[p] as number) * (mean[p] as number)
    for (const part of region.open) {
      const live = region.live[part] as Int32Array
      this.support += this.weigh(part, live, weights)
      this.normalise(part, live, heat)
    }
  }

  /**
   * Leaves in place of each point's chance by how much its weighted sum is above the part's
   * greatest (so at most 0), which it returns.
   */
  weigh(part: number, live: Int32Array, weights: Float64Array): number {
    const { width } = this.field
    const values = this.field.parts[part] as Float64Array
    const chances = this.chances[part] as Float64Array
    let most = Number.NEGATIVE_INFINITY
    for (let k = 0; k < live.length; k++) {
      const offset = (live[k] as number) * width
      let sum = 0
      for (let p = 0; p < width; p++) sum += (weights[p] as number) * (values[offset + p] as number)
      chances[live[k] as number] = sum
      if (sum > most) most = sum
    }
    for (let k = 0; k < live.length; k++)
      chances[live[k] as number] = (chances[live[k] as number] as number) - most
    return most
  }

  private normalise(part: number, live: Int32Array, heat: number): void {
    const { width } = this.field
    const values = this.field.parts[part] as Float64Array
    const chances = this.chances[part] as Float64Array
    let total = 0
    for (let k = 0; k < live.length; k++) {
      const point = live[k] as number
      const below = (chances[point] as number) / heat
      const chance = below > -TAIL ? Math.exp(below) : 0
      chances[point] = chance
      total += chance
    }
    for (let k = 0; k < live.length; k++) {
      const point = live[k] as number
      const chance = (chances[point] as number) / total
      chances[point] = chance
      if (chance === 0) continue
      for (let p = 0; p < width; p++)
        this.mean[p] = (this.mean[p] as number) + chance * (values[point * width + p] as number)
    }
  }

  /** Range of a package's weighted sum. */
  width(region: Region, weights: Float64Array): number {
    let sum = 0
    for (const part of region.open) {
      const live = region.live[part] as Int32Array
      this.weigh(part, live, weights)
      let least = 0
      for (const point of live) least = Math.min(least, this.chances[part]?.[point] as number)
      sum -= least
    }
    return sum
  }

  /** Covariance of the values of these parties, rows one after another. */
  covariance(region: Region, parties: readonly number[]): Float64Array {
    const matrix = new Float64Array(parties.length ** 2)
    const mean = new Float64Array(parties.length)
    for (const part of region.open) {
      const live = region.live[part] as Int32Array
      if (this.certain(part, live)) continue
      this.meanOf(part, live, { parties, mean })
      this.spreadInto(matrix, part, { live, parties, mean })
    }
    return matrix
  }

  /** How mixed a part is: weighted variance of its points. */
  spread(region: Region, part: number, weights: Float64Array): number {
    const live = region.live[part] as Int32Array
    if (this.certain(part, live)) return 0
    const parties = Array.from(weights.keys())
    const mean = new Float64Array(parties.length)
    const matrix = new Float64Array(parties.length ** 2)
    this.meanOf(part, live, { parties, mean })
    this.spreadInto(matrix, part, { live, parties, mean })
    return parties.reduce(
      (sum, p) => sum + (weights[p] as number) ** 2 * (matrix[p * (parties.length + 1)] as number),
      0
    )
  }

  /** The likeliest live point of a part. */
  likeliest(part: number, live: Int32Array): number {
    const chances = this.chances[part] as Float64Array
    let best = live[0] as number
    for (const point of live)
      if ((chances[point] as number) > (chances[best] as number)) best = point
    return best
  }

  private certain(part: number, live: Int32Array): boolean {
    const chances = this.chances[part] as Float64Array
    for (let k = 0; k < live.length; k++) if (chances[live[k] as number] === 1) return true
    return false
  }

  private meanOf(
    part: number,
    live: Int32Array,
    { parties, mean }: { parties: readonly number[]; mean: Float64Array }
  ): void {
    const values = this.field.parts[part] as Float64Array
    const chances = this.chances[part] as Float64Array
    mean.fill(0)
    for (let k = 0; k < live.length; k++) {
      const point = live[k] as number
      const chance = chances[point] as number
      if (chance === 0) continue
      for (let i = 0; i < parties.length; i++)
        mean[i] =
          (mean[i] as number) +
          chance * (values[point * this.field.width + (parties[i] as number)] as number)
    }
  }

  private spreadInto(
    matrix: Float64Array,
    part: number,
    { live, parties, mean }: { live: Int32Array; parties: readonly number[]; mean: Float64Array }
  ): void {
    const values = this.field.parts[part] as Float64Array
    const chances = this.chances[part] as Float64Array
    const size = parties.length
    for (let k = 0; k < live.length; k++) {
      const point = live[k] as number
      const chance = chances[point] as number
      if (chance === 0) continue
      const offset = point * this.field.width
      for (let i = 0; i < size; i++) {
        const off =
          chance * ((values[offset + (parties[i] as number)] as number) - (mean[i] as number))
        for (let j = 0; j < size; j++)
          matrix[i * size + j] =
            (matrix[i * size + j] as number) +
            off * ((values[offset + (parties[j] as number)] as number) - (mean[j] as number))
      }
    }
  }
}
