import type { Futures, Together } from './futures.ts'
import { futuresOf, togetherOf } from './futures.ts'
import { movedFrom, movedOrder } from './moved.ts'
import { walkOrders } from './orders.ts'
import type { KnownFutures, OrderAnswer, OrderWanted } from './prefixes.ts'
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
  /** Whether it is settled that none with the same least slack is worth more at its beginning. */
  readonly earliest: boolean
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

/** Proportions in which all parties are weighed together where that does not do. */
const MIXTURES = 16

/** Primes: no two of their roots keep step. */
const SPREAD = [2, 3, 5, 7, 11, 13]

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
  search.raise(effort / 3)
  search.hasten()
  const { found, most, earliest } = search
  // asked a rounding above what was found, and what is worth more early may lie one below
  const exact = most <= found.least + 3 * SLACK_ROUNDING
  return {
    ...found,
    most: exact ? found.least : most,
    exact,
    earliest,
    ...tiesWith(sequence, found)
  }
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
  earliest = false
  private readonly sets: Sets
  private known: KnownFutures
  private effort: number

  constructor(sets: Sets, effort: number) {
    this.sets = sets
    this.effort = effort
    this.found = valued(sets.sequence, movedOrder(sets))
    const futures = futuresOf(sets, this.found.least)
    this.most = Math.max(this.found.least, futures.greatest)
    const ones = sets.sequence.parties.map(() => 1)
    const early = togetherOf(sets, futures, ones)
    this.known = { sets, futures, early, together: [early, ...pairBounds(sets, futures)] }
  }

  /**
   * Raises the least slack of the order found, and lowers what no order exceeds, until they meet;
   * where so much effort does not do, with more sums to rule orders out by.
   */
  raise(effort: number): void {
    this.raiseWith(effort, true)
    if (this.most <= this.found.least + SLACK_ROUNDING || this.effort < effort) return
    const { sets, known } = this
    const together = [...known.together, ...mixedBounds(sets, known.futures)]
    this.known = { ...known, together }
    this.raiseWith(this.effort / 2, false)
  }

  private raiseWith(effort: number, first: boolean): void {
    const end = this.effort - effort
    let unsettled = this.found.least
    for (let above = first; this.most > unsettled + SLACK_ROUNDING && this.effort > end; ) {
      const level = above ? unsettled + SLACK_ROUNDING : (unsettled + this.most) / 2
      const answer = this.ask({ level, room: (this.effort - end) / 3 })
      above = false
      if (answer.kind === 'open') unsettled = level
      const next = answer.kind === 'order' ? this.better(answer.order) : undefined
      if (next) {
        this.found = next
        unsettled = Math.max(unsettled, next.least)
        above = first
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
    this.earliest = gap <= SLACK_ROUNDING
    for (const share of [1 / 16, 1 / 4, 1]) {
      if (this.earliest || this.effort <= 0) return
      const wanted = own + (1 - share) * gap
      const answer = this.ask({ level, early: wanted, room: this.effort / 2 })
      if (answer.kind === 'open') return
      if (answer.kind === 'none' && share < 1) continue
      this.earliest = true
      const next = answer.kind === 'order' ? valued(sequence, answer.order) : this.found
      if (early(next) > own) this.found = next
    }
  }

  private ask(wanted: OrderWanted): OrderAnswer {
    const answer = orderWith(this.known, wanted)
    this.effort -= answer.used
    return answer
  }
}

/**
 * What two parties can have together, and all: where one gains by an order what another loses by it,
 * these rule out far more than what each could have alone.
 */
function pairBounds(sets: Sets, futures: Futures): readonly Together[] {
  const all = sets.sequence.parties.map((_, i) => i)
  const pairs = all.flatMap((i) => all.slice(i + 1).map((j) => [i, j])).slice(0, MOST_PAIRS)
  const some = (which: readonly number[]): readonly number[] =>
    all.map((i) => (which.includes(i) ? 1 : 0))
  return [...(all.length > 2 ? [all] : []), ...pairs].map((which) =>
    togetherOf(sets, futures, weightsOf(sets, some(which)))
  )
}

/** The same for the parties in many proportions, spread evenly: multiples of irrational numbers. */
function mixedBounds(sets: Sets, futures: Futures): readonly Together[] {
  return Array.from({ length: MIXTURES }, (_, k) => {
    const shares = sets.sequence.parties.map((_, i) => {
      const multiple = (k + 1) * Math.sqrt(SPREAD[i % SPREAD.length] as number)
      return 0.1 + (multiple - Math.floor(multiple))
    })
    return togetherOf(sets, futures, weightsOf(sets, shares))
  })
}

/** Shares by how much a step can move each party, halfway through the path. */
function weightsOf({ sequence, before }: Sets, shares: readonly number[]): readonly number[] {
  return sequence.discount.map((discount, i) => {
    const moved = sequence.steps.map(({ stream, cost }) =>
      Math.abs((stream[i] as number) / (1 - discount) - (cost[i] as number))
    )
    const scale = Math.max(1e-9, ...moved) * discount ** (before.length / 2)
    return discount > 0 ? (shares[i] as number) / scale : 0
  })
}
