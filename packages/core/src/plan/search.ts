import { walkOrders } from './orders.ts'
import type { Sequence, SequenceStep, StepsDone, ValuedOrder } from './sequence.ts'
import { endSlack, endValue, SLACK_ROUNDING, slackOf, valued, worthOf } from './sequence.ts'
import type { Sets } from './sets.ts'
import { maskOf, setsOf } from './sets.ts'

/** The best order, and how nearly it is known to be. */
export interface BestOrder extends ValuedOrder {
  /** No order has a greater least slack. */
  readonly most: number
  /** Whether the least slack is that, or every order was weighed. */
  readonly exact: boolean
  /** Other orders with the same least slack and the same value at the beginning; the first few. */
  readonly ties: readonly (readonly number[])[]
  /** Whether all of those were looked for. */
  readonly allTies: boolean
}

/** How far to look: ways to go on that are weighed, all sets of steps together. */
export const PLAN_EFFORT = 2_000_000

/** Most steps that sets of them are kept for. */
export const MOST_STEPS = 18

/** Orders that tie are looked for until there are so many. */
const MOST_TIES = 8

/** A way to go on from a set of steps done. */
interface Found {
  readonly values: Float64Array
  /** The least slack of all that follows. */
  readonly least: number
  /** The next step; -1 at the end. */
  readonly step: number
  readonly then?: Onward
}

/** The same as the steps before it see it. */
interface Onward extends Found {
  /** Its values, each no more than is enough for the slacks of all steps before. */
  readonly useful: Float64Array
  /** What it adds to the value at the beginning, summed over the parties. */
  readonly early: number
}

/**
 * The order of steps with the greatest least slack; among those the one whose path is worth most at
 * its beginning, summed over the parties. Undefined where no order keeps to what must come before
 * what, or where there are more steps than `MOST_STEPS`.
 *
 * From the end backwards over sets of steps done. What a set leaves depends on its future through
 * the values of the path alone, and slack and value both grow with these: so of two ways to go on,
 * one that is nowhere worth more, as far as that is of use, can be dropped.
 */
export function bestOrder(sequence: Sequence, effort = PLAN_EFFORT): BestOrder | undefined {
  if (sequence.steps.length > MOST_STEPS) return undefined
  const sets = setsOf(sequence)
  const { best, whole } = new Search(sequence, sets, effort).run()
  if (!best) return undefined
  const found = whole ? valued(sequence, orderOf(best)) : improved(sequence, orderOf(best))
  const { most } = sets
  const exact = whole || found.least >= most - SLACK_ROUNDING
  return { ...found, most: whole ? found.least : most, exact, ...tiesWith(sequence, found) }
}

/** An order after moves of single steps, as long as one of them makes it better. */
function improved(sequence: Sequence, order: readonly number[]): ValuedOrder {
  let best = valued(sequence, order)
  for (let more = true; more; ) {
    more = false
    for (const next of movedOnce(sequence, best.order)) {
      const one = valued(sequence, next)
      if (one.least < best.least || (one.least === best.least && early(one) <= early(best)))
        continue
      best = one
      more = true
    }
  }
  return best
}

/** The order with one step moved elsewhere, wherever what must come before it allows. */
function* movedOnce({ steps }: Sequence, order: readonly number[]): Iterable<readonly number[]> {
  for (const place of order) {
    const rest = order.filter((other) => other !== place)
    for (let at = 0; at <= rest.length; at++) {
      const moved = [...rest.slice(0, at), place, ...rest.slice(at)]
      const fits = moved.every((one, t) =>
        (steps[one] as SequenceStep).after.every((before) => moved.indexOf(before) < t)
      )
      if (fits) yield moved
    }
  }
}

/** What the path is worth at its beginning, summed over the parties. */
const early = ({ values }: ValuedOrder): number => sum(values[0] as readonly number[])

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

interface Searched {
  readonly best?: Onward
  /** Whether nothing was dropped for want of room. */
  readonly whole: boolean
}

class Search {
  private readonly sequence: Sequence
  private readonly sets: Sets
  private readonly before: readonly number[]
  /** Ways to go on that are kept for a set. */
  private readonly kept: number
  private whole = true

