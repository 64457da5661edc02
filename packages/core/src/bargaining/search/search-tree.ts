import type { Layer } from '../deal-space.ts'
import type { PointSwap } from './climb.ts'
import { climb } from './climb.ts'
import type { Bounded } from './dual.ts'
import { Descent } from './dual.ts'
import type { Field, Region } from './field.ts'
import { fieldOf, regionOf } from './field.ts'
import type { AdditiveGame, Aim, Level } from './goal.ts'
import { SoftMaximum } from './soft-maximum.ts'

/** When to stop. */
export interface Limits {
  /** Regions bounded at most. */
  readonly maxNodes: number
  /** Greatest gap left open, relative to the product, or to the value where that is above one. */
  readonly tolerance: number
}

/** A package and its worth, level by level. */
export interface Incumbent {
  readonly choice: Int32Array
  readonly gains: Float64Array
  readonly worth: Float64Array
}

/** What a region's weights and lottery say about its points. */
interface Survey {
  readonly level: number
  readonly bounded: Bounded
  /** By part: how mixed the lottery is. */
  readonly spread: readonly number[]
  /** The likeliest package. */
  readonly choice: Int32Array
  /** All points of open parts; the nearest to the greatest weighted sum first. */
  readonly moves: readonly RankedMove[]
}

interface RankedMove extends PointSwap {
  /** By how much taking it lowers the greatest weighted sum (at most 0). */
  readonly below: number
}

/**
 * How soon weights are left for branching, below the root: see `Target.giveUp`. At 1 no region is
 * left early and the max-min takes twice the work for the same gap; at 0.4 it takes two thirds.
 */
const GIVE_UP = 0.7
/** A bound need come no nearer to the lottery than this share of worth: doubles end soon after. */
const NEAREST = 1e-12
/** The bound of a region that holds no admissible package. */
const NOTHING: Bounded = {
  bound: Number.NEGATIVE_INFINITY,
  support: 0,
  weights: new Float64Array(0),
  free: new Float64Array(0)
}

/**
 * Depth-first branch and bound (Land and Doig 1960) with bounds by duality. A region is closed when nothing in it is better than the best
 * package found: its bound is below that one's worth; or no higher up to the tolerance, and the
 * region closed on the next level, if there is one.
 */
export class Tree {
  best: Incumbent | undefined
  /** The bound before branching. */
  root: Bounded = NOTHING
  nodes = 0
  complete = true
  /** The greatest first-level bound of regions left unsearched, or closed within the tolerance. */
  openBound = Number.NEGATIVE_INFINITY
  private readonly game: AdditiveGame
  private readonly aim: Aim
  private readonly limits: Limits
  private readonly field: Field
  private readonly lottery: SoftMaximum
  /** By level: the free weights found last. */
  private readonly last: Float64Array[]

  constructor(game: AdditiveGame, aim: Aim, limits: Limits) {
    this.game = game
    this.aim = aim
    this.limits = limits
    this.field = fieldOf(game, aim)
    this.lottery = new SoftMaximum(this.field)
    this.last = aim.levels.map(({ start }) => start)
  }

  search(): void {
    const everything = this.field.counts.map((count) =>
      Int32Array.from({ length: count }, (_, point) => point)
    )
    const region = regionOf(this.field, everything)
    const [level] = this.aim.levels as readonly [Level]
    const barren = this.barren(region)
    this.nodes = 1
    // a party that cannot gain proves that no product is above zero, with the whole weight on it
    if (level.logarithmic && barren !== undefined)
      this.root = { ...NOTHING, weights: level.fixed.with(barren, 1) }
    else this.explore(region, level.start, Number.POSITIVE_INFINITY)
  }

  private visit(region: Region, from: Float64Array, inherited: number): void {
    if (this.nodes >= this.limits.maxNodes) {
      this.complete = false
      this.openBound = Math.max(this.openBound, inherited)
      return
    }
    this.nodes++
    if (this.barren(region) !== undefined) return
    if (region.open.length === 0) this.offer(onlyPackage(region))
    else this.explore(region, from, inherited)
  }

  private explore(region: Region, from: Float64Array, inherited: number): void {
    let limit = inherited
    let start = from
    // level after level, as the sums of the 1, 2, ... least values are one after another
    for (const k of this.aim.levels.keys()) {
      const survey = this.survey(region, k, k === 0 ? from : (this.last[k] as Float64Array))
      const { bound, free } = survey.bounded
      // hand the first level's bound and weights down to the parts of this region
      if (k === 0) {
        if (this.nodes === 1) this.root = survey.bounded
        limit = Math.min(inherited, bound)
        start = free
      }
      // look for a better package near the lottery
      this.round(survey)
      // close the region where its bound says that nothing in it is better
      const above = bound - this.toBeat(k)
      if (above < 0) return
      // divide it where the bound leaves room for something better
      if (this.best === undefined || above > this.slack(k)) {
        this.branch(region, survey, { limit, start })
        return
      }
      // closed within the tolerance: remember the bound, and look at the next level
      this.openBound = Math.max(this.openBound, limit)
    }
  }

