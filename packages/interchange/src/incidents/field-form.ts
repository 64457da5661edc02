import { CEASEFIRE_ACTS, WEAPONS } from '@truce/core/model'
import {
  COUNTED,
  FIRE_DIRECTIONS,
  OBSERVATION_MEANS,
  OTHER_INCIDENTS,
  RESTRICTIONS
} from '@truce/core/record'
import type { IncidentContent, IncidentDrafts, IncidentImport, RowRead } from './draft.ts'
import { partsText, provenanceOf, RowReader } from './draft.ts'
import type { RowCells } from './row-cells.ts'

/** The fields without which a submission is none of our form. */
export const FORM_COLUMNS = ['occurred_at', 'category']

const PRECISIONS = ['minute', 'hour', 'day', 'week', 'month', 'unknown'] as const
const CATEGORIES = [...CEASEFIRE_ACTS, ...OTHER_INCIDENTS] as const

/** What a review in Kobo or ODK Central calls a submission that is not to be used. */
const REJECTED = new Set(['validation_status_not_approved', 'not approved', 'rejected'])

/** Submissions of the form that `incidentForm` makes, from KoboToolbox or ODK, as JSON or CSV. */
export function formDrafts(rows: readonly RowCells[], options: IncidentImport): IncidentDrafts {
  const reader = new RowReader()
  let rejected = 0
  for (const row of rows)
    reader.row(row, () => {
      const review = row.text('_validation_status') || row.text('reviewstate')
      if (!REJECTED.has(review.toLowerCase())) return submission(row, options)
      rejected += 1
      return undefined
    })
  return reader.done([
    'a field that was left empty is absent, and no 0',
    ...(rejected > 0 ? [`left out, for their review rejected them: ${rejected}`] : [])
  ])
}

function submission(row: RowCells, options: IncidentImport): RowRead {
  const at = instantIn(row, 'occurred_at') ?? row.refuse('occurred_at', 'say when it happened')
  const until = instantIn(row, 'occurred_until')
  if (until !== undefined && until < at) row.refuse('occurred_until', 'it is before occurred_at')
  const category = oneOf(row, 'category', CATEGORIES)
  if (category === undefined) return row.refuse('category', 'say what it was')
  const weaponText = row.text('weapon_text')
  const language = row.text('language')
  const from = pointIn(row, 'observed_from')
  const [killed, injured] = [
    row.triple('killed_low', 'killed_best', 'killed_high'),
    row.triple('injured_low', 'injured_best', 'injured_high')
  ]
  const weapon = oneOf(row, 'weapon', WEAPONS)
  const restriction = oneOf(row, 'restriction', RESTRICTIONS)
  const alleged = row.text('alleged')
  return {
    occurred: {
      at,
      precision: oneOf(row, 'occurred_precision', PRECISIONS) ?? 'unknown',
      ...(until === undefined ? {} : { until }),
      ...(options.zone === undefined ? {} : { zone: options.zone })
    },
    place: placeIn(row),
    category,
    ...(weapon === undefined ? {} : { weapon }),
    ...(weaponText === '' ? {} : { weaponText: weaponText.slice(0, 300) }),
    ...observedIn(row),
    ...(killed === undefined ? {} : { killed }),
    ...(injured === undefined ? {} : { injured }),
    ...(alleged === '' ? {} : { alleged }),
    ...(restriction === undefined ? {} : { restriction }),
    ...(from.lon === undefined ? {} : { observedFrom: from }),
    means: meansIn(row),
    ...partsText(row.text('text')),
    ...(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(language) ? { language } : {}),
    provenance: provenanceOf(options, { dataset: 'field form' }, { id: idOf(row) })
  }
}

const idOf = (row: RowCells): string =>
  row.text('_uuid') ||
  row.text('__id') ||
  row.text('key') ||
  row.text('meta-instanceid') ||
  row.text('_id') ||
  `line ${row.line}`

/** An instant with its offset, as forms write it; without one nobody knows which hour was meant. */
function instantIn(row: RowCells, field: string): string | undefined {
  const found = row.text(field)
  if (found === '') return undefined
  const [, local = '', seconds = ':00', offset = ''] =
    /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.exec(found) ?? []
  const zone = offset.length === 5 ? `${offset.slice(0, 3)}:${offset.slice(3)}` : offset
  const instant = new Date(`${local}${seconds.slice(0, 7)}${zone}`)
  return local === '' || Number.isNaN(instant.getTime())
    ? row.refuse(field, 'give a time with its offset, such as 2024-05-01T12:30:00.000+03:00')
    : instant.toISOString()
}

function oneOf<const T extends string>(
  row: RowCells,
  field: string,
  among: readonly T[]
): T | undefined {
  const found = row.text(field)
  if (found === '') return undefined
  return among.find((one) => one === found) ?? row.refuse(field, `give one of ${among.join(', ')}`)
}

function placeIn(row: RowCells): IncidentContent['place'] {
  const [name, area] = [row.text('place_name'), row.text('area')]
  return {
    ...pointIn(row, 'place'),
    ...(name === '' ? {} : { name: name.slice(0, 300) }),
    ...(area === '' ? {} : { area: area.slice(0, 120) })
  }
}

interface Point {
  readonly lon?: number
  readonly lat?: number
  readonly within?: number
}

/**
 * A point as XLSForm writes it (latitude, longitude, altitude and accuracy with spaces between), or
 * in columns of its own. An accuracy of 0 is that of a point put on the map by hand: not known.
 */
function pointIn(row: RowCells, field: string): Point {
  const found = row.text(field)
  if (found !== '') {
    const [lat, lon, , accuracy = 0] = found.split(/\s+/).map(Number)
    return pointOf(row, field, [lon ?? Number.NaN, lat ?? Number.NaN, accuracy])
  }
  for (const [before, names] of [
    [`_${field}_`, ['longitude', 'latitude', 'precision']],
    [`${field}-`, ['longitude', 'latitude', 'accuracy']]
  ] as const) {
    const [lon = '', lat = '', accuracy = ''] = names.map((name) => row.text(`${before}${name}`))
    if (lon !== '' && lat !== '')
      return pointOf(row, `${before}longitude`, [Number(lon), Number(lat), Number(accuracy || 0)])
  }
  return {}
}

function pointOf(
  row: RowCells,
  field: string,
  [lon, lat, accuracy]: readonly [number, number, number]
): Point {
  if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
    return row.refuse(field, 'give latitude and longitude in degrees')
  return { lon, lat, ...(accuracy > 0 && accuracy < 2_000_000 ? { within: accuracy } : {}) }
}

function observedIn(row: RowCells): Pick<RowRead, 'observed'> {
  const count = row.whole('observed_count')
  if (count === undefined) return {}
  const of = oneOf(row, 'observed_of', COUNTED)
  if (of === undefined) return row.refuse('observed_of', 'say of what there were so many')
  const direction = oneOf(row, 'direction', FIRE_DIRECTIONS)
  return {
    observed: {
      count,
      of,
      ...(row.text('observed_about') === 'yes' ? { about: true } : {}),
      ...(direction === undefined ? {} : { direction })
    }
  }
}

const meansIn = (row: RowCells): IncidentContent['means'] =>
  row
    .text('means')
    .split(/\s+/)
    .filter((word) => word !== '')
    .map(
      (word) =>
        OBSERVATION_MEANS.find((one) => one === word) ??
        row.refuse('means', `give some of ${OBSERVATION_MEANS.join(', ')}`)
    )
