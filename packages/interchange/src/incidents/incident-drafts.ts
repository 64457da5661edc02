import { nearest } from '@truce/core/diagnostic'
import { Undrawable } from '@truce/core/geo'
import { isZone } from '@truce/core/timetable'
import { csvLines } from '../drawing-csv.ts'
import { ACLED_COLUMNS, acledDrafts } from './acled.ts'
import type { IncidentDrafts, IncidentImport } from './draft.ts'
import { allRefused } from './draft.ts'
import { FORM_COLUMNS, formDrafts } from './field-form.ts'
import { MISSION_COLUMNS, missionDrafts } from './mission.ts'
import { RowCells } from './row-cells.ts'
import { fieldName, NoSubmissions, submissionRows } from './submissions.ts'
import { GED_COLUMNS, gedDrafts } from './ucdp-ged.ts'
import { VIINA_COLUMNS, viinaDrafts } from './viina.ts'

/** Tables of incidents that are read. */
export const INCIDENT_FORMATS = ['viina', 'ucdp-ged', 'acled', 'osce', 'form'] as const
/** One of `INCIDENT_FORMATS`. */
export type IncidentFormat = (typeof INCIDENT_FORMATS)[number]

interface Reads {
  readonly columns: readonly string[]
  readonly read: (rows: readonly RowCells[], options: IncidentImport) => IncidentDrafts
}

const READERS: Readonly<Record<IncidentFormat, Reads>> = {
  viina: { columns: VIINA_COLUMNS, read: viinaDrafts },
  'ucdp-ged': { columns: GED_COLUMNS, read: gedDrafts },
  acled: { columns: ACLED_COLUMNS, read: acledDrafts },
  osce: { columns: MISSION_COLUMNS, read: missionDrafts },
  form: { columns: FORM_COLUMNS, read: formDrafts }
}

/** A longer text is not read: it is to be cut into several. */
export const MOST_INCIDENT_CHARACTERS = 200_000_000

/**
 * What rows of a table would say as `incident.reported` entries, each with where it came from; the
 * rows that cannot be read, each with its line and column; and what was assumed. Nothing is signed.
 */
export function incidentDrafts(
  format: IncidentFormat,
  text: string,
  options: IncidentImport = {}
): IncidentDrafts {
  if (text.length > MOST_INCIDENT_CHARACTERS)
    return allRefused(1, 'the file is larger than 200 MB: cut it into several')
  if (options.zone !== undefined && !isZone(options.zone))
    return allRefused(
      1,
      `\`${options.zone}\` is no time zone of the IANA list: give one such as Europe/Kyiv`
    )
  const { columns, read } = READERS[format]
  try {
    const rows = rowsOf(format, text)
    const [first] = rows
    if (!first) return allRefused(1, 'there is no row in it')
    const lacking = format === 'form' ? undefined : columns.find((name) => !first.has(name))
    return lacking === undefined ? read(rows, options) : allRefused(1, lackingWords(lacking, first))
  } catch (error) {
    if (error instanceof NoSubmissions) return allRefused(1, error.message)
    if (!(error instanceof Undrawable)) throw error
    const [, line = '1'] = /line (\d+)/.exec(error.found) ?? []
    return allRefused(
      Number(line),
      `the table cannot be read (${error.found.slice(0, 150)}): close every quotation mark, and give each row all columns`
    )
  }
}

function rowsOf(format: IncidentFormat, text: string): readonly RowCells[] {
  if (format === 'form' && /^\s*[[{]/.test(text)) return submissionRows(text)
  return csvLines(text).map(
    ({ line, record }) => new RowCells(line, format === 'form' ? named(record) : record)
  )
}

const named = (record: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [fieldName(key), value]))

function lackingWords(column: string, row: RowCells): string {
  const near = nearest(column, [...row.columns()])
  return `there is no column ${column}${near === undefined ? '' : ` (there is ${near})`}: name it so, or choose another format`
}
