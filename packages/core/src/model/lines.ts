import type { LineKind } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'

/** A line on the map is a claim by its source, never the tool's own. */
export interface Line extends Evidence {
  readonly id: string
  /** A file with its course (GeoJSON, KML or CSV), relative to the case's folder. */
  readonly geometry?: string
  readonly asOf: string
  readonly kind: LineKind
  readonly title?: Text
  readonly claimedBy?: string
  /** For each party a place that lies on its side of the line: longitude and latitude. */
  readonly sides?: ReadonlyMap<string, readonly [lon: number, lat: number]>
  readonly at: string
}
