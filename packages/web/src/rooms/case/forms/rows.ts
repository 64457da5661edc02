import type { LonLat } from '@truce/core/geo'
import { placeIn } from '../../../ui/coordinates.ts'
import type { Draft, Value } from './draft.ts'
import { entriesOf, isEmpty, listOf, mapOf, saidIn, textOf } from './draft.ts'
import type { Kind } from './kinds.ts'
import type { About, FieldSpec } from './spec.ts'

/** How the fields of a row are handled: like those of a form. */
interface Within {
  readonly kindOf: (field: FieldSpec) => Kind
  readonly problemOf: (field: FieldSpec, draft: Draft, about: About) => string | undefined
}

/** A list of entries that have fields of their own: the rows of a field. */
export const rowsKind = ({ kindOf, problemOf }: Within): Kind => ({
  problem: (value, field, about) => {
    for (const [place, row] of rowsIn(value).entries())
      for (const part of field.parts ?? []) {
        const wrong = problemOf(part, row, about)
        if (wrong !== undefined)
          return about.say('forms.rows.problem', { number: place + 1, problem: wrong })
      }
    return undefined
  },
  written: (value, field, about) =>
    rowsIn(value).map((row) =>
      Object.fromEntries(
        (field.parts ?? []).flatMap((part) => {
          const said = row[part.key]
          return said === undefined || isEmpty(said)
            ? []
            : [[part.key, kindOf(part).written(said, part, about)] as const]
        })
      )
    ),
  read: (told, about, field) => {
    if (!Array.isArray(told)) return undefined
    const rows = told.map((one: unknown) => rowRead(one, field.parts ?? [], [kindOf, about]))
    return rows.some((row) => row === undefined) ? undefined : rows.flatMap((row) => row ?? [])
  }
})

/** The rows in which something was filled in. */
const rowsIn = (value: Value): readonly Draft[] =>
  listOf(value)
    .map(mapOf)
    .filter((row) => !isEmpty(row))

/** A row as its fields show it; undefined where it says more than they can. */
function rowRead(
  told: unknown,
  parts: readonly FieldSpec[],
  [kindOf, about]: readonly [Within['kindOf'], About]
): Draft | undefined {
  const entries = entriesOf(told)
  if (!entries) return undefined
  const row: Record<string, Value> = {}
  for (const [key, one] of Object.entries(entries)) {
    const part = parts.find((field) => field.key === key)
    const read = part && kindOf(part).read(one, about, part)
    if (read === undefined) return undefined
    row[key] = read
  }
  return row
}

/** A place for each of some, latitude first as people write it; a case has the longitude first. */
export const placesKind: Kind = {
  problem: (value, _, { say }) =>
    Object.values(saidIn(value)).every((one) => placeIn(textOf(one)) !== undefined)
      ? undefined
      : say('forms.problem.place'),
  written: (value) =>
    Object.fromEntries(
      Object.entries(saidIn(value)).map(([id, one]) => [id, placeIn(textOf(one))])
    ),
  read: (told) => {
    const entries = Object.entries(entriesOf(told) ?? {})
    const read = entries.flatMap(([id, one]) => {
      const place = lonLatIn(one)
      return place ? [[id, `${place[1]}, ${place[0]}`] as const] : []
    })
    return read.length === entries.length ? Object.fromEntries(read) : undefined
  }
}

function lonLatIn(told: unknown): LonLat | undefined {
  const [lon, lat]: readonly unknown[] = Array.isArray(told) ? told : []
  return typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : undefined
}