  constructor(sequence: Sequence, sets: Sets, effort: number) {
    this.sequence = sequence
    this.sets = sets
    this.before = sequence.steps.map(({ after }) => maskOf(after))
    const reached = sets.layers.reduce((all, layer) => all + layer.length, 0)
    this.kept = Math.max(1, Math.floor((2 * effort) / (reached * (1 + this.before.length))))
  }

  run(): Searched {
    const { layers } = this.sets
    let later = new Map<number, readonly Onward[]>()
    for (let size = layers.length - 1; size >= 0; size--) {
      const here = new Map<number, readonly Onward[]>()
      for (const done of layers[size] ?? []) {
        const found = size === layers.length - 1 ? [this.end(done)] : this.from(done, size, later)
        if (found.length > 0) here.set(done, found)
      }
      later = here
    }
    const [best] = [...(later.get(0) ?? [])].sort(better)
    return { ...(best ? { best } : {}), whole: this.whole }
  }

  private end(done: number): Onward {
    const standing = this.standing(done)
    const parties = this.sequence.parties.map((_, i) => i)
    const values = Float64Array.from(parties, (i) => endValue(this.sequence, standing, i))
    const least = Math.min(...parties.map((i) => endSlack(this.sequence, standing, i)))
    return this.seen(done, this.before.length, { values, least, step: -1 })
  }

  private standing(set: number): StepsDone {
    const { width, stream, breakdown } = this.sets
    return {
      stream: stream.subarray(set * width, (set + 1) * width),
      breakdown: breakdown.subarray(set * width, (set + 1) * width)
    }
  }

  private from(
    done: number,
    size: number,
    later: ReadonlyMap<number, readonly Onward[]>
  ): readonly Onward[] {
    const standing = this.standing(done)
    const found: Onward[] = []
    for (let k = 0; k < this.before.length; k++) {
      if (done & (1 << k) || ((this.before[k] as number) & ~done) !== 0) continue
      for (const then of later.get(done | (1 << k)) ?? []) {
        keep(found, this.seen(done, size, this.onward(k, standing, then)))
      }
      if (found.length > 4 * this.kept) this.narrow(found)
    }
    this.narrow(found)
    return found
  }

  private narrow(found: Onward[]): void {
    if (found.length <= this.kept) return
    this.whole = false
    found.sort(better).length = this.kept
  }

  private onward(k: number, standing: StepsDone, then: Onward): Found {
    const { sequence } = this
    const step = sequence.steps[k] as SequenceStep
    const values = new Float64Array(then.values.length)
    let { least } = then
    for (let i = 0; i < values.length; i++) {
      const doing = { step, standing, next: then.values[i] as number }
      values[i] = worthOf(sequence, doing, i)
      least = Math.min(least, slackOf(sequence, doing, i))
    }
    return { values, least, step: k, then }
  }

  /** As it looks from the steps before: no more than is of use to them counts. */
  private seen(done: number, size: number, found: Found): Onward {
    const { width, enough, most } = this.sets
    const useful = new Float64Array(width)
    let early = 0
    for (let i = 0; i < width; i++) {
      const value = found.values[i] as number
      useful[i] = Math.min(value, enough[done * width + i] as number)
      early += value * (this.sequence.discount[i] as number) ** size
    }
    return {
      ...found,
      least: Math.min(rounded(found.least), rounded(most)),
      useful,
      early: rounded(early)
    }
  }
}

/** Off what comes from rounding, which is not to decide between two ways. */
const rounded = (value: number): number => Math.round(value / SLACK_ROUNDING) * SLACK_ROUNDING

/** Puts a way to go on among those that are not worse than another everywhere. */
function keep(among: Onward[], one: Onward): void {
  if (among.some((other) => noWorse(other, one))) return
  let kept = 0
  for (const other of among) if (!noWorse(one, other)) among[kept++] = other
  among.length = kept
  among.push(one)
}

function noWorse(one: Onward, other: Onward): boolean {
  if (one.least < other.least || one.early < other.early) return false
  for (let i = 0; i < one.useful.length; i++)
    if ((one.useful[i] as number) < (other.useful[i] as number)) return false
  return true
}

/** The greater least slack first, then the greater value at the beginning. */
const better = (one: Onward, other: Onward): number =>
  other.least - one.least || other.early - one.early

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0)

function orderOf(start: Onward): readonly number[] {
  const order: number[] = []
  for (let at: Onward | undefined = start; at && at.step >= 0; at = at.then) order.push(at.step)
  return order
}
