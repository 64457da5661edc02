export { cutAtAntimeridian, onFirstTurn } from './antimeridian.ts'
export type { NamedGround } from './area-of.ts'
export { areaOf } from './area-of.ts'
export { around } from './around.ts'
export { difference, intersection, union } from './clip.ts'
export { apart, lengthOf, squareKm } from './geodesic.ts'
export type { Area, LonLat, Ring, Side, Trace } from './ground.ts'
export { across, outlines, reversed } from './ground.ts'
export type { Handover, LineChange, SidedLine } from './handover.ts'
export { handovers } from './handover.ts'
export { inside } from './inside.ts'
export type { Nearest } from './nearest.ts'
export { nearestOn } from './nearest.ts'
export type {
  Due,
  DueState,
  Judged,
  Observed,
  Placed,
  SeenStanding,
  Tally
} from './observed.ts'
export type { Settlement } from './places.ts'
export { settlementsIn } from './places.ts'
export type { RawFeature } from './read-geojson.ts'
export { featuresIn, MOST_GEOMETRY, readGeoJson } from './read-geojson.ts'
export type { RawGeometry, Shape } from './read-shape.ts'
export { lonLat, shapeOf } from './read-shape.ts'
export type { GeoProblem, GeoRemark, GeoSpot } from './remarks.ts'
export { Undrawable } from './remarks.ts'
export type { Gap, Separation } from './separation.ts'
export type { Bands } from './sides.ts'
export { bands, NoSides, sideAt } from './sides.ts'
export type { Edge, Stand } from './stand.ts'
export { standing } from './stand.ts'
export type { BetweenLines } from './swap.ts'
export { betweenLines, NotComparable } from './swap.ts'
export type { Counting, Facing, PartyBand, Reach, Zone } from './zones.ts'
export { zoneOf } from './zones.ts'
