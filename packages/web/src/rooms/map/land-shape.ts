import type { Geometry } from 'geojson'
import { feature } from 'topojson-client'
import type { Topology } from 'topojson-specification'

/** The one shape of a topology of land. */
export function landOf(topology: Topology): Geometry {
  const { land } = topology.objects
  if (land === undefined) throw new Error('the map has no land')
  const found = feature(topology, land)
  if (found.type === 'Feature') return found.geometry
  return {
    type: 'GeometryCollection',
    geometries: found.features.map(({ geometry }) => geometry)
  }
}
