import { lineOf, secondsIn } from '../calendar/reckoned.ts'
import { dependencyOrder } from './dependency-order.ts'
import type { Obligation, Wait } from './obligation.ts'
import { endsNothing } from './obligation.ts'
import type { Ramp } from './ramp.ts'
import { earlierOf, IDENTITY, laterOf, longest, raised, STILL } from './ramp.ts'

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

/** Something behind another, and by how much it comes after it. */
interface Edge {
  readonly from: number
  readonly to: number
  readonly gap: number
}

/** How one obligation moves with those before it. */
interface Mover {
  readonly counts: readonly number[]
  /** All of these must be there; how far each may move before it is the last. */
  readonly all: readonly Pull[]
  /** One of these ways is enough. */
  readonly ways: readonly (readonly Pull[])[]
}

interface Pull {
  readonly from: number
  /** 0 or less: how much earlier than needed it is there. More in a way that is not the first. */
  readonly lead: number
}

/**
 * The slack of each obligation. A delay moves what counts from it by as much; a gate by what the last
 * of its tests exceeds, of ways any of which is enough by what the first exceeds. So each thing
 * behind moves by a function of the delay that stays or grows, and is followed as such. What is
 * dated by itself stays. The delay may grow until something would come before what it must follow,
 * or the last of all would move. Reviews are not what all ends with.
 */
export function slacks(obligations: readonly Obligation[]): ReadonlyMap<string, Slack> {
  const order = dependencyOrder(obligations)
  const places = new Map(order.map(({ id }, at) => [id, at]))
  const about: Delayed = {
    order,
    movers: order.map((one) => moverOf(one, order, places)),
    pinned: pinnedIn(order, places),
    rooms: roomsToEnd(order)
  }
  return new Map(order.map(({ id }, start) => [id, bounded(about, start)]))
}

interface Delayed {
  readonly order: readonly Obligation[]
  readonly movers: readonly Mover[]
  readonly pinned: readonly Edge[]
  readonly rooms: readonly number[]
}

function moverOf(
  one: Obligation,
  order: readonly Obligation[],
  places: ReadonlyMap<string, number>
): Mover {
  const pulls = one.waits.flatMap((wait) => {
    const from = places.get(wait.of) ?? -1
    const before = order[from]
    if (!before || wait.how === 'after' || lineOf(before.when) !== lineOf(one.when)) return []
    return [{ wait, from, lead: leadOf(wait, before, one) }]
  })
  const ways = Map.groupBy(
    pulls.filter(({ wait }) => wait.way !== undefined),
    ({ wait }) => wait.way
  )
  return {
    counts: pulls.filter(({ wait }) => wait.how === 'counts').map(({ from }) => from),
    all: pulls.filter(({ wait }) => wait.how === 'latest' && wait.way === undefined),
    ways: [...ways.values()]
  }
}

/** How much later than the gate what it waits for is there; below 0, how much earlier. */
const leadOf = ({ lag = 0 }: Wait, before: Obligation, one: Obligation): number =>
  secondsIn(before.when) + lag - secondsIn(one.when)

/** What must not come before what. */
function pinnedIn(
  order: readonly Obligation[],
  places: ReadonlyMap<string, number>
): readonly Edge[] {
  return order.flatMap((one, to) =>
    one.waits.flatMap(({ of, how }) => {
      const from = places.get(of) ?? -1
      const before = order[from]
      if (how !== 'after' || !before || lineOf(before.when) !== lineOf(one.when)) return []
      return [{ from, to, gap: secondsIn(one.when) - secondsIn(before.when) }]
    })
  )
}

/** How each moves when one is delayed, by place; nothing where it does not. */
function spread({ movers }: Delayed, start: number): readonly (Ramp | undefined)[] {
  const ramps = new Array<Ramp | undefined>(movers.length)
  ramps[start] = IDENTITY
  for (let at = start + 1; at < movers.length; at++) {
    const found = movedBy(movers[at] as Mover, ramps)
    if (found) ramps[at] = found
  }
  return ramps
}

function movedBy(
  { counts, all, ways }: Mover,
  ramps: readonly (Ramp | undefined)[]
): Ramp | undefined {
  let found: Ramp | undefined
  const add = (one: Ramp): void => {
    found = found === undefined || found === one ? one : laterOf(found, one)
  }
  for (const from of counts) {
    const one = ramps[from]
    if (one) add(one)
  }
  for (const { from, lead } of all) {
    const one = ramps[from]
    if (one) add(lead === 0 ? one : laterOf(STILL, raised(one, lead)))
  }
  if (ways.some((way) => way.some(({ from }) => ramps[from])))
    add(laterOf(STILL, ways.map((way) => wayMoved(way, ramps)).reduce(earlierOf)))
  return found
}

