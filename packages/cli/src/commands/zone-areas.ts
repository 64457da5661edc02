import type { Area, Facing, LineChange } from '@truce/core/geo'
import type { DrawnZone, DrawnZones } from '@truce/core/report/geo'
import type { NamedArea, NamedPlace } from '@truce/interchange'

/** All areas that were drawn, each with what it is. */
export const zoneAreas = ({ zones, changes }: DrawnZones): readonly NamedArea[] => [
  ...zones.flatMap(areasOf),
  ...changes.flatMap(landsOf)
]

/** A zone as features: all of it, the band of each party, and what two lines leave or claim twice. */
function areasOf({ withdrawal: { id, weapon, ceiling }, zone }: DrawnZone): readonly NamedArea[] {
  const common = { withdrawal: id, weapon: weapon.class, 'from-km': zone.fromKm, km: zone.km }
  return [
    { properties: { name: id, ...common, part: 'zone', km2: zone.squareKm }, area: zone.all },
    ...zone.bands.map(({ party, line, squareKm, band }) => {
      const most = ceiling.get(party)
      return {
        properties: {
          name: `${id} ${party}`,
          ...common,
          part: 'band',
          party,
          line,
          km2: squareKm,
          ...(most === undefined ? {} : { ceiling: most })
        },
        area: band
      }
    }),
    ...zone.facing.flatMap((facing) =>
      partsOf(facing).map(({ part, km2, area }) => ({
        properties: {
          name: `${id} ${facing.parties.join(' ')} ${part}`,
          ...common,
          part,
          parties: facing.parties.join(' '),
          km2
        },
        area
      }))
    )
  ]
}

interface Part {
  readonly part: string
  readonly km2: number
  readonly area: Area
}

/** What is narrower than the grid is no land. */
const LEAST_KM2 = 0.01

const partsOf = (facing: Facing): readonly Part[] =>
  [
    { part: 'between', km2: facing.betweenSquareKm, area: facing.between },
    { part: 'beyond', km2: facing.beyondSquareKm, area: facing.beyond },
    { part: 'claimed-by-both', km2: facing.claimedByBothSquareKm, area: facing.claimedByBoth },
    { part: 'open-to-both', km2: facing.openToBothSquareKm, area: facing.openToBoth },
    { part: 'overlap', km2: facing.overlapSquareKm, area: facing.overlap }
  ].filter(({ km2 }) => km2 >= LEAST_KM2)

/** What changes hands between two options. */
const landsOf = ({ issue, from, to, lands }: LineChange): readonly NamedArea[] =>
  lands.map((land) => ({
    properties: {
      name: `${issue} ${from} ${to}`,
      issue,
      from: land.from,
      to: land.to,
      part: 'changes-hands',
      km2: land.squareKm
    },
    area: land.area
  }))

/** What was seen, each place with how it lies to the bands it may count in. */
export const seenPlaces = ({ judged }: DrawnZones): readonly NamedPlace[] =>
  (judged?.found ?? []).map(({ seen, standings }) => ({
    properties: {
      name: `row ${seen.row}`,
      row: seen.row,
      party: seen.party,
      class: seen.weapon,
      count: seen.count,
      ...(seen.when === undefined ? {} : { when: seen.when }),
      ...(seen.source === undefined ? {} : { source: seen.source }),
      ...Object.fromEntries(
        standings.flatMap(({ withdrawal, sure, stand: { where, lineKm, edge } }) => [
          [withdrawal, sure ? where : `${where}, if it is of that kind`],
          [`${withdrawal}-line-km`, lineKm],
          ...(edge ? [[`${withdrawal}-edge-km`, edge.km] as const] : [])
        ])
      )
    },
    place: seen.place
  }))
