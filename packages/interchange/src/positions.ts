import { nearest } from '@truce/core/diagnostic'
import type { LonLat, Observed } from '@truce/core/geo'
import { featuresIn, lonLat, Undrawable } from '@truce/core/geo'
import { WEAPONS } from '@truce/core/model'
import { existingDate, parseInstant } from '@truce/core/timetable'
import type { Refused } from './answer.ts'
import { Refusal, refusing } from './deal-case-refusal.ts'
import { csvLines, positionOf } from './drawing-csv.ts'
import { kmlPoints } from './kml.ts'

/** What a list of positions may name: parties and withdrawals of the case. */
export interface Nameable {
  readonly parties: readonly string[]
  readonly withdrawals: readonly string[]
}

/**
 * Positions that somebody saw: a table with the columns party, class, lon and lat, and if there are
 * any count, calibre-mm, withdrawal, when and source; GeoJSON points with these properties; or
 * points of KML with these data.
 */
export function importPositions(
  { name, text }: { readonly name: string; readonly text: string },
  known: Nameable
): readonly Observed[] | Refused {
  return refusing(() => rowsIn(name, text).map((row) => observed(row, known)))
}

interface Row {
  /** The line of a table, or the feature. */
  readonly at: number
  /** How that is called. */
  readonly where: string
  readonly cells: Readonly<Record<string, unknown>>
  readonly place: () => unknown
}

function rowsIn(name: string, text: string): readonly Row[] {
  try {
    const rows = (READERS.find(([ending]) => ending.test(name))?.[1] ?? tableRows)(text)
    if (rows.length > 0) return rows
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    const why = error.found === '' ? '' : ` (${error.found.slice(0, 100)})`
    throw new Refusal(
      `it is no table, no GeoJSON and no KML that can be read${why}: give the columns party, class, lon and lat`
    )
  }
  throw new Refusal('there is no row in it: write one for each position')
}

const tableRows = (text: string): readonly Row[] =>
  csvLines(text).map(({ line, record }) => ({
    at: line,
    where: `line ${line}, column`,
    cells: record,
    place: () => positionOf(record)
  }))

const featureRows = (text: string): readonly Row[] =>
  featuresIn(text).map(({ geometry, properties }, at) => ({
    at: at + 1,
    where: `feature ${at + 1}, property`,
    cells: lowered(properties),
    place: () =>
      typeof geometry === 'object' && geometry !== null && 'coordinates' in geometry
        ? geometry.coordinates
        : geometry
  }))

const placemarkRows = (text: string): readonly Row[] =>
  kmlPoints(text).map(({ feature, properties, coordinates }) => ({
    at: feature,
    where: `placemark ${feature}, data`,
    cells: lowered(properties),
    place: () => coordinates
  }))

const lowered = (properties: Row['cells']): Row['cells'] =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key.trim().toLowerCase(), value])
  )

/** How a list is read, by the ending of its file; any other as a table. */
const READERS: readonly (readonly [RegExp, (text: string) => readonly Row[]])[] = [
  [/\.(geo)?json$/i, featureRows],
  [/\.kml$/i, placemarkRows]
]

function observed(row: Row, { parties, withdrawals }: Nameable): Observed {
  const calibreMm = numberIn(row, 'calibre-mm')
  const [withdrawal, when, source] = [cell(row, 'withdrawal'), whenIn(row), cell(row, 'source')]
  if (withdrawal !== '') oneOf(row, ['withdrawal', 'withdrawal of the case'], withdrawals)
  const count = numberIn(row, 'count') ?? 1
  if (!Number.isInteger(count)) refuse(row, 'count', 'give a whole number')
  return {
    row: row.at,
    party: oneOf(row, ['party', 'party of the case'], parties),
    weapon: oneOf(row, ['class', 'class of weapon'], WEAPONS),
    place: placeIn(row),
    count,
    ...(calibreMm === undefined ? {} : { calibreMm }),
    ...(withdrawal === '' ? {} : { withdrawal }),
    ...(when === '' ? {} : { when }),
    ...(source === '' ? {} : { source })
  }
}

function cell({ cells }: Row, column: string): string {
  const found = cells[column] ?? ''
  return typeof found === 'string' ? found.trim() : JSON.stringify(found)
}

function refuse(row: Row, column: string, help: string): never {
  const found = cell(row, column).slice(0, 60)
  const what = found === '' ? 'is empty' : `has \`${found}\``
  throw new Refusal(`${row.where} ${column} ${what}: ${help}`)
}

function oneOf(
  row: Row,
  [column, what]: readonly [column: string, what: string],
  among: readonly string[]
): string {
  const found = cell(row, column)
  if (among.includes(found)) return found
  const near = nearest(found, among)
  return refuse(
    row,
    column,
    near === undefined
      ? `give a ${what}: ${among.join(', ')}`
      : `that is no ${what}; did you mean ${near}?`
  )
}

function numberIn(row: Row, column: string): number | undefined {
  const found = cell(row, column)
  if (found === '') return undefined
  const value = /^\d+([.,]\d+)?$/.test(found) ? Number(found.replace(',', '.')) : Number.NaN
  return value > 0 ? value : refuse(row, column, 'give a number above 0, or leave it out')
}

function whenIn(row: Row): string {
  const found = cell(row, 'when')
  if (found === '' || (/^\d{4}-\d{2}-\d{2}$/.test(found) && existingDate(found))) return found
  const parsed = parseInstant(found)
  if (parsed.ok) return found
  return refuse(
    row,
    'when',
    `${parsed.problem}; give a day, 2024-07-02, or a time with its zone, 2024-07-02T08:00[Europe/Kyiv]`
  )
}

function placeIn({ where, at, place }: Row): LonLat {
  const spot = where.replace(/, \w+$/, '')
  try {
    return lonLat(place(), { feature: at })
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    throw new Refusal(
      error.what === 'not-csv'
        ? `there is no column lon or lat among ${error.found}: name them so`
        : `${spot}, lon and lat are \`${error.found}\`: give longitude and latitude in degrees, the longitude first`
    )
  }
}
