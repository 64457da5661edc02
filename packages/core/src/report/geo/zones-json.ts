import type { Facing, Gap } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import type { DrawnZone } from './zones-report.ts'
import type { ZonesDocument } from './zones-shape.ts'

/** The document of `ceasefire zones --format json`. */
export function zonesJson(
  source: Case,
  drawn: readonly DrawnZone[],
  given: DocumentAbout
): ZonesDocument {
  return {
    ...documentHead('ceasefire zones'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    zones: drawn.map(({ withdrawal: { id, weapon, measure }, zone }) => ({
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
      facing: zone.facing.map(facingJson)
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
