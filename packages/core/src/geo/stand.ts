import { apart } from './geodesic.ts'
import type { Area, LonLat, Ring, Side, Trace } from './ground.ts'
import { inside } from './inside.ts'
import { nearestOn } from './nearest.ts'
import { landOn, sideAt } from './sides.ts'
import type { PartyBand, Reach } from './zones.ts'

/** How a place lies to the line and the band of a party. */
export interface Stand {
  /**
   * `across`: not on the party's side of its line; `nearer`: on it, before the band begins; `within`:
   * in the band; `behind`: beyond it.
   */
  readonly where: 'across' | 'nearer' | 'within' | 'behind'
  /** How far the line is. */
  readonly lineKm: number
  /** How far the nearest place of the band's far edge is, and where: the way out, or what is spare. */
  readonly edge?: Edge
}

/** A place, how far it is, and the course to it in degrees, clockwise from north. */
export interface Edge {
  readonly km: number
  readonly azimuth: number
  readonly place: LonLat
}

/**
 * Tells how any place lies to a band. Distances are geodesics to the line itself, so that a place is
 * within exactly if its distance is; the far edge is drawn, within 0.5 %.
 */
export function standing(
  courses: readonly Trace[],
  { side, band }: Pick<PartyBand, 'side' | 'band'>,
  { fromKm, km }: Reach
): (place: LonLat) => Stand {
  const line = nearestOn(courses)
  const far = farEdge(band, (place) => line(place).km >= Math.max(km * 0.99, (fromKm + km) / 2))
  const edge = far.length > 0 ? nearestOn(far) : undefined
  const sideOf = sides(courses, km)
  return (place) => {
    const lineKm = line(place).km
    const near = edge?.(place)
    return {
      where: sideOf(place, lineKm) === side ? depth(lineKm, { fromKm, km }) : 'across',
      lineKm,
      ...(near
        ? { edge: { ...near, azimuth: (apart(place, near.place).azimuth + 360) % 360 } }
        : {})
    }
  }
}

function depth(lineKm: number, { fromKm, km }: Pick<Reach, 'fromKm' | 'km'>): Stand['where'] {
  if (lineKm > km) return 'behind'
  return lineKm < fromKm ? 'nearer' : 'within'
}

/** The stretches of an area's outline whose vertices all lie far from the line. */
function farEdge(area: Area, isFar: (place: LonLat) => boolean): readonly Trace[] {
  return area.flat().flatMap((ring) => stretches(ring, isFar))
}

function stretches(ring: Ring, isFar: (place: LonLat) => boolean): readonly Trace[] {
  const found: LonLat[][] = []
  let run: LonLat[] = []
  for (const place of ring) {
    if (isFar(place)) run.push(place)
    else if (run.length > 0) {
      found.push(run)
      run = []
    }
  }
  return [...found, run]
    .filter(({ length }) => length > 1)
    .map((points) => ({ points, closed: false }))
}

/** The side of a single open line is drawn once for all places near it. */
function sides(courses: readonly Trace[], km: number): (place: LonLat, lineKm: number) => Side {
  const [only, ...more] = courses
  if (!only || only.closed || more.length > 0) return (place) => sideAt(courses, place)
  const left = landOn(only, 'left', km)
  return (place, lineKm) =>
    lineKm < km ? (inside(left, place) ? 'left' : 'right') : sideAt(courses, place)
}
