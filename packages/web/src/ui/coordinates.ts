import type { LonLat } from '@truce/core/geo'

/** Latitude and longitude as people write them, with the letters of where they lie. */
export function placeWords([longitude, latitude]: LonLat): string {
  const side = ((((longitude + 180) % 360) + 360) % 360) - 180
  const north = `${Math.abs(latitude).toFixed(4)}° ${latitude < 0 ? 'S' : 'N'}`
  return `${north}, ${Math.abs(side).toFixed(4)}° ${side < 0 ? 'W' : 'E'}`
}

const NUMBER = '([+\\-\u2212]?\\d+(?:\\.\\d+)?)\\s*°?\\s*'
const WRITTEN = new RegExp(`^\\s*${NUMBER}([NS]?)[\\s,;]+${NUMBER}([EW]?)\\s*$`, 'i')

/** The place that `47.95 37.80` or `47.95° N, 37.80° E` names, latitude first; else undefined. */
export function placeIn(text: string): LonLat | undefined {
  const [, north, ns = '', east, ew = ''] = WRITTEN.exec(text) ?? []
  if (north === undefined || east === undefined) return undefined
  const latitude = signed(north, ns.toUpperCase() === 'S')
  const longitude = signed(east, ew.toUpperCase() === 'W')
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? [longitude, latitude] : undefined
}

const signed = (text: string, turned: boolean): number =>
  Number(text.replace('\u2212', '-')) * (turned ? -1 : 1)