  /** A party that gets too little even from its best points. */
  private barren({ live }: Region): number | undefined {
    const { parts, base } = this.game
    const party = this.aim.least.findIndex((least, p) => {
      if (least === Number.NEGATIVE_INFINITY) return false
      let most = base[p] as number
      live.forEach((points, part) => {
        most += greatest(parts[part] as Layer, points, p)
      })
      return most < least
    })
    return party < 0 ? undefined : party
  }

  private survey(region: Region, k: number, from: Float64Array): Survey {
    const { lottery } = this
    const level = this.aim.levels[k] as Level
    const worth = this.toBeat(k)
    const scale = this.best ? Math.max(1, Math.abs(worth)) : 1
    const bounded = new Descent(lottery, region, { level, from }).run({
      worth: this.best ? worth + this.slack(k) : worth,
      precision: Math.max(this.slack(k) / 4, NEAREST * scale),
      giveUp: this.nodes > 1 ? GIVE_UP : 1
    })
    this.last[k] = bounded.free
    const spread: number[] = []
    for (const part of region.open) spread[part] = lottery.spread(region, part, bounded.weights)
    const choice = Int32Array.from(region.live, (live, part) =>
      live.length === 1 ? (live[0] as number) : lottery.likeliest(part, live)
    )
    return { level: k, bounded, spread, choice, moves: this.ranked(region, bounded.weights) }
  }

  private ranked(region: Region, weights: Float64Array): RankedMove[] {
    const moves: RankedMove[] = []
    for (const part of region.open) {
      const live = region.live[part] as Int32Array
      this.lottery.weigh(part, live, weights)
      for (const point of live)
        moves.push({ part, point, below: this.lottery.chances[part]?.[point] as number })
    }
    return moves.sort((a, b) => b.below - a.below)
  }

  /** Looks for a good package near the lottery. */
  private round({ choice, moves }: Survey): void {
    climb(this.field, choice, { moves, score: this.aim.score })
    this.offer(choice)
  }

  private offer(choice: Int32Array): void {
    const gains = this.game.base.slice()
    choice.forEach((point, part) => {
      const { values, width } = this.game.parts[part] as Layer
      for (let p = 0; p < width; p++)
        gains[p] = (gains[p] as number) + (values[point * width + p] as number)
    })
    if (gains.some((gain, p) => gain < (this.aim.least[p] as number))) return
    if (this.best && this.aim.order(gains, this.best.gains) <= 0) return
    this.best = { choice: choice.slice(), gains, worth: this.aim.worth(gains) }
  }

  /**
   * Fixes, one after the other, each point of the most mixed part that can still be part of a
   * better package.
   */
  private branch(
    region: Region,
    survey: Survey,
    { limit, start }: { limit: number; start: Float64Array }
  ): void {
    const { level: k, bounded, spread, moves } = survey
    // leave out the points that can be in no better package
    const narrowed = regionOf(this.field, this.promising(region, survey))
    if (narrowed.open.length === 0) {
      this.offer(onlyPackage(narrowed))
      return
    }
    // take the part on which the lottery is most of two minds
    const mixed = narrowed.open.reduce((most, part) =>
      (spread[part] ?? 0) > (spread[most] ?? 0) ? part : most
    )
    const level = this.aim.levels[k] as Level
    const kept = new Set(narrowed.live[mixed])
    // fix its points, likeliest first; a fixed point lowers the bound by what it falls short
    for (const { part, point, below } of moves) {
      if (part !== mixed || !kept.has(point)) continue
      const bound = level.bound(bounded.support + below, bounded.weights)
      if (bound < this.toBeat(k)) continue
      const live = narrowed.live.with(mixed, Int32Array.of(point))
      this.visit(regionOf(this.field, live), start, k === 0 ? Math.min(limit, bound) : limit)
    }
  }

  /**
   * By part, the points whose bound, when they are fixed, does not show that they are in no better
   * package.
   */
  private promising(region: Region, { level: k, bounded, moves }: Survey): readonly Int32Array[] {
    const needed = (this.aim.levels[k] as Level).support(this.toBeat(k), bounded.weights)
    const live = [...region.live]
    const kept: number[][] = []
    for (const part of region.open) kept[part] = []
    for (const { part, point, below } of moves)
      if (below === 0 || bounded.support + below >= needed) kept[part]?.push(point)
    for (const part of region.open) live[part] = Int32Array.from(kept[part] as number[])
    return live
  }

  private toBeat(k: number): number {
    return this.best
      ? (this.best.worth[k] as number)
      : k === 0
        ? this.aim.floor
        : Number.NEGATIVE_INFINITY
  }

  private slack(k: number): number {
    return this.aim.slack(this.best ? (this.best.worth[k] as number) : 0, this.limits.tolerance)
  }
}

const onlyPackage = ({ live }: Region): Int32Array =>
  Int32Array.from(live, (points) => points[0] as number)

function greatest({ values, width }: Layer, points: Int32Array, party: number): number {
  let most = Number.NEGATIVE_INFINITY
  for (const point of points) most = Math.max(most, values[point * width + party] as number)
  return most
}
