import * as pages from '../case/rules/drawing.ts'
import type { Diagnostic } from '../diagnostic/diagnostic.ts'
import { collector, sorted } from '../diagnostic/diagnostic.ts'
import type { Settlement } from '../geo/index.ts'
import { zonesJson } from '../report/geo/zones-json.ts'
import type { DrawnZones } from '../report/geo/zones-report.ts'
import type { ZonesDocument } from '../report/geo/zones-shape.ts'
import type { AboutCase, Given, Refused } from './answer.ts'
import { answered, refused, soundCase } from './answer.ts'
import type { LineDrawing } from './drawn-ground.ts'
import { drawnGround } from './drawn-ground.ts'
import { lineChanges } from './line-options.ts'
import type { PositionsAsked } from './positions.ts'
import { judgePositions } from './positions.ts'

export type { LineDrawing } from './drawn-ground.ts'
export type { PositionsAsked } from './positions.ts'

/** What is asked beside the case: its drawings by line, and settlements to look for. */
export interface ZonesAsked {
  readonly drawings: ReadonlyMap<string, LineDrawing>
  readonly places?: readonly Settlement[]
  /** What was seen where, to be judged by the zones at a moment. */
  readonly positions?: PositionsAsked
}

/** The zones of a case's withdrawals. */
export type ZonesAnswer = AboutCase<'ceasefire zones', DrawnZones, ZonesDocument>

/**
 * The zone of each withdrawal whose lines are drawn; what cannot be drawn is among the findings.
 * Refused where nothing can.
 */
export function askZones(
  given: Given,
  { drawings, places = [], positions }: ZonesAsked
): ZonesAnswer | Refused<'ceasefire zones'> {
  const source = soundCase(given)
  if (!source) return refused('ceasefire zones', given)
  const { zones, lines, found } = drawnGround(given, source, drawings)
  const changes = lineChanges(source, lines)
  const nothing = zones.length + changes.length === 0
  const { report, found: wanting } = collector()
  if (nothing && found.length === 0) report(pages.noZones, {})
  const findings: readonly Diagnostic[] = sorted([...given.diagnostics, ...found, ...wanting])
  if (nothing) return refused('ceasefire zones', given, findings)
  const result: DrawnZones = {
    zones,
    lines,
    changes,
    places,
    ...(positions ? { judged: judgePositions(source, { zones, lines }, positions) } : {})
  }
  return answered('ceasefire zones', given, {
    source,
    findings,
    result,
    methods: {
      zones: { by: 'geodesic parallels on WGS84, within 0.5 % of the distance', how: 'bounded' }
    },
    json: (about) => zonesJson(source, result, about)
  })
}
