import type { Area, Facing, Gap, Settlement } from '../../geo/index.ts'
import { settlementsIn } from '../../geo/index.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { positionsJson } from './positions-json.ts'
import type { DrawnZones } from './zones-report.ts'
import type { ZonesDocument } from './zones-shape.ts'

/** The document of `ceasefire zones --format json`. */
export function zonesJson(
  source: Case,
  { zones, changes, places, judged }: DrawnZones,
  given: DocumentAbout
): ZonesDocument {
  return {
    ...documentHead('ceasefire zones'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    zones: zones.map(({ withdrawal: { id, weapon, measure, ceiling }, zone }) => ({
      withdrawal: id,
      weapon: weapon.class,
      zoneWidthKm: measure.zoneWidthKm ?? null,
      distanceFromLineKm: measure.distanceFromLineKm ?? null,
      bandKm: measure.bandKm ?? null,
      fromKm: zone.fromKm,
      km: zone.km,
      squareKm: zone.squareKm,
      bands: zone.bands.map(({ party, line, side, lineKm, squareKm }) => ({
        party,
        line,
        side,
        lineKm,
        squareKm,
        ceiling: ceiling.get(party) ?? null
      })),
      facing: zone.facing.map(facingJson),
      settlements: settlementsJson(zone.all, places)
    })),
    changes: changes.map(({ issue, from, to, lands, untold }) => ({
      issue,
      from,
      to,
      untold: untold ?? null,
      lands: lands.map((land) => ({
        from: land.from,
        to: land.to,
        squareKm: land.squareKm,
        settlements: settlementsJson(land.area, places)
      }))
    })),
    positions: judged ? positionsJson(judged) : null
  }
}

function facingJson({
  parties,
  lines,
  linesBack,
  comparable,
  ...areas
}: Facing): ZonesDocument['zones'][number]['facing'][number] {
  const gap = ({ km, place: [lon, lat] }: Gap) => ({ km, place: [lon, lat] as const })
  const told = (area: number): number | null => (comparable ? area : null)
  return {
    parties,
    least: gap(lines.least),
    medianKm: lines.median,
    most: gap(lines.most),
    back: {
      least: gap(linesBack.least),
      medianKm: linesBack.median,
      most: gap(linesBack.most)
    },
    betweenSquareKm: told(areas.betweenSquareKm),
    beyondSquareKm: told(areas.beyondSquareKm),
    claimedByBothSquareKm: told(areas.claimedByBothSquareKm),
    openToBothSquareKm: told(areas.openToBothSquareKm),
    overlapSquareKm: areas.overlapSquareKm
  }
}

const settlementsJson = (
  area: Area,
  places: readonly Settlement[]
): readonly (readonly string[])[] => settlementsIn(area, places).map(({ names }) => names)
