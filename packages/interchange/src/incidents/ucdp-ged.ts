import type { IncidentContent, IncidentDrafts, IncidentImport, RowRead } from './draft.ts'
import { instantAt, partsText, provenanceOf, RowReader } from './draft.ts'
import type { RowCells, Triple } from './row-cells.ts'

/**
 * `where_prec` as a radius in metres. The codebook gives one for 2 alone (about 25 km); the others
 * are ours, wide enough for a district, a province, a stretch of land, a country.
 */
const WHERE: Readonly<Record<string, number>> = {
  '1': 1000,
  '2': 25_000,
  '3': 50_000,
  '4': 150_000,
  '5': 100_000,
  '6': 1_000_000,
  '7': 1_000_000
}

/** `date_prec`: the day, two to six days, a week, a month, longer. */
const WHEN: Readonly<Record<string, IncidentContent['occurred']['precision']>> = {
  '1': 'day',
  '2': 'week',
  '3': 'week',
  '4': 'month',
  '5': 'unknown'
}

/** Between armed sides, or of one against people who are not armed. */
const WHAT: Readonly<Record<string, IncidentContent['category']>> = {
  '1': 'fire',
  '2': 'fire',
  '3': 'harm-to-civilians'
}

/** The columns without which a table is none of UCDP GED. */
export const GED_COLUMNS = ['id', 'type_of_violence', 'where_prec', 'date_prec', 'date_start']

/** Events of the UCDP Georeferenced Event Dataset, with deaths as low, best and high. */
export function gedDrafts(rows: readonly RowCells[], options: IncidentImport): IncidentDrafts {
  const reader = new RowReader()
  const crossed: string[] = []
  for (const row of rows)
    reader.row(row, () => {
      const event = eventOf(row, options)
      const published = asPublished(row)
      if (published !== undefined) crossed.push(`line ${row.line}: ${published}`)
      return event
    })
  return reader.done([
    ...crossed,
    `days are read in the zone ${options.zone ?? 'UTC'}: the data set gives none`,
    `where_prec is read as a radius: ${Object.entries(WHERE)
      .map(([code, metres]) => `${code} = ${metres / 1000} km`)
      .join(', ')}; only that of 2 is of the codebook`,
    'the data set holds only events in which somebody died: most violations of a ceasefire are not in it',
    'which side began is not in the data set: no party is named as having done it'
  ])
}

function eventOf(row: RowCells, options: IncidentImport): RowRead {
  const zone = options.zone ?? 'UTC'
  const start = row.day('date_start')
  const end = row.text('date_end') === '' ? start : row.day('date_end')
  if (end < start) row.refuse('date_end', `it is before date_start (${start}): put them right`)
  const category = row.coded('type_of_violence', WHAT)
  if (category === undefined) return row.refuse('type_of_violence', 'give 1, 2 or 3')
  const precision = row.coded('date_prec', WHEN) ?? 'unknown'
  const within = row.coded('where_prec', WHERE)
  const killed = row.tripleAsPublished('low', 'best', 'high')
  const name = row.text('where_coordinates')
  const area = row.text('adm_1')
  return {
    occurred: {
      at: instantAt(start, '00:00', zone),
      precision,
      ...(end === start ? {} : { until: instantAt(end, '23:59', zone) }),
      zone
    },
    place: {
      ...row.place('longitude', 'latitude'),
      ...(within === undefined ? {} : { within }),
      ...(name === '' ? {} : { name: name.slice(0, 300) }),
      ...(area === '' ? {} : { area: area.slice(0, 120) })
    },
    category,
    ...(killed === undefined ? {} : { killed: spanOf(killed) }),
    means: ['media'],
    ...partsText(
      row.text('conflict_name'),
      row.text('dyad_name'),
      row.text('source_headline'),
      asPublished(row) ?? ''
    ),
    provenance: provenanceOf(
      options,
      { dataset: 'UCDP GED', licence: 'CC BY 4.0' },
      { id: row.needed('id', 'give the id of the event') }
    )
  }
}

/** From the smallest of the three to the largest, so that none of what is published is left out. */
const spanOf = ({ low, best, high }: Triple): Triple => ({
  low: Math.min(low, best, high),
  best,
  high: Math.max(low, best, high)
})

/** What the data set says, where its fewest are more than its likeliest or those more than its most. */
function asPublished(row: RowCells): string | undefined {
  const read = row.tripleAsPublished('low', 'best', 'high')
  if (read === undefined) return undefined
  const { low, best, high } = read
  if (low <= best && best <= high) return undefined
  const span = spanOf(read)
  return `deaths as published: low ${low}, best ${best}, high ${high}; taken as from ${span.low} to ${span.high}, likeliest ${best}`
}
