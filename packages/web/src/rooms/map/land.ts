import type { Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'
import url from 'world-atlas/land-50m.json?url'

let fetched: Promise<Geometry> | undefined

/**
 * Land, and with it water, of Natural Earth at 1:50 million; the file has no states and no borders.
 * Fetched once, from the server of this page; tried again where that failed.
 */
export function land(): Promise<Geometry> {
  fetched ??= fetch(url).then(async (response) => {
    if (!response.ok) throw new Error(`${response.status}`)
    return landOf((await response.json()) as Topology)
  })
  fetched.catch(() => {
    fetched = undefined
  })
  return fetched
}

/** The one shape of a topology of land. */
export function landOf(topology: Topology): Geometry {
  const { land: object } = topology.objects
  if (object === undefined) throw new Error('the map has no land')
  const found = feature(topology, object)
  if (found.type === 'Feature') return found.geometry
  return {
    type: 'GeometryCollection',
    geometries: found.features.map(({ geometry }) => geometry)
  }
}
