import { dayLater } from '@truce/core/record'
import { existingDate } from '@truce/core/timetable'
import type { IncidentDrafts, IncidentImport, RowRead } from './draft.ts'
import { instantAt, partsText, provenanceOf, RowReader } from './draft.ts'
import type { RowCells } from './row-cells.ts'

/** The columns without which a table is none of this form. */
export const MISSION_COLUMNS = [
  'report',
  'period_start_local',
  'period_end_local',
  'region',
  'violations'
]

const STANDARD = { dataset: 'OSCE SMM daily reports' } as const
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Violations of one region over a stretch of time, wherever in the table they are told. */
interface Told {
  readonly from: string
  readonly to: string
  readonly region: string
  readonly violations: number
  readonly row: RowCells
  /** Whether the row is about this period, or says it of the one before. */
  readonly own: boolean
}

/**
 * Tables of an observation mission's daily reports: violations by region and period, those of the
 * period before where no row has them, and the rest of what a report counts since a day. So the
 * counts since that day come out as reported, and what rests on single days and what does not stays
 * apart. A region without violations makes no incident.
 */
export function missionDrafts(rows: readonly RowCells[], options: IncidentImport): IncidentDrafts {
  const reader = new RowReader()
  const [told, notes]: readonly [Told[], string[]] = [[], []]
  const zone = options.zone ?? 'Europe/Kyiv'
  for (const row of rows)
    reader.row(row, () => {
      const [from, to] = periodOf(row, zone)
      const region = row.needed('region', 'name the region')
      const violations = row.whole('violations')
      if (violations === undefined) return row.refuse('violations', 'give how many; 0 for none')
      const one = { from, to, region, violations, row, own: true }
      told.push(one)
      const explosions = row.whole('of_which_explosions')
      return violations === 0
        ? undefined
        : violationsOf(one, options, [
            row.text('report'),
            ...(explosions === undefined ? [] : [`of which explosions: ${explosions}`]),
            row.text('note')
          ])
    })
  const none = told.filter(({ violations }) => violations === 0).length
  if (none > 0) notes.push(`rows that report no violation, of which no incident is made: ${none}`)
  notes.push(`times without a zone are read in ${zone}`)
  const before = periodsBefore(told, { reader, options, notes, zone })
  restsOf([...told, ...before], { reader, options, notes, zone })
  return reader.done(notes)
}

interface Work {
  readonly reader: RowReader
  readonly options: IncidentImport
  readonly notes: string[]
  readonly zone: string
}

/** The stretch of a row in UTC. Days without a time are whole ones. */
function periodOf(row: RowCells, zone: string): readonly [from: string, to: string] {
  const at = (column: string, otherwise: string): string => {
    const found = row.needed(column, 'give the local time, such as 2020-07-30T19:30')
    const [, day = '', time = otherwise] =
      /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}))?$/.exec(found) ?? []
    if (!existingDate(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time))
      row.refuse(column, 'give the local time, such as 2020-07-30T19:30')
    return instantAt(day, time, zone)
  }
  const [from, to] = [at('period_start_local', '00:00'), at('period_end_local', '23:59')]
  if (to <= from) row.refuse('period_end_local', 'it is not after the start: put them right')
  return [from, to]
}

function violationsOf(
  { from, to, region, violations, row, own }: Told,
  options: IncidentImport,
  said: readonly string[]
): RowRead {
  return {
    occurred: { at: from, precision: 'day', until: to, zone: options.zone ?? 'Europe/Kyiv' },
    place: { area: region },
    category: 'fire',
    observed: { count: violations, of: 'violation' },
    ...partsText(...said),
    provenance: provenanceOf(options, STANDARD, {
      id: `${row.text('report') || `line ${row.line}`} ${region}${own ? '' : ' period before'}`,
      ...row.link('source_url')
    })
  }
}

/** What reports say of the period before: taken in where no row tells it, else compared. */
function periodsBefore(
  told: readonly Told[],
  { reader, options, notes, zone }: Work
): readonly Told[] {
  const found: Told[] = []
  for (const { row, region, from, to } of told) {
    const [day = '', time = ''] = row.text('period_start_local').split(/[T ]/)
    // Only of a day from one hour to the same on the next is it known what the period before is.
    if (time === '' || Math.abs(Date.parse(to) - Date.parse(from) - DAY_MS) > HOUR_MS) continue
    reader.row(row, () => {
      const violations = row.whole('previous_period_violations')
      if (violations === undefined) return undefined
      const start = instantAt(dayLater(day, -1), time, zone)
      const one = { from: start, to: from, region, violations, row, own: false }
      const same = [...told, ...found].find(
        (other) => other.region === region && other.from === start && other.to === from
      )
      if (same && same.violations !== violations)
        notes.push(
          `line ${row.line}: it says ${violations} for the period before in ${region}, and line ${same.row.line} says ${same.violations}; the latter was taken`
        )
      if (!same) found.push(one)
      if (same || violations === 0) return undefined
      const report = row.text('report')
      return violationsOf(one, options, [`${report}: the period before`])
    })
  }
  return found
}

const SINCE = /^cumulative_since_(\d{4})_(\d{2})_(\d{2})$/

/** What a count since a day holds beside the periods that are told. */
function restsOf(told: readonly Told[], { reader, options, notes, zone }: Work): void {
  const column = told[0]?.row.columns().find((name) => SINCE.test(name))
  if (column === undefined) return
  const day = column.replace(SINCE, '$1-$2-$3')
  const since = instantAt(day, '00:00', zone)
  const counted = told.filter(({ from }) => from >= since)
  const reports = counted.filter(({ own, row }) => own && row.text(column) !== '')
  const ends = [...new Set(reports.map(({ to }) => to))].sort()
  let [rest, start] = [0, since]
  for (const end of ends) {
    const rows = reports.filter(({ to }) => to === end).map(({ row }) => row)
    const [row] = rows
    if (!row) continue
    reader.row(row, () => {
      const all = row.whole(column) ?? 0
      const other = rows.find((one) => one.whole(column) !== all)
      if (other)
        return other.refuse(column, `line ${row.line} says ${all} of the same end: put them right`)
      const until = counted.filter(({ to }) => to <= end)
      const known = until.reduce((sum, one) => sum + one.violations, rest)
      if (all < known)
        return row.refuse(column, `the periods until then come to ${known}: put them right`)
      const stretch = gapIn(until, [start, end])
      start = end
      if (all === known) return undefined
      rest += all - known
      notes.push(
        `of ${all} until ${end}, ${all - known} fall between ${stretch.at} and ${stretch.until}, in no region and on no day that the table tells`
      )
      return {
        occurred: { ...stretch, precision: 'unknown', zone },
        place: {},
        category: 'fire',
        observed: { count: all - known, of: 'violation' },
        ...partsText(`${row.text('report')}: the rest of ${all} since ${day}`),
        provenance: provenanceOf(options, STANDARD, {
          id: `${row.text('report')} rest`,
          ...row.link('source_url')
        })
      }
    })
  }
}

/** The first stretch that no period tells; all of it where there is no gap between them. */
function gapIn(
  periods: readonly Told[],
  [start, end]: readonly [string, string]
): { readonly at: string; readonly until: string } {
  let at = start
  for (const { from, to } of periods.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    if (from > at) return { at, until: from }
    if (to > at) at = to
  }
  return { at: start, until: end }
}
