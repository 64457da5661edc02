import type { IncidentContent, IncidentDrafts, IncidentImport, RowRead } from './draft.ts'
import { instantAt, partsText, provenanceOf, RowReader } from './draft.ts'
import type { RowCells } from './row-cells.ts'

type Category = IncidentContent['category']

/**
 * Labels by what they are here. A report that has several is the first of them in this order, from
 * what says most closely what was done; all of them stand in its text.
 */
const LABELS: readonly (readonly [label: string, category: Category])[] = [
  ['t_uav', 'uav'],
  ['t_airstrike', 'strikes'],
  ['t_artillery', 'fire'],
  ['t_ied', 'mines'],
  ['t_firefight', 'fire'],
  ['t_aad', 'fire'],
  ['t_raid', 'offensive-operations'],
  ['t_armor', 'forward-moves'],
  ['t_control', 'forward-moves'],
  ['t_occupy', 'forward-moves'],
  ['t_arrest', 'detention'],
  ['t_hospital', 'harm-to-civilians'],
  ['t_civcas', 'harm-to-civilians'],
  ['t_milcas', 'fire'],
  ['t_cyber', 'other'],
  ['t_property', 'other']
]

/** Further labels that stand in the text and make nothing an incident. */
const BESIDE = ['a_rus', 'a_ukr', 'a_civ', 'a_other', 't_mil', 't_nmil', 't_loc', 't_san']

const CUT_OFF = 0.5

/** How closely a report was placed, as a radius in metres; ours, for the data set gives none. */
const WHERE: Readonly<Record<string, number>> = {
  STREET: 500,
  SETTLEMENT: 5000,
  ADM3: 20_000,
  ADM2: 50_000,
  ADM1: 150_000,
  COUNTRY: 1_000_000
}

/** The columns without which a table is none of VIINA. */
export const VIINA_COLUMNS = ['date', 'longitude', 'latitude']

/**
 * Reports of VIINA: found in news by a machine, so leads and nothing else, which count nothing until
 * somebody has confirmed them. Both forms are read: reports with scores by label, and candidate
 * strikes with what they may have been aimed at.
 */
export function viinaDrafts(rows: readonly RowCells[], options: IncidentImport): IncidentDrafts {
  const reader = new RowReader()
  const tally = { unlabelled: 0, rejected: 0, labels: new Map<string, number>() }
  for (const row of rows) reader.row(row, () => leadOf(row, options, tally))
  return reader.done([
    'every row is a lead: it counts nothing until somebody has confirmed it',
    `days are read in the zone ${zoneOf(options)}: they are those of the report, not of the event`,
    ...[...tally.labels]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(
        ([label, count]) =>
          `${label} counts from a score of ${cutOffOf(label, options)}: ${count} rows`
      ),
    ...(tally.unlabelled > 0
      ? [`left out, for no label reaches its score: ${tally.unlabelled} rows`]
      : []),
    ...(tally.rejected > 0
      ? [`left out, for the data set itself holds them to be no candidates: ${tally.rejected} rows`]
      : [])
  ])
}

interface Tally {
  unlabelled: number
  rejected: number
  readonly labels: Map<string, number>
}

const zoneOf = ({ zone = 'Europe/Kyiv' }: IncidentImport): string => zone

const cutOffOf = (label: string, { cutOffs }: IncidentImport): number => cutOffs?.[label] ?? CUT_OFF

function leadOf(row: RowCells, options: IncidentImport, tally: Tally): RowRead | undefined {
  if (row.has('target_classes')) return candidate(row, options, tally)
  const labels = labelsOf(row, options)
  for (const label of labels) tally.labels.set(label, (tally.labels.get(label) ?? 0) + 1)
  const found = LABELS.find(([label]) => labels.includes(label))
  if (!found) {
    tally.unlabelled += 1
    return undefined
  }
  return lead(row, options, {
    category: found[1],
    said: [row.text('text'), labels.join(', ')],
    link: 'url'
  })
}

/** Labels whose score reaches the cut-off, or that the data set itself has set. */
function labelsOf(row: RowCells, options: IncidentImport): readonly string[] {
  return [...LABELS.map(([label]) => label), ...BESIDE].filter((label) => {
    const score = row.number(`${label}_pred`, [0, 1]) ?? row.number(`${label}_b`, [0, 1])
    return score !== undefined && score >= cutOffOf(label, options)
  })
}

function candidate(row: RowCells, options: IncidentImport, tally: Tally): RowRead | undefined {
  if ([row.text('triagestatus'), row.text('stage1triage')].includes('MACHINE_NONCANDIDATE')) {
    tally.rejected += 1
    return undefined
  }
  return lead(row, options, {
    category: 'strikes',
    said: [row.text('representative_text'), row.text('target_classes'), row.text('attack_terms')],
    link: 'source_urls'
  })
}

function lead(
  row: RowCells,
  options: IncidentImport,
  {
    category,
    said,
    link
  }: { readonly category: Category; readonly said: readonly string[]; readonly link: string }
): RowRead {
  const zone = zoneOf(options)
  const precise = row.text('geo_precision')
  const within = WHERE[precise.toUpperCase()]
  const name = row.text('asciiname') || row.text('address') || row.text('location')
  const area = row.text('adm1_name') || row.text('region')
  const id = row.text('event_id_1pd') || row.text('event_id') || `line ${row.line}`
  return {
    occurred: { at: instantAt(row.day('date'), '00:00', zone), precision: 'day', zone },
    place: {
      ...row.place('longitude', 'latitude'),
      ...(within === undefined ? {} : { within }),
      ...(name === '' ? {} : { name: name.slice(0, 300) }),
      ...(area === '' ? {} : { area: area.slice(0, 120) })
    },
    category,
    means: ['media'],
    ...partsText(...said),
    lead: true,
    provenance: provenanceOf(
      options,
      { dataset: 'VIINA', licence: 'ODbL 1.0' },
      { id, ...row.link(link) }
    )
  }
}
