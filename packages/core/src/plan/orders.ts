import type { Sequence, SequenceStep } from './sequence.ts'
import { endSlack, endValue, SLACK_ROUNDING, slackOf, standingAt, worthOf } from './sequence.ts'
import { orderCount } from './sets.ts'

/** Orders that are met one by one; more would take seconds. */
const MOST_MET = 50_000n

/**
 * Meets every order whose least slack is at least `floor`, from the end backwards, until `meet`
 * answers false. Whether all were met; none is where there are more orders than can be.
 */
export function walkOrders(
  sequence: Sequence,
  floor: number,
  meet: (order: readonly number[]) => boolean
): boolean {
  return orderCount(sequence) <= MOST_MET && new Walk(sequence, floor, meet).run()
}

class Walk {
  private readonly sequence: Sequence
  private readonly floor: number
  private readonly meet: (order: readonly number[]) => boolean
  private readonly parties: readonly number[]
  private ended = false

  constructor(sequence: Sequence, floor: number, meet: (order: readonly number[]) => boolean) {
    this.sequence = sequence
    this.floor = floor
    this.meet = meet
    this.parties = sequence.parties.map((_, i) => i)
  }

  run(): boolean {
    const { sequence, parties } = this
    const all = new Set(sequence.steps.keys())
    const end = standingAt(sequence, all)
    if (parties.every((i) => endSlack(sequence, end, i) >= this.floor))
      this.before(
        all,
        [],
        parties.map((i) => endValue(sequence, end, i))
      )
    return !this.ended
  }

  /** Puts each step that may come last of those left in front of the end known. */
  private before(left: Set<number>, tail: readonly number[], next: readonly number[]): void {
    if (left.size === 0) {
      if (!this.meet(tail)) this.ended = true
      return
    }
    for (const place of left) {
      if (this.ended) return
      if (!this.mayComeLast(place, left)) continue
      const done = new Set(left)
      done.delete(place)
      const step = this.sequence.steps[place] as SequenceStep
      const standing = standingAt(this.sequence, done)
      const doing = (i: number) => ({ step, standing, next: next[i] as number })
      if (this.parties.some((i) => slackOf(this.sequence, doing(i), i) < this.floor)) continue
      this.before(
        done,
        [place, ...tail],
        this.parties.map((i) => worthOf(this.sequence, doing(i), i))
      )
    }
  }

  private mayComeLast(place: number, left: ReadonlySet<number>): boolean {
    for (const other of left) if (this.sequence.steps[other]?.after.includes(place)) return false
    return true
  }
}

/** How many orders there are, and how many of them enforce themselves. */
export interface OrderCount {
  readonly all: bigint
  /** Undefined where they are too many to be met one by one. */
  readonly enforcing?: number
}

/** Counts the orders that keep to what must come before what. */
export function countOrders(sequence: Sequence): OrderCount {
  let enforcing = 0
  const whole = walkOrders(sequence, -SLACK_ROUNDING, () => {
    enforcing++
    return true
  })
  return { all: orderCount(sequence), ...(whole ? { enforcing } : {}) }
}
