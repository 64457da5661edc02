import { RowCells } from './row-cells.ts'

/** The text is no list of submissions. */
export class NoSubmissions extends Error {}

type Json = Readonly<Record<string, unknown>>

const isJson = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Submissions of KoboToolbox (`results`) or ODK Central (`value`), or a list of them, as rows: groups
 * are taken apart, and each field goes by its own name. Throws `NoSubmissions`.
 */
export function submissionRows(text: string): readonly RowCells[] {
  const read = parsed(text)
  const list = Array.isArray(read)
    ? read
    : isJson(read)
      ? (read['results'] ?? read['value'])
      : undefined
  if (!Array.isArray(list))
    throw new NoSubmissions(
      'it is no list of submissions: export them from KoboToolbox or ODK as JSON or CSV'
    )
  return list.map((one: unknown, at) => {
    if (!isJson(one)) throw new NoSubmissions(`entry ${at + 1} of the list is no submission`)
    return new RowCells(at + 1, flat(one))
  })
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    throw new NoSubmissions(
      `the JSON cannot be read (${error instanceof Error ? error.message : String(error)}): export it again`
    )
  }
}

function flat(one: Json): Readonly<Record<string, string>> {
  const cells: Record<string, string> = {}
  for (const [key, value] of Object.entries(one)) {
    const name = fieldName(key)
    if (value === null || value === undefined) continue
    if (isJson(value) && value['type'] === 'Point') cells[name] = pointText(value)
    else if (isJson(value) && typeof value['uid'] === 'string') cells[name] = value['uid']
    else if (isJson(value)) Object.assign(cells, flat(value))
    else if (!Array.isArray(value)) cells[name] = String(value)
  }
  return cells
}

/** A field by its own name, without the groups it is in: `group/field`. */
export const fieldName = (key: string): string => {
  const own = key
    .slice(key.lastIndexOf('/') + 1)
    .trim()
    .toLowerCase()
  return own
}

/** A point of GeoJSON as XLSForm writes it. */
function pointText({ coordinates, properties }: Json): string {
  if (!Array.isArray(coordinates)) return ''
  const [lon, lat, altitude = 0] = coordinates
  const accuracy = isJson(properties) ? (properties['accuracy'] ?? 0) : 0
  return `${lat} ${lon} ${altitude ?? 0} ${accuracy}`
}
