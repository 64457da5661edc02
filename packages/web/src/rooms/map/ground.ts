export type LonLat = readonly [lon: number, lat: number]
export interface Course {
  readonly points: readonly LonLat[]
  readonly closed: boolean
}
export type Ring = readonly LonLat[]
export type Area = readonly (readonly Ring[])[]
const R = Math.PI / 180
export function apart(from: LonLat, to: LonLat): { readonly km: number; readonly azimuth: number } {
  const h =
    Math.sin(((to[1] - from[1]) * R) / 2) ** 2 +
    Math.cos(from[1] * R) * Math.cos(to[1] * R) * Math.sin(((to[0] - from[0]) * R) / 2) ** 2
  return { km: 2 * 6371 * Math.asin(Math.sqrt(h)), azimuth: 0 }
}
export const lengthOf = ({ points }: Course): number =>
  points.reduce((sum, p, i) => (i ? sum + apart(points[i - 1] as LonLat, p).km : 0), 0)
