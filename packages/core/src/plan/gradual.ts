import { inParts } from './mend.ts'
import type { Sequence, ValuedOrder } from './sequence.ts'
import { SLACK_ROUNDING, valued } from './sequence.ts'

/** Equal parts that a step is tried in at most. */
export const MOST_TRANCHES = 50

/** A step done in equal parts, one after the other, where it stands in an order. */
export interface Tranches {
  readonly step: number
  /**
   * The least number of parts in which nobody gains by breaking any of them; undefined where none
   * up to `MOST_TRANCHES` does.
   */
  readonly parts?: number
  /** Whether nobody gains by breaking any other step either, or at the end, with so many parts. */
  readonly mends: boolean
  /** Where that is undefined: the number that comes nearest, and who gains most by breaking which part. */
  readonly nearest?: {
    readonly parts: number
    readonly part: number
    readonly party: string
    readonly slack: number
  }
}

/**
 * Gradualism for a concession that can be divided: the steps that an order cannot enforce whole, each
 * in so many equal parts that none is worth breaking for the sake of the rest. Every number of parts
 * from 1 up is tried, so that what is told is the least, or that there is none. What is at stake in a
 * part falls with their number, and so does what follows soon: more parts are not always better. None
 * where somebody would rather go back once all is done: no division changes that.
 */
export function tranchesOf(sequence: Sequence, found: ValuedOrder): readonly Tranches[] {
  if ((found.slacks.at(-1) ?? []).some((slack) => slack < -SLACK_ROUNDING)) return []
  const failing = found.order.filter((_, t) =>
    (found.slacks[t] ?? []).some((slack) => slack < -SLACK_ROUNDING)
  )
  return failing.map((step) => tranchesOfStep(sequence, found.order, step))
}

/** The same of one step of an order. */
export function tranchesOfStep(
  sequence: Sequence,
  order: readonly number[],
  step: number
): Tranches {
  let nearest: Tranches['nearest']
  for (let parts = 1; parts <= MOST_TRANCHES; parts++) {
    const { slacks, least } = inTranches(sequence, order, { step, parts })
    const first = order.indexOf(step)
    const own = slacks.slice(first, first + parts)
    const worst = Math.min(...own.flat())
    if (worst >= -SLACK_ROUNDING) return { step, parts, mends: least >= -SLACK_ROUNDING }
    if (nearest && worst <= nearest.slack) continue
    const part = own.findIndex((row) => row.includes(worst))
    const party = sequence.parties[own[part]?.indexOf(worst) ?? 0] as string
    nearest = { parts, part: part + 1, party, slack: worst }
  }
  return { step, mends: false, ...(nearest ? { nearest } : {}) }
}

/** An order with one of its steps in equal parts, one after the other in its place. */
function inTranches(
  sequence: Sequence,
  order: readonly number[],
  { step, parts }: { readonly step: number; readonly parts: number }
): ValuedOrder {
  const more = Array.from({ length: parts - 1 }, (_, k) => sequence.steps.length + k)
  return valued(
    parts === 1 ? sequence : inParts(sequence, step, parts),
    order.flatMap((place) => (place === step ? [step, ...more] : [place]))
  )
}
