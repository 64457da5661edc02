import { squareKm } from './geodesic.ts'
import type { Area, LonLat, Side, Trace } from './ground.ts'
import { reversed } from './ground.ts'
import { sideAt } from './sides.ts'
import { betweenLines } from './swap.ts'

/** A line with a place on the side of each party that has one. */
export interface SidedLine {
  readonly courses: readonly Trace[]
  readonly sides: ReadonlyMap<string, LonLat>
}

/** Land that lies on one party's side of one line and on the other's of another. */
export interface Handover {
  readonly from: string
  readonly to: string
  readonly area: Area
  readonly squareKm: number
}

/**
 * What changes hands when the line between two parties is the second and no longer the first. The
 * parties are the first two that lie on opposite sides of both; nothing where there are none. Throws
 * `NotComparable` where the lines cannot be laid over each other.
 */
export function handovers(first: SidedLine, second: SidedLine): readonly Handover[] {
  const named = [...first.sides.keys()].filter((party) => second.sides.has(party)).sort()
  const [one] = named
  const other = named.find(
    (party) => one !== undefined && faces(first, [one, party]) && faces(second, [one, party])
  )
  if (one === undefined || other === undefined) return []
  const { left, right } = betweenLines(walkedWith(first, one), walkedWith(second, one))
  return [
    { from: one, to: other, area: left, squareKm: squareKm(left) },
    { from: other, to: one, area: right, squareKm: squareKm(right) }
  ].filter(({ area }) => area.length > 0)
}

function sideOf({ courses, sides }: SidedLine, party: string): Side | undefined {
  const place = sides.get(party)
  return place && sideAt(courses, place)
}

const faces = (line: SidedLine, [one, other]: readonly [string, string]): boolean =>
  sideOf(line, one) !== sideOf(line, other)

/** The line, walked with the party to the left. */
const walkedWith = (line: SidedLine, party: string): readonly Trace[] =>
  sideOf(line, party) === 'left' ? line.courses : line.courses.map(reversed)

/** What changes hands between two options of an issue that are lines. */
export interface LineChange {
  readonly issue: string
  readonly from: string
  readonly to: string
  readonly lands: readonly Handover[]
  /** Why it cannot be told: a line against an area, or a line without sides. */
  readonly untold?: 'not-comparable' | 'no-sides'
}
