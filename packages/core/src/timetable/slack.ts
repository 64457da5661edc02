import type { Reckoned } from './calendar.ts'
import type { Obligation } from './obligations.ts'

/**
 * How much later something could come, in seconds, before what is named under `limit` would move or
 * come too early; the last of all is held by nothing but itself.
 */
export interface Slack {
  readonly seconds: number
  /** Ids, in their own order; several where nothing tells them apart. */
  readonly limit: readonly string[]
}

/** Where an obligation stands on its time line: by instant, or counted from one unknown event. */
export const placeOf = (when: Reckoned): number => ('at' in when ? when.at.seconds : when.seconds)

/** What obligations can be compared in time with: those of one name. */
export const lineOf = (when: Reckoned): string => ('at' in when ? '' : when.after)

interface Behind {
  readonly one: Obligation
  readonly how: 'counts' | 'latest' | 'after'
}

/**
 * The slack of each obligation: from the end backwards, the latest moment that leaves everything
 * behind it where it is. What counts from another moves with it; what is the latest of several moves
 * once it is passed; what has a date of its own does not move. Nothing may move the last one.
 */
export function slacks(obligations: readonly Obligation[]): ReadonlyMap<string, Slack> {
  const behind = followers(obligations)
  const ends = new Map<string, number>()
  for (const { when } of obligations)
    ends.set(
      lineOf(when),
      Math.max(ends.get(lineOf(when)) ?? Number.NEGATIVE_INFINITY, placeOf(when))
    )
  const found = new Map<string, Slack>()
  for (const one of backwards(obligations, behind)) {
    const end = ends.get(lineOf(one.when)) ?? 0
    const own = { seconds: end - placeOf(one.when), by: '' }
    const rooms = (behind.get(one.id) ?? []).map((next) => roomBefore(one, next, found))
    found.set(one.id, least([own, ...rooms], one.id))
  }
  return found
}

interface Room {
  readonly seconds: number
  readonly by: string
}

function roomBefore(
  one: Obligation,
  { one: next, how }: Behind,
  found: ReadonlyMap<string, Slack>
): Room {
  const gap = placeOf(next.when) - placeOf(one.when)
  const later = found.get(next.id)?.seconds ?? 0
  if (how === 'counts') return { seconds: later, by: next.id }
  return { seconds: how === 'after' ? gap : gap - lagOf(one, next) + later, by: next.id }
}

/** What lies between a gate and what it waits for even if nothing else did: days without fire. */
function lagOf(one: Obligation, gate: Obligation): number {
  return one.kind === 'ceasefire' ? (gate.quiet ?? 0) : 0
}

function least(rooms: readonly Room[], id: string): Slack {
  const seconds = Math.min(...rooms.map((room) => room.seconds))
  const limit = rooms
    .filter((room) => room.seconds === seconds)
    .map(({ by }) => (by === '' ? id : by))
  return { seconds, limit: [...new Set(limit)].sort() }
}

/** By id, what waits for it and can be compared with it. */
function followers(obligations: readonly Obligation[]): ReadonlyMap<string, readonly Behind[]> {
  const byId = new Map(obligations.map((one) => [one.id, one]))
  const behind = new Map<string, Behind[]>()
  for (const one of obligations)
    for (const { of, how } of one.waits) {
      const before = byId.get(of)
      if (!before || lineOf(before.when) !== lineOf(one.when)) continue
      const known = behind.get(of) ?? []
      known.push({ one, how })
      behind.set(of, known)
    }
  return behind
}

/** Everything after all that waits for it. The path is kept by hand: chains may be long. */
function backwards(
  obligations: readonly Obligation[],
  behind: ReadonlyMap<string, readonly Behind[]>
): readonly Obligation[] {
  const state = new Map<string, 'open' | 'done'>()
  const order: Obligation[] = []
  for (const start of obligations) {
    const path = [start]
    for (let one = path.at(-1); one !== undefined; one = path.at(-1)) {
      const fresh = state.get(one.id) === undefined
      state.set(one.id, state.get(one.id) ?? 'open')
      const next = fresh
        ? (behind.get(one.id) ?? []).filter(({ one: other }) => state.get(other.id) === undefined)
        : []
      path.push(...next.map(({ one: other }) => other))
      if (next.length > 0) continue
      path.pop()
      if (state.get(one.id) === 'open') order.push(one)
      state.set(one.id, 'done')
    }
  }
  return order
}

/**
 * The chain that decides when the last obligation is: back from it along what its moment is counted
 * from, as sets of obligations of one moment.
 */
export function criticalChain(obligations: readonly Obligation[]): readonly (readonly string[])[] {
  const byId = new Map(obligations.map((one) => [one.id, one]))
  const dated = obligations.filter(({ when }) => 'at' in when)
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
