import type { LonLat } from '../../geo/index.ts'
import { count } from '../words/index.ts'

const tenths = (value: number): string =>
  value < 100 ? String(Number(value.toFixed(1))) : count(Math.round(value))

/** A distance, to 100 m below 100 km. */
export const inKm = (km: number): string => `${tenths(km)} km`

/** An area, to a tenth below 100. */
export const inSquareKm = (area: number): string => `${tenths(area)} km2`

/** A place: latitude, longitude. */
export const latLonWords = ({ place: [lon, lat] }: { readonly place: LonLat }): string =>
  `${lat.toFixed(3)}, ${lon.toFixed(3)}`
