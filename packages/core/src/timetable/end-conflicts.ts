import { lineOf, secondsIn } from '../calendar/reckoned.ts'
import type { TimeConflict } from './conflict.ts'
import type { Obligation, ObligationKind } from './obligation.ts'

/** What a ceasefire that has ended no longer holds anybody to. */
const WITHIN: ReadonlySet<ObligationKind> = new Set([
  'inventory',
  'inventory-check',
  'withdrawal',
  'tranche',
  'completion',
  'inspection',
  'review'
])

/** What is dated after the end of the ceasefire, and two ends at different instants. */
export function endsIn(obligations: readonly Obligation[]): readonly TimeConflict[] {
  const ends = obligations.filter(({ kind }) => kind === 'end')
  const [first, second] = ends
  if (!first) return []
  const twice = second && compared(second, first)
  return [
    ...(second && twice ? [told('two-ends', [first, second], Math.abs(twice))] : []),
    ...obligations.flatMap((one) => {
      const late = WITHIN.has(one.kind) ? Math.max(...ends.map((end) => compared(one, end))) : 0
      const end = ends.find((each) => compared(one, each) === late)
      return end && late > 0 ? [told('after-end', [one, end], late)] : []
    })
  ]
}

/** How much later one is than another; 0 where that cannot be said. */
const compared = (one: Obligation, other: Obligation): number =>
  lineOf(one.when) === lineOf(other.when) ? secondsIn(one.when) - secondsIn(other.when) : 0

const told = (
  kind: 'two-ends' | 'after-end',
  [one, other]: readonly [Obligation, Obligation],
  apart: number
): TimeConflict => ({
  kind,
  severity: 'unclear',
  of: [one.id, other.id],
  at: [one.at, other.at],
  facts: { early: apart }
})
