import type { Field, Region } from './field.ts'
import type { Level } from './goal.ts'
import type { Lottery } from './lottery.ts'
import { newtonDirection } from './newton.ts'
import { dot } from './numbers.ts'

/** When the search for good weights may stop. */
export interface Target {
  /** Worth to beat: a region whose bound is no better holds nothing better. */
  readonly worth: number
  /** How close the bound must come to what the best lottery is worth. */
  readonly precision: number
  /**
   * A region is given up once its lottery takes up this share of the way from the worth to beat to
   * the bound; 1: never.
   */
  readonly giveUp: number
}

/** A bound on the worth of all packages of a region, proved by its weights alone. */
export interface Bounded {
  readonly bound: number
  /** Greatest weighted sum of values in the region, rounded up. */
  readonly support: number
  readonly weights: Float64Array
  /** By party: the free part of the weights. */
  readonly free: Float64Array
}

const COOLING = 0.2
/** Where nothing else sets a temperature, as all points are worth nothing. */
const COLDEST = 1e-100
const MAX_STEPS = 400
/** Steps go at most this share of the way to weight zero. */
const INSIDE = 0.95
/** The most a shared weight may be: one would leave the barrier nothing to push against. */
const MOST = 1 - 2 ** -40

/**
 * Bounds a region by duality. For any weights the greatest weighted sum of values is one maximum in
 * each part, and `Level.bound` turns it into a bound on worth. Good weights are found along the
 * central path: each maximum is smoothed to temperature * log sum exp, Newton steps are taken in
 * the few free weights, and the temperature falls. The smooth maximum is a lottery over packages,
 * and what that is worth tells how far the bound can still come down.
 */
export class Descent {
  private readonly field: Field
  private readonly lottery: Lottery
  private readonly region: Region
  private readonly level: Level
  private free: Float64Array
  private heat = 1
  private best: Bounded

  /** Starts from the free weights of another bound on the same level. */
  constructor(
    lottery: Lottery,
    region: Region,
    { level, from }: { level: Level; from: Float64Array }
  ) {
    this.field = lottery.field
    this.lottery = lottery
    this.region = region
    this.level = level
    this.free = from.slice()
    this.best = this.look(this.free)
  }

  run(target: Target): Bounded {
    const { level } = this
    this.heat = this.firstHeat(target.worth)
    this.comeInside()
    this.look(this.free)
    const coldest = 4 * this.noise(this.best.weights)
    for (let step = 0; step < MAX_STEPS && !this.decided(target); step++) {
      const gradient = this.gradient()
      const direction = newtonDirection(gradient, this.curvature(), level.shared)
      const decrement = -dot(gradient, direction)
      if (decrement > this.heat / 4) {
        if (!this.advance(direction, decrement)) break
      } else if (this.heat > coldest) this.cool()
      else break
    }
    return this.best
  }

  /** Draws the lottery at these free weights and keeps the bound if it is the best so far. */
  private look(free: Float64Array): Bounded {
    const { level, lottery } = this
    const weights = level.fixed.map((value, p) => value + (free[p] as number))
    lottery.draw(this.region, weights, this.heat)
    const support = lottery.support + this.noise(weights)
    const bounded = { bound: level.bound(support, weights), support, weights, free }
    if (this.best === undefined || bounded.bound < this.best.bound) this.best = bounded
    return bounded
  }

  private decided({ worth, precision, giveUp }: Target): boolean {
    const { bound } = this.best
    if (bound <= worth) return true
    const lottery = this.level.lottery(this.lottery.mean)
    return (
      bound - lottery <= precision || (giveUp < 1 && lottery >= worth + giveUp * (bound - worth))
    )
  }

  /**
   * Warm enough to blur points within the distance that matters, no warmer than the parts are wide.
   */
  private firstHeat(worth: number): number {
    const { support, weights } = this.best
    const wide =
      this.lottery.width(this.region, weights) / (4 * Math.max(1, this.region.open.length))
    const reach = 0.2 * (support - this.level.support(worth, weights))
    return Math.max(Math.min(wide, reach > 0 ? reach : wide), 16 * this.noise(weights), COLDEST)
  }

