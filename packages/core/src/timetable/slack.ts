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
export const secondsIn = (when: Reckoned): number => ('at' in when ? when.at.seconds : when.seconds)

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
  const gaps = new Float64Array(order.length)
  const about: Delayed = { order, gaps, pinned, rooms: roomsToEnd(order) }
  return new Map(
    order.map(({ id }, start) => {
      spread(gaps, moving, start)
      return [id, bounded(about, start)]
    })
  )
}

/**
 * By how much less than what is delayed each thing behind it moves: the least sum of gaps. Edges are
 * sorted by where they begin.
 */
function spread(gaps: Float64Array, moving: readonly Edge[], start: number): void {
  gaps.fill(Number.POSITIVE_INFINITY)
  gaps[start] = 0
  for (let n = 0; n < moving.length; n++) {
    const edge = moving[n] as Edge
    if (edge.from < start) continue
    const through = (gaps[edge.from] as number) + edge.gap
    if (through < (gaps[edge.to] as number)) gaps[edge.to] = through
  }
}

interface Delayed {
  readonly order: readonly Obligation[]
  /** By place in the order, how much less it moves than what is delayed; without end where not. */
  readonly gaps: Float64Array
  readonly pinned: readonly Edge[]
  readonly rooms: Float64Array
}

/** The least of all bounds, found first; then whose it is. */
function bounded({ order, gaps, pinned, rooms }: Delayed, start: number): Slack {
  const tooEarly = ({ from, to, gap }: Edge): number => {
    const own = gaps[from] as number
    // what must follow may move too, and soon enough
    const keepsUp = (gaps[to] as number) - own <= gap
    return own === Number.POSITIVE_INFINITY || keepsUp ? Number.POSITIVE_INFINITY : gap + own
  }
  let end = Number.POSITIVE_INFINITY
  for (let at = start; at < order.length; at++)
    end = Math.min(end, (rooms[at] as number) + (gaps[at] as number))
  const early = pinned.reduce((least, edge) => Math.min(least, tooEarly(edge)), end)
  if (early === Number.POSITIVE_INFINITY) return { seconds: early, limit: [], toEnd: true }
  const limit = new Set<number>()
  for (const edge of pinned) if (tooEarly(edge) === early) limit.add(edge.to)
  const toEnd = limit.size === 0
  for (let at = start; at < order.length; at++)
    if ((rooms[at] as number) + (gaps[at] as number) === early) limit.add(at)
  return { seconds: early, toEnd, limit: [...limit].map((at) => order[at]?.id ?? '').sort() }
}

/** How much later each could be by itself without being the last of all; reviews at any time. */
function roomsToEnd(order: readonly Obligation[]): Float64Array {
  const ends = lastPlaces(order)
  return Float64Array.from(order, ({ when, kind }) =>
    kind === 'review' ? Number.POSITIVE_INFINITY : (ends.get(lineOf(when)) ?? 0) - secondsIn(when)
  )
}

/** What moves with what, sorted by where it begins, and what must not come before what. */
function edgesOf(order: readonly Obligation[]): {
  readonly moving: readonly Edge[]
  readonly pinned: readonly Edge[]
} {
  const places = new Map(order.map(({ id }, at) => [id, at]))
  const moving: Edge[] = []
  const pinned: Edge[] = []
  for (const [to, one] of order.entries())
    for (const { of, how } of one.waits) {
      const from = places.get(of) ?? -1
      const before = order[from]
      if (!before || lineOf(before.when) !== lineOf(one.when)) continue
      const gap = secondsIn(one.when) - secondsIn(before.when)
      if (how === 'after') pinned.push({ from, to, gap })
      else moving.push({ from, to, gap: how === 'counts' ? 0 : gap - lagOf(before, one) })
    }
  return { moving: moving.sort((a, b) => a.from - b.from), pinned }
}

function lastPlaces(order: readonly Obligation[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const { when, kind } of order) {
    const known = ends.get(lineOf(when)) ?? Number.NEGATIVE_INFINITY
    if (kind !== 'review') ends.set(lineOf(when), Math.max(known, secondsIn(when)))
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
  const last = Math.max(...dated.map(({ when }) => secondsIn(when)))
  const chain = new Set(dated.filter(({ when }) => secondsIn(when) === last))
  for (const one of chain)
    for (const { of, how } of one.waits) {
      const before = byId.get(of)
      if (before && how !== 'after' && (how === 'counts' || binds(before, one))) chain.add(before)
    }
  const moments = Map.groupBy(chain, ({ when }) => secondsIn(when))
  return [...moments].sort(([a], [b]) => a - b).map(([, ones]) => ones.map(({ id }) => id).sort())
}

/** Whether it is this one of several that a gate waits for longest. */
const binds = (before: Obligation, gate: Obligation): boolean =>
  secondsIn(gate.when) - secondsIn(before.when) === lagOf(before, gate)
