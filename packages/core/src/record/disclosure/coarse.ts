import { offsetAt } from '../../time/offsets.ts'
import { msOf } from '../entry.ts'
import type { Occurred, Place } from '../kinds/common.ts'
import type { CutOff, Period } from '../violations/periods.ts'
import { periodOf, reportDayOf } from '../violations/periods.ts'

/** How closely a time is told. */
export const TIMES_TOLD = ['exact', 'hour', 'day'] as const
/** One of `TIMES_TOLD`. */
export type TimeTold = (typeof TIMES_TOLD)[number]

/** How closely a place is told: as it was, its cell of a grid so many kilometres wide, its area alone. */
export type PlaceTold = 'exact' | 'area' | { readonly cellKm: number }

/**
 * The stretch of time that is told of an instant: its day of reports, or its hour on the clocks of
 * the zone. An hour in which a day ends is told in two parts, so that nothing changes its day.
 */
export function stretchOf(seconds: number, time: 'hour' | 'day', cutOff: CutOff): Period {
  const day = periodOf({ day: reportDayOf(seconds, cutOff), days: 1 }, cutOff)
  if (time === 'day') return day
  const offset = offsetAt(seconds, cutOff.zone)
  const hour = Math.floor((seconds + offset) / 3600) * 3600 - offset
  return { from: Math.max(hour, day.from), to: Math.min(hour + 3600, day.to) }
}

/** When something happened, no closer than is told: how long it lasted is not told either. */
export function coarseTime(
  { at, precision, until }: Occurred,
  { time, cutOff }: { readonly time: TimeTold; readonly cutOff: CutOff }
): Occurred {
  if (time === 'exact') return { at, precision, ...(until === undefined ? {} : { until }) }
  const { from, to } = stretchOf(msOf(at) / 1000, time, cutOff)
  const close = precision === 'minute' || precision === 'hour' || precision === 'day'
  // What is known no closer than to some days stays so: its end is told by the same measure.
  const end = close || until === undefined ? to : stretchOf(msOf(until) / 1000, time, cutOff).to
  return {
    at: utc(from),
    precision: close && !(time === 'hour' && precision === 'day') ? time : precision,
    until: utc(end - LAST)
  }
}

/** The last minute of the stretch that is told of an instant. */
export const coarseInstant = (
  at: string,
  { time, cutOff }: { readonly time: TimeTold; readonly cutOff: CutOff }
): string => (time === 'exact' ? at : utc(stretchOf(msOf(at) / 1000, time, cutOff).to - LAST))

/** Ends are told by their last minute, as clocks show it. */
const LAST = 60

const utc = (seconds: number): string => new Date(seconds * 1000).toISOString()

/**
 * Where something was, no closer than is told: the middle of its cell and a radius that holds the
 * cell, or the name of its area alone. Names and bearings go, for they lead closer than a cell and
 * may be those of a house.
 */
export function coarsePlace(place: Place, told: PlaceTold): Place {
  const { lon, lat, within = 0, area } = place
  const named = area === undefined ? {} : { area }
  if (told === 'area' || lon === undefined || lat === undefined) return named
  if (told === 'exact')
    return { lon, lat, ...(place.within === undefined ? {} : { within }), ...named }
  const cell = gridCellOf(lon, lat, told.cellKm)
  return {
    lon: cell.lon,
    lat: cell.lat,
    within: 1000 * Math.ceil(cell.km + within / 1000),
    ...named
  }
}

/** A cell of a grid: its middle, and how far from there its farthest corner is at most. */
export interface GridCell {
  readonly lon: number
  readonly lat: number
  readonly km: number
}

/** A degree of latitude on a ball of the Earth's mean radius. */
const KM_PER_DEGREE = 111.195

/**
 * The cell in which a place lies. The grid is the same for all records: rows from the south pole,
 * each cut into as many columns from 180 degrees west as are about as wide as the row is high.
 */
export function gridCellOf(lon: number, lat: number, km: number): GridCell {
  const rows = Math.max(1, Math.floor((180 * KM_PER_DEGREE) / km))
  const height = 180 / rows
  const row = Math.min(rows - 1, Math.floor((lat + 90) / height))
  const middle = -90 + (row + 0.5) * height
  const columns = Math.max(1, Math.floor((360 * Math.cos(radians(middle))) / height))
  const width = 360 / columns
  const column = Math.min(columns - 1, Math.floor((lon + 180) / width))
  const nearEquator = Math.max(0, Math.abs(middle) - height / 2)
  return {
    lon: rounded(-180 + (column + 0.5) * width),
    lat: rounded(middle),
    // Never less than the way along both sides of its half.
    km: (height / 2 + (width / 2) * Math.cos(radians(nearEquator))) * KM_PER_DEGREE
  }
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180

const rounded = (degrees: number): number => Math.round(degrees * 10_000) / 10_000
