import type { RawGeometry } from '@truce/core/geo'
import { Undrawable } from '@truce/core/geo'
import { parse } from 'csv-parse/browser/esm/sync'

const LON = ['lon', 'lng', 'long', 'longitude', 'x']
const LAT = ['lat', 'latitude', 'y']

/** Rows of a table by the name of their column, lower case. Throws `Undrawable`. */
export const csvRecords = (text: string): readonly Readonly<Record<string, string>>[] =>
  csvLines(text).map(({ record }) => record)

/** A row of a table, with the line of the file on which it ends. */
export interface CsvLine {
  readonly line: number
  readonly record: Readonly<Record<string, string>>
}

/** The same, each with its line. */
export function csvLines(text: string): readonly CsvLine[] {
  const plain = text.replace(/^\uFEFF/, '')
  const [head = ''] = plain.split(/\r?\n/, 1)
  const delimiter = [';', '\t', ','].find((one) => head.includes(one)) ?? ','
  try {
    const rows: { info: { lines: number }; record: Record<string, string> }[] = parse(plain, {
      delimiter,
      columns: (names: readonly string[]) => names.map((name) => name.trim().toLowerCase()),
      trim: true,
      skip_empty_lines: true,
      info: true
    })
    return rows.map(({ info, record }) => ({ line: info.lines, record }))
  } catch (error) {
    throw new Undrawable('not-csv', {}, error instanceof Error ? error.message : String(error))
  }
}

/** Longitude and latitude of a row, as they stand; numbers where they are such. Throws `Undrawable`. */
export function positionOf(row: Readonly<Record<string, string>>): readonly unknown[] {
  const value = (names: readonly string[]): string => {
    const name = names.find((one) => row[one] !== undefined)
    if (name === undefined) throw new Undrawable('not-csv', {}, Object.keys(row).join(', '))
    return row[name] ?? ''
  }
  return [value(LON), value(LAT)].map((found) =>
    /^[-+]?\d+([.,]\d+)?$/.test(found) ? Number(found.replace(',', '.')) : found
  )
}

/** A line from a table: a vertex in each row, by the column `part` where it has several parts. */
export function csvGeometries(text: string): readonly RawGeometry[] {
  const parts = Map.groupBy(csvRecords(text), (row) => row['part'] ?? '')
  return [...parts.values()].map((rows, at) => ({
    type: 'LineString',
    coordinates: rows.map(positionOf),
    feature: at + 1
  }))
}
