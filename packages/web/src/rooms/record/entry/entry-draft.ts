import type { JsonObject, JsonValue } from '@truce/core/log'
import { isJsonObject } from '@truce/core/log'
import { instantIn } from '../zone-time.ts'
import type { Asked, Field } from './entry-shape.ts'

/** What stands in a form: the texts of its inputs, its ticks, its lists and its parts. */
export type Draft = string | boolean | readonly Draft[] | DraftGroup

/** What stands in a part of a form. */
export interface DraftGroup {
  readonly [key: string]: Draft | undefined
}

/** In the place of an instant: the hour at which the form is sent. */
export const NOW = 'now'

/** What a draft is read by: the clocks it was written by, and the hour. */
export interface Reading {
  readonly zone: string
  readonly now: number
}

const isGroup = (draft: Draft | undefined): draft is DraftGroup =>
  typeof draft === 'object' && !Array.isArray(draft)

/** A part of a draft as a group; an empty one where there is none yet. */
export const groupOf = (draft: Draft | undefined): DraftGroup => (isGroup(draft) ? draft : {})

/** A part of a draft as a list. */
export const listOf = (draft: Draft | undefined): readonly Draft[] =>
  Array.isArray(draft) ? draft : []

/** A part of a draft as text. */
export const wordsOf = (draft: Draft | undefined): string =>
  typeof draft === 'string' ? draft : ''

/**
 * What a form says as the content of an entry. What was left empty is left out; what cannot be read
 * is handed on as it was typed, so that the record's own door says what is wrong with it, and where.
 */
export function contentOf(
  fields: readonly Field[],
  draft: DraftGroup,
  reading: Reading
): JsonObject {
  const content = Object.fromEntries(
    fields.flatMap(({ key, needed, asked }) => {
      const value = valueIn({ asked, needed }, draft[key], reading)
      return value === undefined ? [] : [[key, value]]
    })
  )
  const { language, ...rest } = content
  // A language is that of a text: of none where there is none.
  const speaks = fields.some(({ key, needed }) => key === 'text' && !needed)
  return language !== undefined && speaks && rest['text'] === undefined ? rest : content
}

type Wanted = Pick<Field, 'asked' | 'needed'>

function valueIn(
  { asked, needed }: Wanted,
  draft: Draft | undefined,
  reading: Reading
): JsonValue | undefined {
  const text = wordsOf(draft)
  switch (asked.as) {
    case 'group': {
      const content = contentOf(asked.fields, groupOf(draft), reading)
      return needed || Object.keys(content).length > 0 ? content : undefined
    }
    case 'many':
    case 'files': {
      const fields = asked.as === 'many' ? asked.fields : FILE_FIELDS
      const all = listOf(draft).map((one) => contentOf(fields, groupOf(one), reading))
      return orNothing(all, needed)
    }
    case 'words':
    case 'choices':
    case 'entries':
      return orNothing(listOf(draft).map(wordsOf).filter(Boolean), needed)
    case 'lines':
      return orNothing(linesOf(text), needed)
    case 'agenda':
      return orNothing(agendaOf(groupOf(draft)), needed)
    case 'tongues':
      return textsOf(listOf(draft).map(groupOf))
    case 'yes-no':
      return draft === true ? true : needed ? false : undefined
    default:
      return text === '' ? undefined : readText(asked, text, reading)
  }
}

/** What is known of a file: its hash, its name and what it shows. */
const FILE_FIELDS: readonly Field[] = ['sha256', 'name', 'about'].map((key) => ({
  key,
  needed: key === 'sha256',
  asked: { as: 'line' }
}))

const linesOf = (text: string): readonly string[] =>
  text.split('\n').filter((line) => line.trim() !== '')

/** Points as they are put, then incidents that are to be talked about. */
const agendaOf = ({ points, incidents }: DraftGroup): readonly JsonValue[] => [
  ...linesOf(wordsOf(points)),
  ...listOf(incidents).map((id) => ({ incident: wordsOf(id) }))
]

const orNothing = (all: readonly JsonValue[], needed: boolean): JsonValue | undefined =>
  needed || all.length > 0 ? [...all] : undefined

function textsOf(all: readonly DraftGroup[]): JsonValue | undefined {
  const said = all.filter((one) => wordsOf(one['text']) !== '')
  if (said.length === 0) return undefined
  return Object.fromEntries(said.map((one) => [wordsOf(one['language']), wordsOf(one['text'])]))
}

function readText(asked: Asked, text: string, { zone, now }: Reading): JsonValue {
  if (asked.as === 'number') return Number.isFinite(Number(text)) ? Number(text) : text
  if (asked.as === 'range') return rangeIn(text)
  if (asked.as === 'kept') return JSON.parse(text)
  if (asked.as !== 'instant') return text
  if (text === NOW) return new Date(now).toISOString()
  // One that was recorded, and was not changed in the form, is kept to the millisecond.
  if (text.endsWith('Z')) return text
  const at = instantIn(text, zone)
  return at === undefined ? text : new Date(at).toISOString()
}

/** One number, or fewest, most likely and most. */
function rangeIn(text: string): JsonValue {
  const [low, best, high, ...rest] = text.split('-').map((one) => Number(one.trim() || Number.NaN))
  if (low === undefined || rest.length > 0 || Number.isNaN(low + (best ?? 0) + (high ?? 0)))
    return text
  if (best === undefined) return { low, best: low, high: low }
  return high === undefined ? text : { low, best, high }
}

/** A content as it stands in a form, to be corrected there. */
export function draftOf(fields: readonly Field[], content: JsonObject): DraftGroup {
  return Object.fromEntries(
    fields.flatMap(({ key, asked }) => {
      const value = content[key]
      return value === undefined ? [] : [[key, draftIn(asked, value)]]
    })
  )
}

function draftIn(asked: Asked, value: JsonValue): Draft {
  const list = Array.isArray(value) ? value : []
  const group = isJsonObject(value) ? value : {}
  switch (asked.as) {
    case 'group':
      return draftOf(asked.fields, group)
    case 'many':
      return list.map((one) => draftOf(asked.fields, isJsonObject(one) ? one : {}))
    case 'files':
      return list.map((one) => draftOf(FILE_FIELDS, isJsonObject(one) ? one : {}))
    case 'words':
    case 'choices':
    case 'entries':
      return list.map(String)
    case 'agenda':
      return {
        points: list.filter((one) => typeof one === 'string').join('\n'),
        incidents: list.flatMap((one) => (isJsonObject(one) ? [String(one['incident'])] : []))
      }
    case 'lines':
      return list.join('\n')
    case 'tongues':
      return Object.entries(group).map(([language, text]) => ({ language, text: String(text) }))
    case 'yes-no':
      return value === true
    case 'range':
      return group['low'] === group['high']
        ? String(group['best'])
        : [group['low'], group['best'], group['high']].join('-')
    case 'kept':
      return JSON.stringify(value)
    default:
      return String(value)
  }
}
