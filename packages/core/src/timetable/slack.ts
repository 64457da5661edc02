import type { Reckoned } from './calendar.ts'
import { dependencyOrder } from './dependency-order.ts'
import type { Obligation } from './obligations.ts'

/**
 * How much later something could come, in seconds, before what is named under `limit` comes too
 * early beside it or, being the last of all, would move; without a bound where nothing limits it.
 * Below 0 where it comes too late already.
 */
export interface Slack {
  readonly seconds: number
  /** Ids, in their own order; several where nothing tells them apart. */
  readonly limit: readonly string[]
  /** Whether it is the end of all that limits it, and nothing before. */
  readonly toEnd: boolean
}

/** Where an obligation stands on its time line: by instant, or counted from one unknown event. */
export const placeOf = (when: Reckoned): number => ('at' in when ? when.at.seconds : when.seconds)

/** What obligations can be compared in time with: those of one name. */
export const lineOf = (when: Reckoned): string => ('at' in when ? '' : when.after)

interface Edge {
  readonly from: number
  readonly to: number
  readonly gap: number
}

/**
 * The slack of each obligation. A delay moves what counts from it by as much, and what is the latest
 * of several by what exceeds the gap; so each thing behind moves by the delay less the least sum of
 * gaps on the way to it. What is dated by itself stays. The delay may grow until something would come
 * before what it must follow, or the last of all would move. Reviews are not what all ends with.
 */
export function slacks(obligations: readonly Obligation[]): ReadonlyMap<string, Slack> {
  const order = dependencyOrder(obligations)
  const { moving, pinned } = edgesOf(order)
  const ends = lastPlaces(order)
  const gaps = new Float64Array(order.length)
  return new Map(
    order.map(({ id }, start) => {
      // what moves with it, by how much less than it does
      gaps.fill(Number.POSITIVE_INFINITY, start)
      gaps[start] = 0
      for (let at = start; at < order.length; at++)
        for (const { to, gap } of moving[at] ?? [])
          gaps[to] = Math.min(gaps[to] ?? 0, (gaps[at] ?? 0) + gap)
      return [id, bounded(order, { start, gaps, pinned, ends })]
    })
  )
}

interface Delayed {
  readonly start: number
  readonly gaps: Float64Array
  readonly pinned: readonly (readonly Edge[])[]
  readonly ends: ReadonlyMap<string, number>
}

function bounded(order: readonly Obligation[], { start, gaps, pinned, ends }: Delayed): Slack {
  let seconds = Number.POSITIVE_INFINITY
  let limit: number[] = []
  let toEnd = true
  const bound = (room: number, by: number, isEnd: boolean): void => {
    if (room > seconds) return
    if (room < seconds) limit = []
    toEnd = isEnd && (toEnd || room < seconds)
    limit.push(by)
    seconds = room
  }
  for (let at = start; at < order.length; at++) {
    const one = order[at]
    const own = gaps[at] ?? 0
    if (!one || own === Number.POSITIVE_INFINITY) continue
    const end = ends.get(lineOf(one.when))
    if (end !== undefined && one.kind !== 'review') bound(end - placeOf(one.when) + own, at, true)
    for (const { to, gap } of pinned[at] ?? []) {
      // what must follow moves too, and soon enough
      const moves = to >= start ? (gaps[to] ?? 0) : Number.POSITIVE_INFINITY
      if (moves - own > gap) bound(gap + own, to, false)
    }
  }
  return { seconds, toEnd, limit: [...new Set(limit.map((at) => order[at]?.id ?? ''))].sort() }
}

/** By place in the order, what moves with each, and what must not come before it. */
function edgesOf(order: readonly Obligation[]): {
  readonly moving: readonly (readonly Edge[])[]
  readonly pinned: readonly (readonly Edge[])[]
} {
  const places = new Map(order.map(({ id }, at) => [id, at]))
  const moving: Edge[][] = order.map(() => [])
  const pinned: Edge[][] = order.map(() => [])
  for (const [to, one] of order.entries())
    for (const { of, how } of one.waits) {
      const from = places.get(of) ?? -1
      const before = order[from]
      if (!before || lineOf(before.when) !== lineOf(one.when)) continue
      const gap = placeOf(one.when) - placeOf(before.when)
      if (how === 'after') pinned[from]?.push({ from, to, gap })
      else moving[from]?.push({ from, to, gap: how === 'counts' ? 0 : gap - lagOf(before, one) })
    }
  return { moving, pinned }
}

function lastPlaces(order: readonly Obligation[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { when, kind } of order) {
    const known = ends.get(lineOf(when)) ?? Number.NEGATIVE_INFINITY
    if (kind !== 'review') ends.set(lineOf(when), Math.max(known, placeOf(when)))
  }
  return ends
}

/** What lies between the ceasefire and a gate even if nothing else did: days without fire. */
const lagOf = (one: Obligation, gate: Obligation): number =>
  one.kind === 'ceasefire' ? (gate.quiet ?? 0) : 0

/**
 * The chain that decides when the last obligation is: back from it along what its moment is counted
 * from, as sets of obligations of one moment.
 */
export function criticalChain(obligations: readonly Obligation[]): readonly (readonly string[])[] {
  const byId = new Map(obligations.map((one) => [one.id, one]))
  const dated = obligations.filter(({ when, kind }) => 'at' in when && kind !== 'review')
  const last = Math.max(...dated.map(({ when }) => placeOf(when)))
  const chain = new Set(dated.filter(({ when }) => placeOf(when) === last))
  for (const one of chain)
    for (const { of, how } of one.waits) {
      const before = byId.get(of)
      if (before && how !== 'after' && (how === 'counts' || binds(before, one))) chain.add(before)
    }
  const moments = Map.groupBy(chain, ({ when }) => placeOf(when))
  return [...moments].sort(([a], [b]) => a - b).map(([, ones]) => ones.map(({ id }) => id).sort())
}

/** Whether it is this one of several that a gate waits for longest. */
const binds = (before: Obligation, gate: Obligation): boolean =>
  placeOf(gate.when) - placeOf(before.when) === lagOf(before, gate)
