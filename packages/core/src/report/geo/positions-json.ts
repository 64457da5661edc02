import type { Judged, Observed, SeenStanding } from '../../geo/index.ts'
import { localAt } from '../../time/counted.ts'
import type { ZonesDocument } from './zones-shape.ts'

type Told = NonNullable<ZonesDocument['positions']>

/** What was seen, as a document. */
export function positionsJson({ at, zone, dues, found, tallies, later }: Judged): Told {
  const moment = (seconds: number | undefined): string | null =>
    seconds === undefined ? null : `${localAt(seconds, zone)}[${zone}]`
  return {
    at: moment(at) ?? '',
    withdrawals: dues.map(({ withdrawal, state, from, until }) => ({
      withdrawal,
      state,
      from: moment(from),
      until: moment(until)
    })),
    tallies: tallies.map((tally) => ({ ...tally, ceiling: tally.ceiling ?? null })),
    rows: found.map(({ seen, standings }) => ({
      ...seenJson(seen),
      bands: standings.map(standingJson)
    })),
    later: later.map(({ row }) => row)
  }
}

const seenJson = ({ row, party, weapon, count, place: [lon, lat], ...more }: Observed) => ({
  row,
  party,
  weapon,
  count,
  place: [lon, lat] as const,
  when: more.when ?? null,
  source: more.source ?? null
})

const standingJson = ({ withdrawal, sure, stand: { where, lineKm, edge } }: SeenStanding) => ({
  withdrawal,
  sure,
  where,
  lineKm,
  edge: edge
    ? { km: edge.km, azimuth: edge.azimuth, place: [edge.place[0], edge.place[1]] as const }
    : null
})
