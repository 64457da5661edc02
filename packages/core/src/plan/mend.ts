import type { Point } from '../worth/scalar.ts'
import { sequenceOf } from './figures.ts'
import type { Path } from './path.ts'
import { bestOrder, MOST_STEPS } from './search.ts'
import type { Sequence, SequenceStep, ValuedOrder } from './sequence.ts'
import { enforcesItself, SLACK_ROUNDING, slackOf, standingAt, valued } from './sequence.ts'

/** Where a path fails: the party that gains by breaking it, and the step; at the end none. */
export interface Binding {
  readonly party: string
  /** The place of the step among those of the path; undefined where it is the end. */
  readonly step?: number
  /** The period, counted from 0. */
  readonly period: number
  readonly slack: number
}

/** The least of one thing, all else the same, that makes a path enforce itself. */
export type Mend =
  | { readonly kind: 'bond'; readonly party: string; readonly points: number }
  | {
      readonly kind: 'penalty'
      readonly party: string
      readonly step: number
      readonly points: number
    }
  | {
      readonly kind: 'caught'
      readonly party: string
      readonly step: number
      readonly from: number
      readonly chance: number
    }
  | {
      readonly kind: 'discount'
      readonly party: string
      readonly from: number
      readonly discount: number
    }
  | { readonly kind: 'split'; readonly step: number; readonly parts: number }

/** Parts a step is split into at most. */
const MOST_PARTS = 12

/** A discount this near 1 counts a far future as much as tomorrow: none nearer is asked for. */
const MOST_PATIENCE = 0.999

/** Halvings of the range of discounts. */
const HALVINGS = 40

/** Every least slack of an order; several where they tie. */
export function bindingsOf(
  { parties }: Sequence,
  { order, slacks, least }: ValuedOrder
): Binding[] {
  return slacks.flatMap((row, period) =>
    row.flatMap((slack, i) => {
      if (slack > least + SLACK_ROUNDING) return []
      const step = order[period]
      return [
        { party: parties[i] as string, period, slack, ...(step === undefined ? {} : { step }) }
      ]
    })
  )
}

/**
 * What would mend a path that does not enforce itself: of each kind the least that does it alone,
 * each tried before it is told. Nothing of a kind where none would.
 */
export function mendsOf(path: Path, point: Point, found: ValuedOrder): readonly Mend[] {
  const sequence = sequenceOf(path, point)
  const failing = failingOf(found)
  const parties = [...new Set(failing.map(({ i }) => i))]
  const cells = { sequence, found, failing }
  const [only] = parties
  const single = parties.length === 1 && only !== undefined
  return [
    ...(single ? bond(cells, only) : []),
    ...(failing.length === 1 ? [...penalty(cells), ...caught(cells)] : []),
    ...(single ? discount(path, point, { sequence, found, i: only }) : []),
    ...split(sequence, failing)
  ]
}

interface Failing {
  readonly t: number
  readonly i: number
  readonly slack: number
  readonly step: number | undefined
}

interface Cells {
  readonly sequence: Sequence
  readonly found: ValuedOrder
  readonly failing: readonly Failing[]
}

const failingOf = ({ slacks, order }: ValuedOrder): readonly Failing[] =>
  slacks.flatMap((row, t) =>
    row.flatMap((slack, i) => (slack < -SLACK_ROUNDING ? [{ t, i, slack, step: order[t] }] : []))
  )

const holdsWith = (sequence: Sequence, { order }: ValuedOrder): boolean =>
  enforcesItself(valued(sequence, order))

/** Put down before the first step, and lost when a breach is caught; the end is not helped by it. */
function bond({ sequence, found, failing }: Cells, i: number): readonly Mend[] {
  const more = Math.max(
    ...failing.map(({ step, slack }) =>
      step === undefined ? Number.POSITIVE_INFINITY : -slack / caughtOf(sequence, step, i)
    )
  )
  if (!Number.isFinite(more)) return []
  const own = sequence.bond.map((had, party) => (party === i ? had + more : had))
  return holdsWith({ ...sequence, bond: own }, found)
    ? [{ kind: 'bond', party: sequence.parties[i] as string, points: own[i] as number }]
    : []
}

