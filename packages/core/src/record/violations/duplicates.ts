import Flatbush from 'flatbush'
import type { LonLat } from '../../geo/index.ts'
import { apart } from '../../geo/index.ts'
import { msOf } from '../entry.ts'
import type { Occurred } from '../kinds/common.ts'
import type { EventCategory, RecordedEvent } from './events.ts'

/** Two events that may be one, and what speaks for it. Only a person joins them. */
export interface Duplicate {
  readonly one: string
  readonly other: string
  /** The account of each that comes nearest to one of the other. */
  readonly accounts: readonly [string, string]
  readonly category: EventCategory
  /** How far their places are apart, and how far that may be by their radii, in metres. */
  readonly metres: number
  readonly within: number
  /** How far their times are apart, and how far that may be by their precision, in seconds. */
  readonly seconds: number
  readonly tolerance: number
}

/** The tightest of what was found, and how many there are in all. */
export interface Duplicates {
  readonly proposed: readonly Duplicate[]
  readonly found: number
}

/** How far the instant may be from the one that is given, in seconds. */
const TOLERANCE: Readonly<Record<Occurred['precision'], number | undefined>> = {
  minute: 60,
  hour: 3600,
  day: 86_400,
  week: 7 * 86_400,
  month: 31 * 86_400,
  unknown: undefined
}

/** A radius is in metres, a box in degrees; a degree of latitude is no shorter than this. */
const METRES_PER_DEGREE = 110_500

/** An account with a time and a place, ready to be compared. */
interface Seat {
  readonly event: string
  readonly id: string
  readonly category: EventCategory
  readonly from: number
  readonly to: number
  readonly tolerance: number
  readonly place: LonLat
  readonly within: number
}

/**
 * Events that may be one: of one category, at times that agree within their precision, at places
 * that agree within their radii. Places without coordinates and times that are not known are not
 * compared; a place without a radius is taken to be exact.
 */
export function duplicatesAmong(events: readonly RecordedEvent[], most = 200): Duplicates {
  const seats = events.flatMap(seatsOf)
  const found = new Map<string, Duplicate>()
  for (const [one, other] of nearPairs(seats)) {
    const pair = pairOf(one, other)
    if (!pair) continue
    const key = `${pair.one} ${pair.other}`
    const known = found.get(key)
    if (!known || tighter(pair, known) < 0) found.set(key, pair)
  }
  return { proposed: [...found.values()].sort(tighter).slice(0, most), found: found.size }
}

const tighter = (a: Duplicate, b: Duplicate): number =>
  a.metres - b.metres ||
  a.seconds - b.seconds ||
  (`${a.one} ${a.other} ${a.accounts}` < `${b.one} ${b.other} ${b.accounts}` ? -1 : 1)

function seatsOf({ id: event, accounts }: RecordedEvent): readonly Seat[] {
  return accounts.flatMap(({ id, content: { category, occurred, place } }) => {
    const tolerance = TOLERANCE[occurred.precision]
    if (tolerance === undefined || place.lon === undefined || place.lat === undefined) return []
    const from = msOf(occurred.at) / 1000
    return [
      {
        event,
        id,
        category,
        from,
        to: occurred.until === undefined ? from : msOf(occurred.until) / 1000,
        tolerance,
        place: [place.lon, place.lat] as const,
        within: place.within ?? 0
      }
    ]
  })
}

/** Pairs whose circles may touch, each once. */
function* nearPairs(seats: readonly Seat[]): Generator<readonly [Seat, Seat]> {
  for (const own of Map.groupBy(seats, ({ category }) => category).values()) {
    if (own.length < 2) continue
    const boxes = own.map(boxOf)
    const index = new Flatbush(own.length)
    for (const box of boxes) index.add(...box)
    index.finish()
    // Of two beside the date line either may be the one that reaches over it.
    const turns = boxes.some(([west, , east]) => west < -180 || east > 180) ? [0, -360, 360] : [0]
    for (const [at, seat] of own.entries())
      for (const turn of turns) {
        const [west, south, east, north] = boxes[at] as Box
        for (const near of index.search(west + turn, south, east + turn, north)) {
          const other = own[near]
          if (near > at && other && other.event !== seat.event) yield [seat, other]
        }
      }
  }
}

type Box = readonly [west: number, south: number, east: number, north: number]

function boxOf({ place: [lon, lat], within }: Seat): Box {
  const high = (within + 1) / METRES_PER_DEGREE
  const wide = high / Math.cos(Math.min(Math.abs(lat) + high, 89) * (Math.PI / 180))
  return [lon - wide, lat - high, lon + wide, lat + high]
}

function pairOf(a: Seat, b: Seat): Duplicate | undefined {
  const [one, other] = a.event < b.event ? [a, b] : [b, a]
  const seconds = Math.max(0, one.from - other.to, other.from - one.to)
  const tolerance = Math.max(one.tolerance, other.tolerance)
  if (seconds > tolerance) return undefined
  const metres = Math.round(apart(one.place, other.place).km * 1000)
  const within = one.within + other.within
  if (metres > within) return undefined
  return {
    one: one.event,
    other: other.event,
    accounts: [one.id, other.id],
    category: one.category,
    metres,
    within,
    seconds,
    tolerance
  }
}
