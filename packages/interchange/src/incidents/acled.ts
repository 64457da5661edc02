import type { IncidentContent, IncidentDrafts, IncidentImport, RowRead } from './draft.ts'
import { instantAt, partsText, provenanceOf, RowReader } from './draft.ts'
import type { RowCells } from './row-cells.ts'

type Category = IncidentContent['category']

/** Sub-types of events by what they are here; `undefined`: no incident. */
const SUB_TYPES: Readonly<Record<string, Category | undefined>> = {
  'armed clash': 'fire',
  'government regains territory': 'forward-moves',
  'non-state actor overtakes territory': 'forward-moves',
  'air/drone strike': 'strikes',
  'shelling/artillery/missile attack': 'fire',
  'remote explosive/landmine/ied': 'mines',
  grenade: 'fire',
  'suicide bomb': 'fire',
  'chemical weapon': 'fire',
  attack: 'harm-to-civilians',
  'sexual violence': 'harm-to-civilians',
  'abduction/forced disappearance': 'detention',
  arrests: 'detention',
  'non-violent transfer of territory': 'forward-moves',
  'headquarters or base established': 'fortification',
  'disrupted weapons use': 'other',
  'looting/property destruction': 'other',
  agreement: undefined,
  'change to group/activity': undefined,
  other: undefined,
  'peaceful protest': undefined,
  'protest with intervention': undefined,
  'excessive force against protesters': 'harm-to-civilians',
  'violent demonstration': undefined,
  'mob violence': undefined
}

/** The place itself, a part of a region, a region. Radii are ours. */
const WHERE: Readonly<Record<string, number>> = { '1': 5000, '2': 30_000, '3': 150_000 }
const WHEN: Readonly<Record<string, IncidentContent['occurred']['precision']>> = {
  '1': 'day',
  '2': 'week',
  '3': 'month'
}

/** The columns without which a table is none of ACLED. */
export const ACLED_COLUMNS = ['event_id_cnty', 'event_date', 'event_type', 'sub_event_type']

/** Events of ACLED. What is no incident of a ceasefire is left out and counted. */
export function acledDrafts(rows: readonly RowCells[], options: IncidentImport): IncidentDrafts {
  const reader = new RowReader()
  const left = new Map<string, number>()
  for (const row of rows)
    reader.row(row, () => {
      const name = row.needed('sub_event_type', 'give the sub-type of the event')
      const key = name.toLowerCase()
      if (!Object.hasOwn(SUB_TYPES, key))
        return row.refuse('sub_event_type', 'give a sub-type of the codebook, such as Armed clash')
      const category = SUB_TYPES[key]
      if (category !== undefined) return eventOf(row, category, options)
      left.set(name, (left.get(name) ?? 0) + 1)
      return undefined
    })
  return reader.done([
    `days are read in the zone ${options.zone ?? 'UTC'}: the data set gives none`,
    'geo_precision is read as a radius: 1 = 5 km, 2 = 30 km, 3 = 150 km',
    'fatalities are one estimate: fewest, likeliest and most are the same; where the cell is empty nothing is said',
    'actor 1 and actor 2 do not say who began: no party is named as having done it',
    ...[...left]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, rows]) => `left out as no incident: ${name} (${rows})`)
  ])
}

function eventOf(row: RowCells, category: Category, options: IncidentImport): RowRead {
  const zone = options.zone ?? 'UTC'
  const day = row.day('event_date')
  const precision = row.coded('time_precision', WHEN) ?? 'unknown'
  const within = row.coded('geo_precision', WHERE)
  const deaths = row.whole('fatalities')
  const [name, area] = [row.text('location'), row.text('admin1')]
  const weapon = row.text('event_type') === 'Explosions/Remote violence'
  return {
    occurred: { at: instantAt(day, '00:00', zone), precision, zone },
    place: {
      ...row.place('longitude', 'latitude'),
      ...(within === undefined ? {} : { within }),
      ...(name === '' ? {} : { name: name.slice(0, 300) }),
      ...(area === '' ? {} : { area: area.slice(0, 120) })
    },
    category,
    ...(weapon ? { weaponText: row.text('sub_event_type') } : {}),
    ...(deaths === undefined ? {} : { killed: { low: deaths, best: deaths, high: deaths } }),
    means: ['media'],
    ...partsText(
      [row.text('actor1'), row.text('actor2')].filter((actor) => actor !== '').join('; '),
      row.text('notes'),
      row.text('source')
    ),
    provenance: provenanceOf(
      options,
      { dataset: 'ACLED', licence: 'ACLED terms of use' },
      { id: row.needed('event_id_cnty', 'give the id of the event') }
    )
  }
}
