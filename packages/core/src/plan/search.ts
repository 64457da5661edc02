import type { Futures, Together } from './futures.ts'
import { futuresOf, togetherOf } from './futures.ts'
import { movedFrom, movedOrder } from './moved.ts'
import { walkOrders } from './orders.ts'
import type { KnownFutures, OrderAnswer } from './prefixes.ts'
import { orderWith } from './prefixes.ts'
import type { Sequence, ValuedOrder } from './sequence.ts'
import { SLACK_ROUNDING, valued } from './sequence.ts'
import type { Sets } from './sets.ts'
import { setsOf } from './sets.ts'

/** The best order, and how nearly it is known to be. */
export interface BestOrder extends ValuedOrder {
  /** No order has a greater least slack. */
  readonly most: number
  /** Whether the least slack is that. */
  readonly exact: boolean
  /** Other orders with the same least slack and the same value at the beginning; the first few. */
  readonly ties: readonly (readonly number[])[]
  /** Whether all of those were looked for. */
  readonly allTies: boolean
}

/** How far to look: comparisons of beginnings, all questions together. */
export const PLAN_EFFORT = 20_000_000

/** Most steps that sets of them are kept for. */
export const MOST_STEPS = 18

/** Pairs of parties that are weighed together. */
const MOST_PAIRS = 6

/** Orders that tie are looked for until there are so many. */
const MOST_TIES = 8

/**
 * The order of steps with the greatest least slack; among those the one whose path is worth most at
 * its beginning, summed over the parties. Undefined where no order keeps to what must come before
 * what, or where there are more steps than `MOST_STEPS`.
 *
 * A good order is found by moving steps about; then it is asked whether any order keeps a level
 * above its least slack, and each order found so raises the level until there is none.
 */
export function bestOrder(sequence: Sequence, effort = PLAN_EFFORT): BestOrder | undefined {
  if (sequence.steps.length > MOST_STEPS) return undefined
  const sets = setsOf(sequence)
  if (!sets) return undefined
  const search = new Search(sets, effort)
  search.raise()
  search.hasten()
  const { found, most } = search
  // asked a rounding above what was found, and what is worth more early may lie one below
  const exact = most <= found.least + 3 * SLACK_ROUNDING
  return { ...found, most: exact ? found.least : most, exact, ...tiesWith(sequence, found) }
}

/** What the path is worth at its beginning, summed over the parties. */
const early = ({ values }: ValuedOrder): number => sum(values[0] as readonly number[])

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

/** Orders that are as good as the best: none is preferred for the place its steps have in a file. */
function tiesWith(sequence: Sequence, best: ValuedOrder): Pick<BestOrder, 'ties' | 'allTies'> {
  const ties: (readonly number[])[] = []
  const whole = walkOrders(sequence, best.least - SLACK_ROUNDING, (order) => {
    if (ties.length >= MOST_TIES) return false
    if (
      order.join() !== best.order.join() &&
      Math.abs(early(valued(sequence, order)) - early(best)) <= SLACK_ROUNDING
    )
      ties.push(order)
    return true
  })
  return { ties, allTies: whole }
}

class Search {
  found: ValuedOrder
  /** No order has a greater least slack. */
  most: number
  private readonly sets: Sets
  private readonly known: KnownFutures
  private effort: number

  constructor(sets: Sets, effort: number) {
    this.sets = sets
    this.effort = effort
    this.found = valued(sets.sequence, movedOrder(sets))
    const futures = futuresOf(sets, this.found.least)
    this.most = Math.max(this.found.least, futures.greatest)
    const ones = sets.sequence.parties.map(() => 1)
    const early = togetherOf(sets, futures, ones)
    this.known = { sets, futures, early, together: togetherBounds(sets, futures) }
  }

  /** Raises the least slack of the order found, and lowers what no order exceeds, until they meet. */
  raise(): void {
    let unsettled = this.found.least
    for (let above = true; this.most > unsettled + SLACK_ROUNDING && this.effort > 0; ) {
      const level = above ? unsettled + SLACK_ROUNDING : (unsettled + this.most) / 2
      const answer = this.ask({ level })
      above = false
      if (answer.kind === 'open') unsettled = level
      const next = answer.kind === 'order' ? this.better(answer.order) : undefined
      if (next) {
        this.found = next
        unsettled = Math.max(unsettled, next.least)
        above = true
      } else if (answer.kind !== 'open') this.most = level
    }
  }

  /** An order that has been found, moved about; none where only rounding let it through. */
  private better(order: readonly number[]): ValuedOrder | undefined {
    const next = valued(this.sets.sequence, movedFrom(this.sets, order))
    return next.least > this.found.least ? next : undefined
  }

  /** Of orders with as great a least slack the one that is worth most at its beginning. */
  hasten(): void {
    const level = this.found.least - SLACK_ROUNDING
    const { sequence } = this.sets
    this.found = valued(sequence, movedFrom(this.sets, this.found.order, level))
    const own = early(this.found)
    const gap = (this.known.early.most[0] as number) - own
    for (const share of [1 / 16, 1 / 4, 1]) {
      if (gap <= SLACK_ROUNDING || this.effort <= 0) return
      const answer = this.ask({ level, early: own + (1 - share) * gap })
      if (answer.kind === 'none') continue
      if (answer.kind === 'order') {
        const next = valued(sequence, answer.order)
        if (early(next) > own) this.found = next
      }
      return
    }
  }

  private ask(wanted: { readonly level: number; readonly early?: number }): OrderAnswer {
    const answer = orderWith(this.known, { ...wanted, room: this.effort / 4 })
    this.effort -= answer.used
    return answer
  }
}

/**
 * What two parties can have together, and all: where one gains by an order what another loses by it,
 * these rule out far more than what each could have alone. Each party counts by how much a step can
 * move it, halfway through the path.
 */
function togetherBounds(sets: Sets, futures: Futures): readonly Together[] {
  const { width, sequence, before } = sets
  const scale = sequence.discount.map((discount, i) => {
    const moved = sequence.steps.map(({ stream, cost }) =>
      Math.abs((stream[i] as number) / (1 - discount) - (cost[i] as number))
    )
    return discount > 0 ? 1 / (Math.max(1e-9, ...moved) * discount ** (before.length / 2)) : 0
  })
  const some = (which: (i: number) => boolean): Together =>
    togetherOf(
      sets,
      futures,
      scale.map((one, i) => (which(i) ? one : 0))
    )
  const all = [...scale.keys()]
  const pairs = all
    .flatMap((i) => all.slice(i + 1).map((j) => [i, j] as const))
    .slice(0, MOST_PAIRS)
  return [
    ...(width > 2 ? [some(() => true)] : []),
    ...pairs.map(([i, j]) => some((one) => one === i || one === j))
  ]
}
