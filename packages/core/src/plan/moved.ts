import type { Sets } from './sets.ts'

/** How good an order is: its least slack, then what it is worth at its beginning. */
interface Rating {
  readonly least: number
  readonly early: number
}

/**
 * Orders made better by moving single steps, as long as that helps: quick to find, and often, not
 * always, the best there is. From several beginnings, each with another step first as far as what
 * must come before what allows.
 */
export function movedOrder(sets: Sets): readonly number[] {
  const rated = new Rated(sets)
  let best: { order: readonly number[]; rating: Rating } | undefined
  for (let from = 0; from < Math.max(1, sets.before.length); from++) {
    const found = climbed(rated, orderFrom(sets, from))
    if (!best || isBetter(found.rating, best.rating)) best = found
  }
  return best?.order ?? []
}

/** The same from one order; a least slack above a level is not better than one at it. */
export function movedFrom(
  sets: Sets,
  order: readonly number[],
  level = Number.POSITIVE_INFINITY
): readonly number[] {
  return climbed(new Rated(sets, level), order).order
}

const isBetter = (one: Rating, other: Rating): boolean =>
  one.least > other.least || (one.least === other.least && one.early > other.early)

/** Each time the first step, counted round from a place, that can come. */
function orderFrom({ before }: Sets, from: number): readonly number[] {
  const order: number[] = []
  let done = 0
  while (order.length < before.length)
    for (let k = 0; k < before.length; k++) {
      const place = (from + k) % before.length
      if (done & (1 << place) || ((before[place] as number) & ~done) !== 0) continue
      order.push(place)
      done |= 1 << place
      break
    }
  return order
}

function climbed(rated: Rated, start: readonly number[]) {
  let order = start
  let rating = rated.rate(order)
  for (let more = true; more; ) {
    more = false
    for (const next of movedOnce(rated.sets, order)) {
      const own = rated.rate(next)
      if (!isBetter(own, rating)) continue
      order = next
      rating = own
      more = true
      break
    }
  }
  return { order, rating }
}

/** The order with one step moved elsewhere, wherever what must come before it allows. */
function* movedOnce({ before }: Sets, order: readonly number[]): Iterable<readonly number[]> {
  const moved = [...order]
  for (let from = 0; from < order.length; from++)
    for (let to = 0; to < order.length; to++) {
      if (to === from) continue
      moved.splice(0, moved.length, ...order)
      moved.splice(to, 0, ...moved.splice(from, 1))
      let done = 0
      const fits = moved.every((place) => {
        const ready = ((before[place] as number) & ~done) === 0
        done |= 1 << place
        return ready
      })
      if (fits) yield [...moved]
    }
}

/** Rates orders on figures that are laid out for it. */
class Rated {
  readonly sets: Sets
  private readonly level: number
  private readonly rows: Int32Array

  constructor(sets: Sets, level = Number.POSITIVE_INFINITY) {
    this.sets = sets
    this.level = level
    this.rows = new Int32Array(sets.before.length + 1)
  }

  /** More than the level counts as the level. */
  rate(order: readonly number[]): Rating {
    const { places, width, stream, breakdown, steps, end, endLeast, sequence } = this.sets
    const { rows } = this
    let mask = 0
    for (let t = 0; t < order.length; t++) {
      mask |= 1 << (order[t] as number)
      rows[t + 1] = (places[mask] as number) * width
    }
    let [least, early] = [endLeast, 0]
    for (let i = 0; i < width; i++) {
      const discount = sequence.discount[i] as number
      let next = end[i] as number
      for (let t = order.length - 1; t >= 0; t--) {
        const at = (order[t] as number) * width + i
        const slack =
          (steps.gain[at] as number) +
          (steps.slope[at] as number) * (next - (breakdown[(rows[t] as number) + i] as number))
        if (slack < least) least = slack
        next =
          (stream[(rows[t + 1] as number) + i] as number) -
          (steps.cost[at] as number) +
          discount * next
      }
      early += next
    }
    return { least: Math.min(least, this.level), early }
  }
}
