import type { Sets } from './sets.ts'

/**
 * What can follow each set in orders that keep every slack at a level: what it is worth to each
 * party at most and at least, and to several together at most. Each of these may need another order,
 * so nothing here is worse than what one order has for all: what is ruled out by it is ruled out.
 */
export interface Futures {
  readonly level: number
  /** By set: the steps that can be next, as a mask. */
  readonly ways: Int32Array
  /** By set and party. */
  readonly most: Float64Array
  readonly least: Float64Array
  /** The greatest least slack, if it is no less than the level: no order has a greater one. */
  readonly greatest: number
  /** Differences below this come from rounding. */
  readonly slop: number
}

/** The greatest sum, over the parties, of what follows a set, each party counted by a weight. */
export interface Together {
  /** By how many steps are done, and party. */
  readonly weights: Float64Array
  /** By set. */
  readonly most: Float64Array
}

/** A share of the greatest value that rounding stays below. */
const ROUNDING = 1e-13

/** What can follow each set, from the end backwards. */
export function futuresOf(sets: Sets, level: number): Futures {
  const { width, masks, end, endLeast } = sets
  const last = masks.length - 1
  const most = new Float64Array(masks.length * width).fill(Number.NEGATIVE_INFINITY)
  const least = new Float64Array(masks.length * width).fill(Number.POSITIVE_INFINITY)
  most.set(end, last * width)
  least.set(end, last * width)
  const slop = ROUNDING * Math.max(1, ...scaleOf(sets))
  const made = new Ways(sets, { most, least, level: level - slop })
  made.greatest[last] = endLeast >= level - slop ? endLeast : Number.NEGATIVE_INFINITY
  for (let place = last - 1; place >= 0; place--) made.from(place)
  return { level, ways: made.ways, most, least, greatest: made.greatest[0] as number, slop }
}

/** How great the values are that are added up, by party. */
function scaleOf({ sequence, stream, breakdown, width }: Sets): readonly number[] {
  return sequence.discount.map((discount, i) => {
    let greatest = 0
    for (let at = i; at < stream.length; at += width)
      greatest = Math.max(
        greatest,
        Math.abs(stream[at] as number) / (1 - discount),
        Math.abs(breakdown[at] as number)
      )
    return greatest
  })
}

/** Ways on from each set; those to sets with no way to the end are none. */
class Ways {
  readonly ways: Int32Array
  /** By set: the greatest least slack from there on, each party with the future it would choose. */
  readonly greatest: Float64Array
  private readonly sets: Sets
  private readonly most: Float64Array
  private readonly least: Float64Array
  private readonly level: number

  constructor(sets: Sets, values: Pick<Futures, 'most' | 'least' | 'level'>) {
    this.sets = sets
    this.most = values.most
    this.least = values.least
    this.level = values.level
    this.ways = new Int32Array(sets.masks.length)
    this.greatest = new Float64Array(sets.masks.length).fill(Number.NEGATIVE_INFINITY)
  }

  from(place: number): void {
    const { masks, places, before } = this.sets
    const mask = masks[place] as number
    let ways = 0
    let greatest = Number.NEGATIVE_INFINITY
    for (let k = 0; k < before.length; k++) {
      const bit = 1 << k
      if (mask & bit || ((before[k] as number) & ~mask) !== 0) continue
      const then = places[mask | bit] as number
      const slack = Math.min(this.greatest[then] as number, this.slackOf(place, k, then))
      if (slack < this.level) continue
      ways |= bit
      if (slack > greatest) greatest = slack
      this.widen(place, k, then)
    }
    this.ways[place] = ways
    this.greatest[place] = greatest
  }

  /** The least slack of a step, each party with the future it would choose. */
  private slackOf(place: number, k: number, then: number): number {
    const { width, breakdown, steps } = this.sets
    let slack = Number.POSITIVE_INFINITY
    for (let i = 0; i < width; i++) {
      const next = this.most[then * width + i] as number
      const back = breakdown[place * width + i] as number
      const own =
        (steps.gain[k * width + i] as number) +
        (steps.slope[k * width + i] as number) * (next - back)
      if (own < slack) slack = own
    }
    return slack
  }

  private widen(place: number, k: number, then: number): void {
    const { width, stream, steps, sequence } = this.sets
    const { most, least } = this
    for (let i = 0; i < width; i++) {
      const now = (stream[then * width + i] as number) - (steps.cost[k * width + i] as number)
      const discount = sequence.discount[i] as number
      const high = now + discount * (most[then * width + i] as number)
      const low = now + discount * (least[then * width + i] as number)
      if (high > (most[place * width + i] as number)) most[place * width + i] = high
      if (low < (least[place * width + i] as number)) least[place * width + i] = low
    }
  }
}

/**
 * The greatest weighted sum of what follows each set. A party's weight falls with every period by
 * what a period later counts for it: so the sum over a path is that of its steps, and the greatest
 * one of a set needs only those of the sets one step further.
 */
export function togetherOf(
  sets: Sets,
  { ways }: Pick<Futures, 'ways'>,
  weight: readonly number[]
): Together {
  const { width, masks, places, stream, steps, end, sequence, before } = sets
  const weights = new Float64Array((before.length + 1) * width)
  for (let t = 0; t <= before.length; t++)
    for (let i = 0; i < width; i++)
      weights[t * width + i] = (weight[i] as number) * (sequence.discount[i] as number) ** t
  const most = new Float64Array(masks.length).fill(Number.NEGATIVE_INFINITY)
  const last = masks.length - 1
  let sum = 0
  for (let i = 0; i < width; i++)
    sum += (weights[before.length * width + i] as number) * (end[i] as number)
  most[last] = sum
  for (let place = last - 1; place >= 0; place--) {
    const mask = masks[place] as number
    const row = sizeOf(mask) * width
    let greatest = Number.NEGATIVE_INFINITY
    for (let left = ways[place] as number; left !== 0; left &= left - 1) {
      const k = 31 - Math.clz32(left & -left)
      const then = places[mask | (1 << k)] as number
      let value = most[then] as number
      for (let i = 0; i < width; i++)
        value +=
          (weights[row + i] as number) *
          ((stream[then * width + i] as number) - (steps.cost[k * width + i] as number))
      if (value > greatest) greatest = value
    }
    most[place] = greatest
  }
  return { weights, most }
}

/** How many steps a set holds. */
export function sizeOf(mask: number): number {
  let size = 0
  for (let left = mask; left !== 0; left &= left - 1) size++
  return size
}
