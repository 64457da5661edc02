import type { Observed } from '@truce/core/geo'
import { stringify } from 'csv-stringify/browser/esm/sync'

/** Positions as the table that `importPositions` reads. */
export const exportPositions = (all: readonly Observed[]): string =>
  stringify([
    ['party', 'class', 'calibre-mm', 'lon', 'lat', 'count', 'withdrawal', 'when', 'source'],
    ...all.map(({ party, weapon, calibreMm, place: [lon, lat], count, ...rest }) => [
      party,
      weapon,
      calibreMm ?? '',
      lon,
      lat,
      count,
      rest.withdrawal ?? '',
      rest.when ?? '',
      rest.source ?? ''
    ])
  ])
