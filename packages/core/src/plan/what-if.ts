import type { Sampler } from '../draws/sampler.ts'
import { canCome } from '../gates/can-come.ts'
import { sequenceOf } from './figures.ts'
import type { Path } from './path.ts'
import type { Sequence, SequenceStep } from './sequence.ts'
import { SLACK_ROUNDING, valued } from './sequence.ts'

/** What is supposed not to come. */
export type Failing = `gate.${string}` | `deliverable.${string}`

/** What follows if one thing of a path fails, the steps before it done in their order. */
export interface WhatIf {
  readonly fails: Failing
  /** Other gates that stay shut because of it. */
  readonly shut: readonly string[]
  /** Steps that do not come because of it, in the order. */
  readonly missing: readonly number[]
  /** Steps done by then: those that stand before the first that does not come. */
  readonly done: readonly number[]
  /** Steps that can still come afterwards, in the order in which they then can. */
  readonly left: readonly number[]
  /** By party: what the steps done by then are worth for good, less their costs, in points. */
  readonly byThen: readonly number[]
  /** The same with what can still come, and had everything come. */
  readonly afterAll: readonly number[]
  readonly whole: readonly number[]
  /** Who would rather stop first from then on, and at which step; at the end none. */
  readonly stops: readonly {
    readonly party: string
    readonly step?: number
    readonly slack: number
  }[]
}

/**
 * An order without one of its gates or deliverables. What waits for it does not come; a step of
 * which a part fails does not come as a whole. That it fails is a surprise: until then everybody
 * keeps to the order, and from then on each looks at what can still come.
 */
export function whatIf(
  path: Path,
  fails: Failing,
  { sequence, order }: { readonly sequence: Sequence; readonly order: readonly number[] }
): WhatIf {
  const { shut, missing } = withoutIt(path, fails)
  const first = order.findIndex((place) => missing.has(place))
  const done = first < 0 ? order : order.slice(0, first)
  const rest = first < 0 ? [] : order.slice(first).filter((place) => !missing.has(place))
  const left = asTheyCome(path, fails, { done, rest })
  return {
    fails,
    shut,
    missing: order.filter((place) => missing.has(place)),
    done,
    left,
    byThen: worthDone(sequence, done),
    afterAll: worthDone(sequence, [...done, ...left]),
    whole: worthDone(sequence, order),
    stops: stopsFirst(sequence, done, left)
  }
}

/** The same over the draws. */
export interface DrawnWhatIf {
  /** By party: what 5 of 100 draws of its worth by then lie below and above. */
  readonly byThen: readonly (readonly [low: number, high: number])[]
  /** By party: in what share of draws it is among the first to stop. */
  readonly stops: readonly number[]
  /** The share of draws in which nobody stops. */
  readonly nobody: number
}

/** What follows if it fails, under every draw. */
export function drawnWhatIf(path: Path, { done, left }: WhatIf, sampler: Sampler): DrawnWhatIf {
  const { count } = sampler
  let nobody = 0
  const stops = new Map<string, number>()
  const worths: number[][] = []
  let parties: readonly string[] = []
  for (let draw = 0; draw < count; draw++) {
    const drawn = sequenceOf(path, (judgement) => sampler.column(judgement)[draw] as number)
    parties = drawn.parties
    worthDone(drawn, done).forEach((worth, i) => {
      const column = worths[i] ?? []
      worths[i] = column
      column.push(worth)
    })
    const first = stopsFirst(drawn, done, left)
    if (first.length === 0) nobody++
    for (const { party } of first) stops.set(party, (stops.get(party) ?? 0) + 1)
  }
  return {
    byThen: worths.map(middle),
    stops: parties.map((party) => (stops.get(party) ?? 0) / count),
    nobody: nobody / count
  }
}

function middle(column: readonly number[]): readonly [number, number] {
  const sorted = [...column].sort((a, b) => a - b)
  const at = (share: number): number => sorted[Math.floor(share * sorted.length)] as number
  return [at(0.05), at(0.95)]
}

/** What would have come and does not: compared with what can come when nothing is supposed to fail. */
function withoutIt({ source: { process }, steps }: Path, fails: Failing) {
  const [before, after] = [canCome(process), canCome(process, new Set([fails]))]
  const lost = (what: string): boolean => before.has(what) && !after.has(what)
  const missing = new Set<number>()
  for (let size = -1; size < missing.size; ) {
    size = missing.size
    for (const [place, { deliverables, after: waits }] of steps.entries())
      if (
        waits.some((one) => missing.has(one)) ||
        deliverables.some(({ id }) => lost(`deliverable.${id}`))
      )
        missing.add(place)
  }
  return {
    shut: [...process.gates.keys()].filter((id) => `gate.${id}` !== fails && lost(`gate.${id}`)),
    missing
  }
}

/**
 * What is left, each step as soon as it can come, first things first: one that waited for what failed
 * may have to wait for another now.
 */
function asTheyCome(
  { source: { process }, steps }: Path,
  fails: Failing,
  { done, rest }: { readonly done: readonly number[]; readonly rest: readonly number[] }
): readonly number[] {
  const idsOf = (places: readonly number[]): readonly string[] =>
    places.flatMap((place) =>
      (steps[place]?.deliverables ?? []).map(({ id }) => `deliverable.${id}`)
    )
  const ever = canCome(process)
  const order: number[] = []
  for (let left = rest; left.length > 0; left = rest.filter((place) => !order.includes(place))) {
    const ready = left.find((place) => {
      const others = idsOf(left.filter((other) => other !== place))
      const come = canCome(process, new Set([fails, ...others]))
      const { after = [] } = steps[place] ?? {}
      return (
        after.every((one) => done.includes(one) || order.includes(one)) &&
        idsOf([place]).every((id) => come.has(id) || !ever.has(id))
      )
    })
    if (ready === undefined) return order
    order.push(ready)
  }
  return order
}

/** What some steps are worth for good to each party, less their costs. */
const worthDone = (
  { parties, discount, steps }: Sequence,
  done: readonly number[]
): readonly number[] =>
  parties.map((_, i) =>
    done.reduce((sum, place) => {
      const { stream, cost } = steps[place] as SequenceStep
      return sum + (stream[i] as number) / (1 - (discount[i] as number)) - (cost[i] as number)
    }, 0)
  )

/** All for whom breaking pays at the first step, of those left, at which it does for anybody. */
function stopsFirst(
  sequence: Sequence,
  done: readonly number[],
  left: readonly number[]
): WhatIf['stops'] {
  const order = [...done, ...left]
  const { slacks } = valued(sequence, order)
  const at = slacks.findIndex(
    (row, t) => t >= done.length && row.some((slack) => slack < -SLACK_ROUNDING)
  )
  const step = order[at]
  return (slacks[at] ?? []).flatMap((slack, i) =>
    slack < -SLACK_ROUNDING
      ? [{ party: sequence.parties[i] as string, slack, ...(step === undefined ? {} : { step }) }]
      : []
  )
}
