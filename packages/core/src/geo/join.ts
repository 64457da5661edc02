import { walkedOneWay } from './chain.ts'
import { roughly } from './geodesic.ts'
import type { LonLat, Trace } from './ground.ts'
import type { Remarks } from './remarks.ts'

/** Ends this near to each other, in km, are one place. */
const SAME_KM = 0.001

type Part = readonly LonLat[]

/**
 * Parts of a line whose ends meet, put together; what returns to its beginning is closed. What stays
 * open is walked one way throughout, and comes first.
 */
export function joinedParts(parts: readonly Part[], remarks: Remarks): readonly Trace[] {
  const done: Part[] = []
  const left = [...parts]
  for (let part = left.shift(); part; part = left.shift()) {
    let whole: Part = part
    for (let at = follower(whole, left); at >= 0; at = follower(whole, left)) {
      const [next = []] = left.splice(at, 1)
      whole = together(whole, next) ?? whole
      remarks.note('parts-joined')
    }
    done.push(whole)
  }
  const courses = done.map(courseOf)
  const open = walkedOneWay(courses.filter(({ closed }) => !closed))
  if (open.turned > 0) remarks.note('parts-turned', {}, open.turned)
  return [...open.courses, ...courses.filter(({ closed }) => closed)]
}

const follower = (part: Part, others: readonly Part[]): number =>
  isRing(part)
    ? -1
    : others.findIndex((other) => !isRing(other) && together(part, other) !== undefined)

/** The second part after the first or before it, turned where only so their ends meet. */
function together(one: Part, other: Part): Part | undefined {
  const turned = other.toReversed()
  if (meets(one, other)) return [...one, ...other.slice(1)]
  if (meets(other, one)) return [...other, ...one.slice(1)]
  if (meets(one, turned)) return [...one, ...turned.slice(1)]
  if (meets(turned, one)) return [...turned, ...one.slice(1)]
  return undefined
}

function meets(one: Part, other: Part): boolean {
  const [end, start] = [one.at(-1), other[0]]
  return end !== undefined && start !== undefined && roughly(end, start) <= SAME_KM
}

const isRing = (part: Part): boolean => part.length > 3 && meets(part, part)

const courseOf = (part: Part): Trace =>
  isRing(part) ? { points: part.slice(0, -1), closed: true } : { points: part, closed: false }