const wayMoved = (way: readonly Pull[], ramps: readonly (Ramp | undefined)[]): Ramp =>
  way.map(({ from, lead }) => raised(ramps[from] ?? STILL, lead)).reduce(laterOf)

/** The least of all bounds, found first; then whose it is. */
function bounded(about: Delayed, start: number): Slack {
  const { order, pinned, rooms } = about
  const ramps = spread(about, start)
  const early = pinned.flatMap(({ from, to, gap }) => {
    const before = ramps[from]
    return before ? [{ to, most: longest(before, ramps[to] ?? STILL, gap) }] : []
  })
  const least = leastRooms(ramps, rooms)
  const end = [...least].reduce((most, [ramp, room]) => lower(most, ramp, room), Infinity)
  const seconds = early.reduce((most, one) => Math.min(most, one.most), end)
  if (seconds === Infinity) return { seconds, limit: [], toEnd: true }
  const limit = new Set(early.filter(({ most }) => most === seconds).map(({ to }) => to))
  const toEnd = limit.size === 0
  const last = new Set(
    [...least].flatMap(([ramp, room]) => (longest(ramp, STILL, room) === seconds ? [ramp] : []))
  )
  for (const [at, ramp] of ramps.entries())
    if (ramp && last.has(ramp) && rooms[at] === least.get(ramp)) limit.add(at)
  return { seconds, toEnd, limit: [...limit].map((at) => order[at]?.id ?? '').sort() }
}

const lower = (most: number, ramp: Ramp, room: number): number =>
  Math.min(most, longest(ramp, STILL, room))

/** Of all that moves alike, how far the last of them is from the end. */
function leastRooms(
  ramps: readonly (Ramp | undefined)[],
  rooms: readonly number[]
): ReadonlyMap<Ramp, number> {
  const least = new Map<Ramp, number>()
  for (const [at, ramp] of ramps.entries())
    if (ramp) least.set(ramp, Math.min(least.get(ramp) ?? Infinity, rooms[at] ?? Infinity))
  return least
}

/** How much later each could be by itself without being the last of all; reviews at any time. */
function roomsToEnd(order: readonly Obligation[]): readonly number[] {
  const ends = new Map<string, number>()
  for (const one of order) {
    const known = ends.get(lineOf(one.when)) ?? -Infinity
    if (!endsNothing(one)) ends.set(lineOf(one.when), Math.max(known, secondsIn(one.when)))
  }
  return order.map((one) =>
    endsNothing(one) ? Infinity : (ends.get(lineOf(one.when)) ?? 0) - secondsIn(one.when)
  )
}

/**
 * The chain that decides when the last obligation is: back from it along what its moment is counted
 * from, as sets of obligations of one moment.
 */
export function criticalChain(obligations: readonly Obligation[]): readonly (readonly string[])[] {
  const byId = new Map(obligations.map((one) => [one.id, one]))
  const dated = obligations.filter((one) => 'at' in one.when && !endsNothing(one))
  const last = dated.reduce((most, { when }) => Math.max(most, secondsIn(when)), -Infinity)
  const chain = new Set(dated.filter(({ when }) => secondsIn(when) === last))
  for (const one of chain)
    for (const wait of one.waits) {
      const before = byId.get(wait.of)
      if (before && (wait.how === 'counts' || binds(wait, one, byId))) chain.add(before)
    }
  const moments = Map.groupBy(chain, ({ when }) => secondsIn(when))
  return [...moments].sort(([a], [b]) => a - b).map(([, ones]) => ones.map(({ id }) => id).sort())
}

/** Whether it is this one of several that a gate waits for longest, in a way that opens it first. */
function binds(wait: Wait, gate: Obligation, byId: ReadonlyMap<string, Obligation>): boolean {
  const lead = (one: Wait): number => {
    const before = byId.get(one.of)
    return before ? leadOf(one, before, gate) : 0
  }
  if (wait.how !== 'latest' || lead(wait) !== 0) return false
  return wait.way === undefined || gate.waits.every((one) => one.way !== wait.way || lead(one) <= 0)
}
