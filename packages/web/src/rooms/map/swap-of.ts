import type { Area, Trace } from '@truce/core/geo'
import { betweenLines, NotComparable, reversed, sideAt, squareKm } from '@truce/core/geo'
import type { Line } from '@truce/core/model'

/** What one party would hold of the land between two lines, and under which of them. */
export interface Swap {
  readonly party: string
  /** On the party's side under the first line and not under the second. */
  readonly gives: Swapped
  /** On its side under the second and not under the first. */
  readonly gets: Swapped
  /** How far the ends of the two lines are apart, in km: straight edges join them. */
  readonly joined: readonly number[]
}

/** A part of the land between. */
export interface Swapped {
  readonly area: Area
  readonly squareKm: number
}

/** A line that runs somewhere. */
export interface Run {
  readonly line: Line
  readonly courses: readonly Trace[]
}

/**
 * What changes hands from one line to another, as each party sees it; undefined where the lines
 * cannot be laid over each other, or do not say on which side the party stands.
 */
export function swapOf(from: Run, to: Run, party: string): Swap | undefined {
  const [one, other] = [from, to].map((run) => withParty(run, party))
  if (!one || !other) return undefined
  try {
    const { left, right, joined } = betweenLines(one, other)
    const part = (area: Area): Swapped => ({ area, squareKm: squareKm(area) })
    return { party, gives: part(left), gets: part(right), joined }
  } catch (error) {
    if (error instanceof NotComparable) return undefined
    throw error
  }
}

/** The line walked with the party to the left. */
function withParty({ line, courses }: Run, party: string): readonly Trace[] | undefined {
  const place = line.sides?.get(party)
  if (!place) return undefined
  return sideAt(courses, place) === 'left' ? courses : courses.map(reversed)
}
