import type { GeoPermissibleObjects } from 'd3-geo'
import { feature } from 'topojson-client'

/** A map whose arcs are shared, as Natural Earth is packed for the page. */
export type Topology = Parameters<typeof feature>[0]

/** The land of a topology. */
export function landOf(topology: Topology): GeoPermissibleObjects {
  const { land } = topology.objects
  if (land === undefined) throw new Error('the map has no land')
  return feature(topology, land)
}
