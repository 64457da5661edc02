import type { Area, Facing, Gap, Settlement } from '../../geo/index.ts'
import { settlementsIn } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import type { DrawnZones } from './zones-report.ts'
import type { ZonesDocument } from './zones-shape.ts'

/** The document of `ceasefire zones --format json`. */
export function zonesJson(
  source: Case,
  { zones, changes, places }: DrawnZones,
  given: DocumentAbout
): ZonesDocument {
  return {
    ...documentHead('ceasefire zones'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    zones: zones.map(({ withdrawal: { id, weapon, measure }, zone }) => ({
      withdrawal: id,
      weapon: weapon.class,
      zoneWidthKm: measure.zoneWidthKm ?? null,
      distanceFromLineKm: measure.distanceFromLineKm ?? null,
      km: zone.km,
      squareKm: zone.squareKm,
      bands: zone.bands.map(({ party, line, side, lineKm, squareKm }) => ({
        party,
        line,
        side,
        lineKm,
        squareKm
      })),
      facing: zone.facing.map(facingJson),
      settlements: settlementsJson(zone.all, places)
    })),
    changes: changes.map(({ issue, from, to, lands }) => ({
      issue,
      from,
      to,
      lands: lands.map((land) => ({
        from: land.from,
        to: land.to,
        squareKm: land.squareKm,
        settlements: settlementsJson(land.area, places)
      }))
    }))
  }
}

function facingJson({
  parties,
  lines,
  between,
  ...areas
}: Facing): ZonesDocument['zones'][number]['facing'][number] {
  const gap = ({ km, place: [lon, lat] }: Gap) => ({ km, place: [lon, lat] as const })
  return {
    parties,
    least: gap(lines.least),
    medianKm: lines.median,
    most: gap(lines.most),
    ...areas
  }
}

const settlementsJson = (
  area: Area,
  places: readonly Settlement[]
): readonly (readonly string[])[] => settlementsIn(area, places).map(({ names }) => names)
