import type { LineKind } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'

/** A line on the map is a claim by its source, never the tool's own. */
export interface Line extends Evidence {
  readonly id: string
  /** A GeoJSON file, relative to the case's folder. */
  readonly geometry?: string
  readonly asOf: string
  readonly kind: LineKind
  readonly title?: Text
  readonly claimedBy?: string
  readonly at: string
}
