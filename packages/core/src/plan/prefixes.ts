import type { Futures, Together } from './futures.ts'
import { sizeOf } from './futures.ts'
import type { Sets } from './sets.ts'

/** What is asked of an order. */
export interface OrderWanted {
  /** No slack is below this. */
  readonly level: number
  /** The path is worth at least this at its beginning, summed over the parties; and then the most. */
  readonly early?: number
  /** How many comparisons may be made. */
  readonly room: number
}

/** An order; that there is none; or, where the room did not do, neither. */
export type OrderAnswer =
  | { readonly kind: 'order'; readonly order: readonly number[]; readonly used: number }
  | { readonly kind: 'none' | 'open'; readonly used: number }

/** What is known of all that can follow, and the sums that rule out most. */
export interface KnownFutures {
  readonly sets: Sets
  readonly futures: Futures
  /** What is worth most at the beginning, every party's weight 1 there. */
  readonly early: Together
  readonly together: readonly Together[]
}

/**
 * Looks for an order by its beginnings, from the empty set on. A step is worth keeping to if what
 * follows it is worth so much to each party: that is all a beginning asks of what follows, party by
 * party, and a row of such figures is all that is kept of it. Of two beginnings of a set the one that
 * asks nowhere less is dropped; so is one that asks more than any future gives to a party, or to
 * several together.
 */
export function orderWith(known: KnownFutures, wanted: OrderWanted): OrderAnswer {
  return new Beginnings(known, wanted).run()
}

class Beginnings {
  private readonly known: KnownFutures
  private readonly wanted: OrderWanted
  /** By set: the last beginning kept; and from there the one kept before it. */
  private readonly first: Int32Array
  private next = new Int32Array(1024)
  private parent = new Int32Array(1024)
  private step = new Int8Array(1024)
  private asks: Float64Array
  private soFar = new Float64Array(1024)
  private count = 0
  private used = 0
  /** The beginning that is being made. */
  private readonly made: Float64Array
  private worth = 0

  constructor(known: KnownFutures, wanted: OrderWanted) {
    this.known = known
    this.wanted = wanted
    this.first = new Int32Array(known.sets.masks.length).fill(-1)
    this.asks = new Float64Array(1024 * known.sets.width)
    this.made = new Float64Array(known.sets.width)
  }

  run(): OrderAnswer {
    const { sets, futures } = this.known
    const last = sets.masks.length - 1
    if (last > 0 && futures.ways[0] === 0) return { kind: 'none', used: 0 }
    this.made.set(futures.least.subarray(0, sets.width))
    this.put(0, -1, -1)
    for (let place = 0; place < last; place++) {
      if ((this.first[place] as number) < 0) continue
      if (this.used > this.wanted.room) return { kind: 'open', used: this.used }
      this.from(place)
    }
    const best = this.bestAt(last)
    return best < 0
      ? { kind: 'none', used: this.used }
      : { kind: 'order', order: this.orderTo(best), used: this.used }
  }

  /** Each beginning of a set with each step that can follow it. */
  private from(place: number): void {
    const { sets, futures } = this.known
    const mask = sets.masks[place] as number
    const size = sizeOf(mask)
    for (let ways = futures.ways[place] as number; ways !== 0; ways &= ways - 1) {
      const k = 31 - Math.clz32(ways & -ways)
      const then = sets.places[mask | (1 << k)] as number
      for (let one = this.first[place] as number; one >= 0; one = this.next[one] as number) {
        this.used++
        if (!this.make(place, { k, then, from: one, size })) continue
        if (this.isBest(then)) this.put(then, one, k)
      }
    }
  }

