/**
 * How much later something comes, by how much something else is delayed: corners from a delay of 0
 * on, between which and after which it stays or grows as the delay does.
 */
export interface Ramp {
  readonly corners: readonly (readonly [delay: number, shift: number])[]
  readonly rises: boolean
}

/** What is delayed itself. */
export const IDENTITY: Ramp = { corners: [[0, 0]], rises: true }

/** What no delay moves. */
export const STILL: Ramp = { corners: [[0, 0]], rises: false }

/** The same so much higher; below 0, lower. */
export const raised = (one: Ramp, by: number): Ramp =>
  by === 0
    ? one
    : { ...one, corners: one.corners.map(([delay, shift]) => [delay, shift + by] as const) }

/** The later of two. */
export const laterOf = (a: Ramp, b: Ramp): Ramp => picked(a, b, Math.max)

/** The earlier of two. */
export const earlierOf = (a: Ramp, b: Ramp): Ramp => picked(a, b, Math.min)

/**
 * The longest delay at which `after` still comes no earlier than `before`, which lies so many seconds
 * ahead of it; without end where any does. Below what moves `before` at all where it is too late
 * already.
 */
export function longest(before: Ramp, after: Ramp, gap: number): number {
  const places = placesOf(before, after)
  const room = (delay: number): number => gap + shiftAt(after, delay) - shiftAt(before, delay)
  for (const [n, delay] of places.entries()) {
    const [here, next] = [room(delay), places[n + 1]]
    const end = next === undefined ? room(delay + 1) : room(next)
    if (end >= here) continue
    if (here <= 0 || next === undefined || end < 0) return delay + here
  }
  return Number.POSITIVE_INFINITY
}

function picked(a: Ramp, b: Ramp, pick: (...of: number[]) => number): Ramp {
  const places = placesOf(a, b)
  const apart = (delay: number): number => shiftAt(a, delay) - shiftAt(b, delay)
  // where one overtakes the other; they close in on each other one for one
  const crossings = places.flatMap((delay, n) => {
    const here = apart(delay)
    const next = places[n + 1]
    const there = next === undefined ? apart(delay + 1) - here : apart(next)
    return here * there < 0 ? [delay + Math.abs(here)] : []
  })
  const all = [...places, ...crossings].sort((x, y) => x - y)
  const at = (delay: number): number => pick(shiftAt(a, delay), shiftAt(b, delay))
  const last = all.at(-1) ?? 0
  return {
    corners: straightened(all.map((delay) => [delay, at(delay)])),
    rises: at(last + 1) > at(last)
  }
}

const placesOf = (a: Ramp, b: Ramp): readonly number[] =>
  [...new Set([...a.corners, ...b.corners].map(([delay]) => delay))].sort((x, y) => x - y)

function shiftAt({ corners, rises }: Ramp, delay: number): number {
  let [from, shift] = [0, 0]
  for (const [n, [at, there]] of corners.entries()) {
    if (at > delay) {
      const grows = there > shift
      return n > 0 && grows ? shift + delay - from : shift
    }
    ;[from, shift] = [at, there]
  }
  return rises ? shift + delay - from : shift
}

type Corner = Ramp['corners'][number]

/** Without corners at which nothing turns. */
const straightened = (corners: readonly Corner[]): readonly Corner[] =>
  corners.filter((one, n) => {
    const [before, after] = [corners[n - 1], corners[n + 1]]
    if (!before || !after) return true
    return one[1] > before[1] !== after[1] > one[1]
  })
