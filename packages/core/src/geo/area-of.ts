import Flatbush from 'flatbush'
import type { Area, LonLat } from './ground.ts'

/** Something that has a name and covers ground: a sector, an area of responsibility, a zone. */
export interface NamedGround {
  readonly name: string
  readonly area: Area
}

/** The edges of an area, sorted into bands of latitude. */
interface Banded {
  readonly name: string
  readonly south: number
  readonly perDegree: number
  /** For each band where its edges begin in `edges`, and one more for the end. */
  readonly starts: Uint32Array
  /** x and y of both ends of each edge. */
  readonly edges: Float64Array
}

const BANDS = 64

type Edge = readonly [x: number, y: number, u: number, v: number]

/**
 * Finds in which of several areas a place lies: their names in alphabetical order, for areas may
 * overlap and none is above another. The index is built once. What lies on an edge lies on one side
 * of it, always the same.
 */
export function areaOf(grounds: readonly NamedGround[]): (place: LonLat) => readonly string[] {
  const parts = grounds.flatMap(({ name, area }) => {
    const edges = edgesOf(area)
    return edges.length === 0 ? [] : [{ banded: banded(name, edges), box: boxOf(edges) }]
  })
  if (parts.length === 0) return () => []
  const index = new Flatbush(parts.length)
  for (const { box } of parts) index.add(...box)
  index.finish()
  const [west, east] = [index.minX, index.maxX]
  return ([lon, lat]) => {
    const names: string[] = []
    for (const turn of [0, -360, 360]) {
      const x = lon + turn
      if (x < west || x > east) continue
      index.search(x, lat, x, lat, (at) => {
        const one = parts[at]?.banded
        if (one && encloses(one, x, lat) && !names.includes(one.name)) names.push(one.name)
        return false
      })
    }
    return names.length < 2 ? names : names.sort()
  }
}

function edgesOf(area: Area): readonly Edge[] {
  return area.flat().flatMap((ring) =>
    ring.flatMap(([u, v], at): Edge[] => {
      const from = ring[at - 1]
      return from ? [[from[0], from[1], u, v]] : []
    })
  )
}

function boxOf(edges: readonly Edge[]): Edge {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y, u, v] of edges) {
    west = Math.min(west, x, u)
    east = Math.max(east, x, u)
    south = Math.min(south, y, v)
    north = Math.max(north, y, v)
  }
  return [west, south, east, north]
}

function banded(name: string, edges: readonly Edge[]): Banded {
  const [, south, , north] = boxOf(edges)
  const perDegree = north > south ? BANDS / (north - south) : 0
  const bands: Edge[][] = Array.from({ length: BANDS + 1 }, () => [])
  for (const edge of edges) {
    // A level edge is crossed by no line from west to east.
    if (edge[1] === edge[3]) continue
    const low = Math.floor((Math.min(edge[1], edge[3]) - south) * perDegree)
    const high = Math.floor((Math.max(edge[1], edge[3]) - south) * perDegree)
    for (let band = low; band <= high; band++) bands[band]?.push(edge)
  }
  const starts = new Uint32Array(BANDS + 2)
  for (const [at, band] of bands.entries()) starts[at + 1] = (starts[at] ?? 0) + band.length
  return { name, south, perDegree, starts, edges: Float64Array.from(bands.flat(2)) }
}

/** Whether a line from the place to the east crosses the outline an odd number of times. */
function encloses({ south, perDegree, starts, edges }: Banded, lon: number, lat: number): boolean {
  const band = Math.floor((lat - south) * perDegree)
  const end = 4 * (starts[band + 1] ?? 0)
  let odd = false
  for (let at = 4 * (starts[band] ?? 0); at < end; at += 4) {
    const y = edges[at + 1] as number
    const v = edges[at + 3] as number
    if (y > lat === v > lat) continue
    const x = edges[at] as number
    const u = edges[at + 2] as number
    if (lon < x + ((lat - y) / (v - y)) * (u - x)) odd = !odd
  }
  return odd
}