  /** What a beginning asks with one step more. Whether any future gives it. */
  private make(
    place: number,
    { k, then, from, size }: { k: number; then: number; from: number; size: number }
  ): boolean {
    const { sets, futures } = this.known
    const { width, stream, breakdown, steps, sequence } = sets
    for (let i = 0; i < width; i++) {
      const discount = sequence.discount[i] as number
      const slope = steps.slope[k * width + i] as number
      const now = (stream[then * width + i] as number) - (steps.cost[k * width + i] as number)
      const lowest = futures.least[then * width + i] as number
      let asks = lowest
      if (discount > 0) {
        const before = ((this.asks[from * width + i] as number) - now) / discount
        if (before > asks) asks = before
      }
      const short = this.wanted.level - (steps.gain[k * width + i] as number)
      if (slope > 0) {
        const own = short / slope + (breakdown[place * width + i] as number)
        if (own > asks) asks = own
      } else if (short > futures.slop) return false
      if (asks > (futures.most[then * width + i] as number) + futures.slop) return false
      // what every future gives is nothing asked: alike beginnings are then seen to be alike
      this.made[i] = asks <= lowest + futures.slop ? lowest : asks
    }
    return this.givenTogether(then, size + 1) && this.isWorth({ k, then, from, size })
  }

  private givenTogether(then: number, size: number): boolean {
    const { sets, together, futures } = this.known
    for (const { weights, most } of together) {
      let [asked, weight] = [0, 0]
      for (let i = 0; i < sets.width; i++) {
        const own = weights[size * sets.width + i] as number
        weight += own
        asked += own * (this.made[i] as number)
      }
      if (asked > (most[then] as number) + weight * futures.slop) return false
    }
    return true
  }

  /** Whether it can still come to what is wanted at the beginning. */
  private isWorth({
    k,
    then,
    from,
    size
  }: {
    k: number
    then: number
    from: number
    size: number
  }): boolean {
    const { early } = this.wanted
    if (early === undefined) return true
    const { sets, futures } = this.known
    const { width, stream, steps } = sets
    const { weights, most } = this.known.early
    let worth = this.soFar[from] as number
    for (let i = 0; i < width; i++)
      worth +=
        (weights[size * width + i] as number) *
        ((stream[then * width + i] as number) - (steps.cost[k * width + i] as number))
    this.worth = worth
    return worth + (most[then] as number) >= early - width * futures.slop
  }

  /** Drops what the one made is better than. Whether nothing kept is as good. */
  private isBest(place: number): boolean {
    const { next, first } = this
    let before = -1
    for (let one = first[place] as number; one >= 0; one = next[one] as number) {
      this.used++
      const compared = this.compare(one)
      if (compared > 0) return false
      if (compared === 0) before = one
      else if (before < 0) first[place] = next[one] as number
      else next[before] = next[one] as number
    }
    return true
  }

  /** 1 where what is kept is as good as the one made, -1 where it is worse, 0 where neither is so. */
  private compare(one: number): number {
    const { width } = this.known.sets
    let [good, bad] = [true, true]
    if (this.wanted.early !== undefined) {
      const kept = this.soFar[one] as number
      if (kept < this.worth) good = false
      else if (kept > this.worth) bad = false
    }
    for (let i = 0; i < width && (good || bad); i++) {
      const kept = this.asks[one * width + i] as number
      const made = this.made[i] as number
      if (kept > made) good = false
      else if (kept < made) bad = false
    }
    if (good) return 1
    return bad ? -1 : 0
  }

  private put(place: number, parent: number, step: number): void {
    const { width } = this.known.sets
    if (this.count === this.next.length) this.grow()
    const at = this.count++
    this.asks.set(this.made, at * width)
    this.soFar[at] = this.worth
    this.parent[at] = parent
    this.step[at] = step
    this.next[at] = this.first[place] as number
    this.first[place] = at
  }

  private grow(): void {
    const twice = 2 * this.next.length
    const larger = <T extends Int32Array | Int8Array | Float64Array>(to: T, from: T): T => {
      to.set(from)
      return to
    }
    this.next = larger(new Int32Array(twice), this.next)
    this.parent = larger(new Int32Array(twice), this.parent)
    this.step = larger(new Int8Array(twice), this.step)
    this.soFar = larger(new Float64Array(twice), this.soFar)
    this.asks = larger(new Float64Array(twice * this.known.sets.width), this.asks)
  }

  private bestAt(place: number): number {
    let best = this.first[place] as number
    for (let one = best; one >= 0; one = this.next[one] as number)
      if ((this.soFar[one] as number) > (this.soFar[best] as number)) best = one
    return best
  }

  private orderTo(beginning: number): readonly number[] {
    const order: number[] = []
    for (let at = beginning; (this.parent[at] as number) >= 0; at = this.parent[at] as number)
      order.unshift(this.step[at] as number)
    return order
  }
}