/** A guarantor's, for the one step that fails. */
function penalty({ sequence, found, failing }: Cells): readonly Mend[] {
  const [{ i, step, slack } = { i: 0, slack: 0, step: undefined }] = failing
  if (step === undefined) return []
  const more = -slack / caughtOf(sequence, step, i)
  if (!Number.isFinite(more)) return []
  const points = more + ((sequence.steps[step] as SequenceStep).penalty[i] as number)
  const with_ = withStep(sequence, step, (one) => ({
    ...one,
    penalty: put(one.penalty, i, points)
  }))
  return holdsWith(with_, found)
    ? [{ kind: 'penalty', party: sequence.parties[i] as string, step, points }]
    : []
}

/** A better eye on the one step that fails: its slack is a straight line in the chance. */
function caught({ sequence, found, failing }: Cells): readonly Mend[] {
  const [{ i, t, step } = { i: 0, t: 0, step: undefined }] = failing
  if (step === undefined) return []
  const own = sequence.steps[step] as SequenceStep
  const from = own.caught[i] as number
  const slackAt = (chance: number): number =>
    slackOf(
      sequence,
      {
        step: { ...own, caught: put(own.caught, i, chance) },
        standing: standingAt(sequence, found.order.slice(0, t)),
        next: (found.values[t + 1] as readonly number[])[i] as number
      },
      i
    )
  const [none, all] = [slackAt(0), slackAt(1)]
  if (all < -SLACK_ROUNDING || from >= 1) return []
  const chance = Math.min(1, -none / (all - none))
  const with_ = withStep(sequence, step, (one) => ({ ...one, caught: put(one.caught, i, chance) }))
  return holdsWith(with_, found)
    ? [{ kind: 'caught', party: sequence.parties[i] as string, step, from, chance }]
    : []
}

/** How much a party would have to count the next period; shorter periods do the same. */
function discount(
  path: Path,
  point: Point,
  {
    sequence,
    found,
    i
  }: { readonly sequence: Sequence; readonly found: ValuedOrder; readonly i: number }
): readonly Mend[] {
  const party = sequence.parties[i] as string
  const from = sequence.discount[i] as number
  const holds = (counted: number): boolean =>
    holdsWith(sequenceOf(path, point, { discount: new Map([[party, counted]]) }), found)
  let [low, high] = [from, MOST_PATIENCE]
  if (low >= high || !holds(high)) return []
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (low + high) / 2
    if (holds(middle)) high = middle
    else low = middle
  }
  return [{ kind: 'discount', party, from, discount: high }]
}

/** The failing step in equal parts, one after the other, in the best order with the other steps. */
function split(sequence: Sequence, failing: readonly Failing[]): readonly Mend[] {
  const steps = [...new Set(failing.map(({ step }) => step))]
  const [step] = steps
  if (steps.length !== 1 || step === undefined) return []
  for (let parts = 2; parts <= MOST_PARTS; parts++) {
    const tried = inParts(sequence, step, parts)
    if (tried.steps.length > MOST_STEPS) return []
    const best = bestOrder(tried)
    if (best && enforcesItself(best)) return [{ kind: 'split', step, parts }]
  }
  return []
}

/** A step in equal parts: each pays, brings, tempts and leaves its share, in the order of parts. */
export function inParts(sequence: Sequence, place: number, parts: number): Sequence {
  const own = sequence.steps[place] as SequenceStep
  const share = (list: readonly number[]): readonly number[] => list.map((one) => one / parts)
  const first = sequence.steps.length
  const last = first + parts - 2
  // The first part takes the place of the step; who waited for the step waits for its last part.
  const others: SequenceStep[] = sequence.steps.map((one) => ({
    ...one,
    after: one.after.map((before) => (before === place ? last : before))
  }))
  const part: SequenceStep = {
    ...own,
    cost: share(own.cost),
    stream: share(own.stream),
    grab: share(own.grab),
    kept: share(own.kept)
  }
  others[place] = part
  const more = Array.from({ length: parts - 1 }, (_, k) => ({
    ...part,
    after: [k === 0 ? place : first + k - 1]
  }))
  return { ...sequence, steps: [...others, ...more] }
}

const caughtOf = ({ steps }: Sequence, step: number, i: number): number =>
  (steps[step] as SequenceStep).caught[i] as number

const put = (list: readonly number[], i: number, value: number): readonly number[] =>
  list.map((one, at) => (at === i ? value : one))

const withStep = (
  sequence: Sequence,
  place: number,
  change: (step: SequenceStep) => SequenceStep
): Sequence => ({
  ...sequence,
  steps: sequence.steps.map((one, at) => (at === place ? change(one) : one))
})
