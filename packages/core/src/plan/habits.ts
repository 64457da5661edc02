import { checksItself } from './figures.ts'
import type { Path } from './path.ts'
import type { Sequence } from './sequence.ts'

/**
 * What practice asks of a sequence of steps: small ones first, in turn, each one seen by others.
 * After Osgood's graduated reciprocation in tension reduction (1962), as commonly summarised, and
 * the agreement of Kumanovo (1999): a small verified step, one in return, then the rest.
 */
export type Habit =
  | { readonly kind: 'unverified'; readonly deliverables: readonly string[] }
  | { readonly kind: 'checks-itself'; readonly deliverables: readonly string[] }
  | { readonly kind: 'one-sided'; readonly party: string; readonly steps: readonly number[] }
  | { readonly kind: 'heaviest-first'; readonly step: number }
  | {
      readonly kind: 'all-at-once'
      readonly party: string
      readonly step: number
      readonly share: number
    }

/** Steps by one party alone, one after the other, from which on they are said. */
const MOST_ALONE = 3

/** A share of all that a party gives, in one step, from which on it is said. */
const MOST_AT_ONCE = 0.8

/** Where an order departs from what practice asks. */
export function habitsOf(
  path: Path,
  sequence: Sequence,
  order: readonly number[]
): readonly Habit[] {
  const all = path.steps.flatMap(({ deliverables }) => deliverables)
  const ids = (list: typeof all): readonly string[] => list.map(({ id }) => id)
  const unverified = all.filter(({ verifiedBy }) => verifiedBy.length === 0)
  const own = all.filter(checksItself)
  return [
    ...(unverified.length > 0
      ? [{ kind: 'unverified', deliverables: ids(unverified) } as const]
      : []),
    ...(own.length > 0 ? [{ kind: 'checks-itself', deliverables: ids(own) } as const] : []),
    ...alone(path, order),
    ...heaviest(sequence, order),
    ...atOnce(sequence)
  ]
}

function* alone({ steps }: Path, order: readonly number[]): Iterable<Habit> {
  let run: number[] = []
  let by: string | undefined
  const told = (): readonly Habit[] =>
    by !== undefined && run.length >= MOST_ALONE
      ? [{ kind: 'one-sided', party: by, steps: run }]
      : []
  for (const place of order) {
    const givers = new Set(steps[place]?.deliverables.map((one) => one.by))
    const [giver] = givers
    if (givers.size === 1 && giver === by) run = [...run, place]
    else {
      yield* told()
      by = givers.size === 1 ? giver : undefined
      run = [place]
    }
  }
  yield* told()
}

/** What a party loses by a step: its cost, and its streams for good. */
const burdenOf = ({ steps, discount }: Sequence, place: number, i: number): number => {
  const { cost = [], stream = [] } = steps[place] ?? {}
  return Math.max(0, (cost[i] ?? 0) - (stream[i] ?? 0) / (1 - (discount[i] as number)))
}

function heaviest(sequence: Sequence, order: readonly number[]): readonly Habit[] {
  const [first] = order
  if (first === undefined || order.length < 2) return []
  const whole = (place: number): number =>
    sequence.parties.reduce((sum, _, i) => sum + burdenOf(sequence, place, i), 0)
  const own = whole(first)
  return own > 0 && order.slice(1).every((place) => whole(place) < own)
    ? [{ kind: 'heaviest-first', step: first }]
    : []
}

function atOnce(sequence: Sequence): readonly Habit[] {
  return sequence.parties.flatMap((party, i) => {
    const burdens = sequence.steps.map((_, place) => burdenOf(sequence, place, i))
    const total = burdens.reduce((sum, one) => sum + one, 0)
    const giving = burdens.filter((one) => one > 0).length
    const step = burdens.indexOf(Math.max(...burdens))
    const share = (burdens[step] ?? 0) / total
    return giving > 1 && share >= MOST_AT_ONCE
      ? [{ kind: 'all-at-once', party, step, share } as const]
      : []
  })
}
