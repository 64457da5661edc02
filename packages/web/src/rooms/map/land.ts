import type { GeoPermissibleObjects } from 'd3-geo'
import url from 'world-atlas/land-50m.json?url'
import type { Topology } from './land-shape.ts'
import { landOf } from './land-shape.ts'

let fetched: Promise<GeoPermissibleObjects> | undefined

/**
 * Land, and with it water, of Natural Earth at 1:50 million; the file has no states and no borders.
 * Fetched once, from the server of this page; tried again where that failed.
 */
export function land(): Promise<GeoPermissibleObjects> {
  fetched ??= fetch(url).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status}`)
    return landOf((await response.json()) as Topology)
  })
  fetched.catch(() => {
    fetched = undefined
  })
  return fetched
}