  /**
   * Weights all but zero would take many steps to grow: lifts them to what the central path gives a
   * loose constraint.
   */
  private comeInside(): void {
    const { logarithmic, free: parties } = this.level
    if (logarithmic) return
    for (const p of parties)
      this.free[p] = Math.max(this.free[p] as number, this.heat / (this.field.size[p] || 1))
    this.share()
    const { shared, total } = this.level
    // a hundredth of the way to equal shares, so that none begins at one
    for (const p of parties.slice(0, shared))
      this.free[p] = 0.99 * (this.free[p] as number) + (0.01 * total) / shared
  }

  /** Shared weights sum to their total again, which rounding and lifting disturb. */
  private share(): void {
    const { free: parties, shared, total } = this.level
    const most = total > 1 ? MOST : 1
    let sum = 0
    for (let k = 0; k < shared; k++) sum += this.free[parties[k] as number] as number
    for (const p of parties.slice(0, shared))
      this.free[p] = Math.min(most, ((this.free[p] as number) * total) / sum)
  }

  /** Slope of the smooth dual, by free weight. */
  private gradient(): Float64Array {
    const barrier = this.level.logarithmic ? 1 : this.heat
    return Float64Array.from(this.level.free, (p, k) => {
      const free = this.free[p] as number
      return (
        (this.lottery.mean[p] as number) -
        barrier / free +
        (this.capped(k) ? this.heat / (1 - free) : 0)
      )
    })
  }

  /** Second derivatives of the smooth dual, rows one after another. */
  private curvature(): Float64Array {
    const { free: parties, logarithmic } = this.level
    const barrier = logarithmic ? 1 : this.heat
    const matrix = this.lottery.covariance(this.region, parties).map((value) => value / this.heat)
    parties.forEach((p, k) => {
      const free = this.free[p] as number
      const pivot = k * (parties.length + 1)
      matrix[pivot] =
        (matrix[pivot] as number) +
        barrier / free ** 2 +
        (this.capped(k) ? this.heat / (1 - free) ** 2 : 0)
    })
    return matrix
  }

  /** Whether a limit of one on a free weight says more than that the weights sum to their total. */
  private capped(k: number): boolean {
    return k < this.level.shared && this.level.total > 1
  }

  /**
   * Moves along Newton's direction, less far where that would leave the weights allowed or
   * overshoot the valley. False where every step overshoots, for then the slope is noise.
   */
  private advance(direction: Float64Array, decrement: number): boolean {
    const start = this.free
    let length = Math.min(1, INSIDE * this.room(direction))
    for (let tries = 0; tries < 12; tries++) {
      this.free = start.slice()
      this.level.free.forEach((p, k) => {
        this.free[p] = (start[p] as number) + length * (direction[k] as number)
      })
      this.share()
      this.look(this.free)
      const slope = dot(this.gradient(), direction)
      if (slope <= decrement / 2) return true
      length *= Math.max(0.1, decrement / (decrement + slope))
    }
    return false
  }

  private cool(): void {
    this.heat *= COOLING
    this.look(this.free)
  }

  /** How far the direction can be followed before a free weight leaves its limits. */
  private room(direction: Float64Array): number {
    return this.level.free.reduce((room, p, k) => {
      const [free, slope] = [this.free[p] as number, direction[k] as number]
      if (slope < 0) return Math.min(room, -free / slope)
      return slope > 0 && this.capped(k) ? Math.min(room, (1 - free) / slope) : room
    }, Number.POSITIVE_INFINITY)
  }

  /**
   * How far rounding, of sums and of what the weights sum to (put right by the heaviest), can put
   * the weighted sum too low.
   */
  private noise(weights: Float64Array): number {
    const { free: parties, shared, total } = this.level
    let drift = total
    let heaviest = parties[0] ?? 0
    for (let k = 0; k < shared; k++) {
      const p = parties[k] as number
      drift -= this.free[p] as number
      if ((this.free[p] as number) > (this.free[heaviest] as number)) heaviest = p
    }
    return (
      dot(weights, this.field.noise) +
      (shared > 0 ? Math.abs(drift) * (this.field.size[heaviest] as number) : 0)
    )
  }
}
