import { difference, intersection, union } from './clip.ts'
import { lengthOf, squareKm } from './geodesic.ts'
import type { Area, LonLat, Side, Trace } from './ground.ts'
import { reversed } from './ground.ts'
import type { Separation } from './separation.ts'
import { opposed, separation } from './separation.ts'
import type { Bands } from './sides.ts'
import { bands, sideAt } from './sides.ts'
import { betweenLines, NotComparable } from './swap.ts'

/** A party, the line it counts from, and a place on its side of that line. */
export interface Counting {
  readonly party: string
  readonly line: string
  readonly courses: readonly Trace[]
  readonly place: LonLat
}

/** What one party keeps free: everything within the distance of its own line, on its own side. */
export interface PartyBand {
  readonly party: string
  readonly line: string
  readonly side: Side
  readonly band: Area
  readonly squareKm: number
  readonly lineKm: number
}

/** How far behind its line what a party keeps free or limited begins and ends. */
export interface Reach {
  readonly fromKm: number
  readonly km: number
  /** Whether something may stay there, so that the land between two lines is no part of it. */
  readonly limited: boolean
}

/** How the bands of two parties that face each other and count from different lines lie. */
export interface Facing {
  readonly parties: readonly [string, string]
  /** How far the first party's line is from the other's. */
  readonly lines: Separation
  /** The same the other way: how far the other's line is from the first party's. */
  readonly linesBack: Separation
  /** Whether the lines can be laid over each other: a line and an area cannot, and enclose nothing. */
  readonly comparable: boolean
  /** Land behind both lines: neither party's side of its own. The zone is that much wider. */
  readonly between: Area
  readonly betweenSquareKm: number
  /** Of that, what lies farther than the distance from either line. */
  readonly beyond: Area
  readonly beyondSquareKm: number
  /** Land on each party's side of its own line: both may claim to stand there. */
  readonly claimedByBoth: Area
  readonly claimedByBothSquareKm: number
  /** Of that, what lies in neither band: both may have the weapon there. */
  readonly openToBoth: Area
  readonly openToBothSquareKm: number
  /** What lies in both bands. */
  readonly overlap: Area
  readonly overlapSquareKm: number
}

/** Everything that must be free of a weapon, or where so many may stay, by party and in all. */
export interface Zone extends Reach {
  readonly bands: readonly PartyBand[]
  readonly facing: readonly Facing[]
  readonly all: Area
  readonly squareKm: number
}

/**
 * The zone that parties keep free. Each is to stay `km` behind its own line; what lies between two
 * lines of parties that face each other is free of both. Of a band it is what lies that far behind
 * each line.
 */
export function zoneOf(parties: readonly Counting[], wanted: number | Reach): Zone {
  const reach = typeof wanted === 'number' ? { fromKm: 0, km: wanted, limited: false } : wanted
  const { fromKm, km, limited } = reach
  const near = new Map<string, Bands>()
  const placed = parties.map((one) => {
    const around = near.get(one.line) ?? bands(one.courses, km)
    near.set(one.line, around)
    const side = sideAt(one.courses, one.place)
    const band = fromKm > 0 ? beyondOf(around.on(side), one, fromKm) : around.on(side)
    return { ...one, side, band, near: around.both }
  })
  const facing = placed.flatMap((one, at) =>
    placed.slice(at + 1).flatMap((other) => facingOf(one, other) ?? [])
  )
  const between = limited || fromKm > 0 ? [] : facing.map((one) => one.between)
  const all = union(...placed.map(({ band }) => band), ...between)
  return {
    ...reach,
    bands: placed.map(({ party, line, side, band, courses }) => ({
      party,
      line,
      side,
      band,
      squareKm: squareKm(band),
      lineKm: courses.reduce((sum, course) => sum + lengthOf(course), 0)
    })),
    facing,
    all,
    squareKm: squareKm(all)
  }
}

const beyondOf = (area: Area, { courses }: Counting, km: number): Area =>
  difference(area, bands(courses, km).both)

interface Positioned extends Counting {
  /** What lies within the distance of the line, on either side. */
  readonly near: Area
  readonly side: Side
  readonly band: Area
}

/** None where the two count from one line, or stand on the same side. */
function facingOf(one: Positioned, other: Positioned): Facing | undefined {
  if (one.line === other.line) return undefined
  // both are walked with the first party to the left
  const [mine, theirs] = [turned(one, 'left'), turned(other, 'right')]
  if (!opposed(mine, theirs)) return undefined
  const { left: both, right: between, comparable } = laidOver(mine, theirs)
  const beyond = difference(between, union(one.near, other.near))
  const openToBoth = difference(both, union(one.band, other.band))
  const overlap = intersection(one.band, other.band)
  return {
    parties: [one.party, other.party],
    lines: separation(one.courses, other.courses),
    linesBack: separation(other.courses, one.courses),
    comparable,
    between,
    betweenSquareKm: squareKm(between),
    beyond,
    beyondSquareKm: squareKm(beyond),
    claimedByBoth: both,
    claimedByBothSquareKm: squareKm(both),
    openToBoth,
    openToBothSquareKm: squareKm(openToBoth),
    overlap,
    overlapSquareKm: squareKm(overlap)
  }
}

const turned = ({ courses, side }: Positioned, wanted: Side): readonly Trace[] =>
  side === wanted ? courses : courses.map(reversed)

/** Lines that cannot be laid over each other enclose nothing. */
function laidOver(
  one: readonly Trace[],
  other: readonly Trace[]
): { readonly left: Area; readonly right: Area; readonly comparable: boolean } {
  try {
    return { ...betweenLines(one, other), comparable: true }
  } catch (error) {
    if (error instanceof NotComparable) return { left: [], right: [], comparable: false }
    throw error
  }
}
