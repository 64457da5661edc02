import type { Area, LonLat, Ring } from './ground.ts'

/** Whether a place lies in an area, on whichever turn of longitude. */
export const inside = (area: Area, [lon, lat]: LonLat): boolean =>
  [lon, lon - 360, lon + 360].some((turned) =>
    area.some((rings) => rings.filter((ring) => encloses(ring, [turned, lat])).length % 2 === 1)
  )

/** Whether a line from the place to the east crosses the ring an odd number of times. */
function encloses(ring: Ring, [x, y]: LonLat): boolean {
  let odd = false
  for (let at = 1; at < ring.length; at++) {
    const [a, b] = [ring[at - 1], ring[at]]
    if (!a || !b || a[1] > y === b[1] > y) continue
    if (x < a[0] + ((y - a[1]) / (b[1] - a[1])) * (b[0] - a[0])) odd = !odd
  }
  return odd
}
