import type { Field, Region } from './field.ts'
import type { Level } from './goal.ts'
import { newtonDirection } from './newton.ts'
import { dot } from './numbers.ts'
import type { SoftMaximum } from './soft-maximum.ts'

/** When the search for good weights may stop. */
export interface DualTarget {
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

// None of these decides what is true: any weights prove a bound, and these say how soon good ones
// are found. Counted on random games of 3 to 8 parties and 10 to 30 issues.

/**
 * What the temperature is multiplied by once the weights are near the central path. Smaller: fewer
 * temperatures, but Newton starts farther from the next point of the path and takes more steps to
 * it. From 0.05 to 0.6 the max-min's work changes by a quarter at most; at 0.05 the product takes
 * half as much again, and sums over parties half as much.
 */
const COOLING = 0.2
/**
 * The temperature where nothing else sets one, as all points are worth nothing: any number above
 * zero whose square is not yet zero would do.
 */
const COLDEST = 1e-100
/**
 * Newton steps for one region: a stop for descents that rounding keeps from their target, with a
 * bound that is true all the same. 4,000 changes nothing; 40 ends descents that only polish a bound
 * and halves the work, for a few regions more.
 */
const MAX_STEPS = 400
/**
 * Steps go at most this share of the way to where a weight would reach its limit. At 1 a weight
 * could become 0, where the barrier ends; the nearer to 1, the longer it takes to come back. At 0.8
 * sums over parties need a quarter of the work, the max-min a quarter less, the product as much.
 */
const INSIDE = 0.95
/**
 * The most a shared weight may be: one would leave the barrier nothing to push against. Nearer to
 * one, `1 - weight` would have too few digits left; farther, bounds that need a whole weight would
 * stay off by more than their tolerance.
 */
const MOST = 1 - 2 ** -40
/** How often a step may be shortened: each time by a third or more, so 12 leave less than 1%. */
const SHORTENINGS = 12

/**
 * Bounds a region by duality. For any weights the greatest weighted sum of values is one maximum in
 * each part, and `Level.bound` turns it into a bound on worth. Good weights are found along the
 * central path: each maximum is smoothed to temperature * log sum exp, Newton steps are taken in
 * the few free weights, and the temperature falls. The smooth maximum is a lottery over packages,
 * and what that is worth tells how far the bound can still come down. Lagrangian duality with
 * entropic smoothing (Nesterov, Smooth minimization of non-smooth functions, 2005) and a barrier
 * path (Boyd and Vandenberghe, Convex Optimization, 2004, ch. 11); how its bounds are checked by
 * hand: docs/method/bargaining.md, Certificates.
 */
export class Descent {
  private readonly field: Field
  private readonly lottery: SoftMaximum
  private readonly region: Region
  private readonly level: Level
  private free: Float64Array
  private heat = 1
  private best: Bounded

  /** Starts from the free weights of another bound on the same level. */
  constructor(
    lottery: SoftMaximum,
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

  run(target: DualTarget): Bounded {
    const { level } = this
    // begin warm, with all weights well above zero
    this.heat = this.firstHeat(target.worth)
    this.comeInside()
    this.look(this.free)
    // end where the smooth maximum differs from the true one by no more than rounding
    const coldest = 4 * this.noise(this.best.weights)
    for (let step = 0; step < MAX_STEPS && !this.decided(target); step++) {
      // look along Newton's direction, and how much the smooth dual would fall there
      const gradient = this.gradient()
      const direction = newtonDirection(gradient, this.curvature(), level.shared)
      const decrement = -dot(gradient, direction)
      // far from the central path: step towards it. The fall is told in units of the temperature;
      // at 1 the next temperature starts too far off and the max-min takes two thirds more work, at
      // 1/16 little more than half
      if (decrement > this.heat / 4) {
        if (!this.advance(direction, decrement)) break
      }
      // near it: go on to the next temperature, until there is none
      else if (this.heat > coldest) this.cool()
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

  private decided({ worth, precision, giveUp }: DualTarget): boolean {
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
    // four temperatures across the average part: its lottery is mixed, and not yet even
    const wide =
      this.lottery.width(this.region, weights) / (4 * Math.max(1, this.region.open.length))
    // a fifth of the way that the weighted sum must come down; with a twentieth the work is the same
    const reach = 0.2 * (support - this.level.support(worth, weights))
    // and never so cold that differences drown in rounding: `run` ends at four times the noise
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
    for (let tries = 0; tries < SHORTENINGS; tries++) {
      // step, and put right what rounding does to the sum of the shared weights
      this.free = start.slice()
      this.level.free.forEach((p, k) => {
        this.free[p] = (start[p] as number) + length * (direction[k] as number)
      })
      this.share()
      this.look(this.free)
      // keep the step unless the slope has turned by more than half: the valley's floor is behind
      const slope = dot(this.gradient(), direction)
      if (slope <= decrement / 2) return true
      // else go back to where a straight line between the two slopes is zero, a tenth at the least
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
