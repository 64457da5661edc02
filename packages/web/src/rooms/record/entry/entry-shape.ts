import type { EntryKind } from '@truce/core/record'
import { contentJsonSchema } from '@truce/core/record'

/** What a case or a record has several of, of which a form lets one choose. */
export type Choice =
  | 'party'
  | 'meeting'
  | 'channel'
  | 'withdrawal'
  | 'gate'
  | 'line'
  | 'overture'
  | 'rung'
  | 'deed'
  | 'incident.reported'
  | 'meeting.held'
  | 'message.sent'
  | 'minutes.written'

/** How a form asks for something that an entry holds. */
export type Asked =
  | { readonly as: 'word' | 'words'; readonly list: readonly string[] }
  | { readonly as: 'choice' | 'choices'; readonly of: Choice }
  | { readonly as: 'number'; readonly whole: boolean }
  | { readonly as: 'group' | 'many'; readonly fields: readonly Field[] }
  | {
      readonly as:
        | 'instant'
        | 'line'
        | 'prose'
        | 'lines'
        | 'yes-no'
        | 'tongues'
        | 'range'
        | 'files'
        | 'hash'
        | 'agenda'
        | 'entries'
        | 'own-name'
        | 'kept'
    }

/** One thing that entries of a kind hold. */
export interface Field {
  readonly key: string
  readonly needed: boolean
  readonly asked: Asked
}

interface Shape {
  readonly type?: string
  readonly enum?: readonly string[]
  readonly items?: Shape
  readonly pattern?: string
  readonly maxLength?: number
  readonly properties?: Readonly<Record<string, Shape>>
  readonly required?: readonly string[]
  readonly propertyNames?: object
}

const known = new Map<EntryKind, readonly Field[]>()

/**
 * What entries of a kind hold, in the order of its schema, as a form asks for it. A new kind needs
 * nothing here as long as its keys mean what they mean in other kinds.
 */
export function fieldsOf(kind: EntryKind): readonly Field[] {
  const found = known.get(kind) ?? fieldsIn(contentJsonSchema(kind))
  known.set(kind, found)
  return found
}

const fieldsIn = ({ properties = {}, required = [] }: Shape): readonly Field[] =>
  Object.entries(properties).map(([key, shape]) => ({
    key,
    needed: required.includes(key),
    asked: askedFor(key, shape)
  }))

/** Taken over as they are where an entry is corrected; no form asks for them. */
const KEPT = new Set(['zone', 'names', 'provenance', 'observedFrom', 'extent'])

/** Keys that name parties of the case, one or several. */
const PARTIES = new Set([
  'alleged',
  'by',
  'to',
  'of',
  'party',
  'absent',
  'refusedBy',
  'agreedBy',
  'decidedBy',
  'acceptedBy',
  'verifiedBy'
])

const OF_THE_CASE: readonly Choice[] = [
  'meeting',
  'channel',
  'withdrawal',
  'gate',
  'line',
  'overture',
  'rung'
]

/** Keys that name an entry of the record, and of what kind. */
const ENTRIES: Readonly<Record<string, Choice>> = {
  incident: 'incident.reported',
  with: 'incident.reported',
  meeting: 'meeting.held',
  held: 'meeting.held',
  message: 'message.sent',
  refersTo: 'message.sent',
  versions: 'minutes.written'
}

const SHORT = 1000

function askedFor(key: string, shape: Shape): Asked {
  const { type, items, properties, propertyNames } = shape
  if (KEPT.has(key)) return { as: 'kept' }
  if (key === 'sha256') return { as: 'hash' }
  if (key === 'exhibits') return { as: 'files' }
  if (key === 'agenda' || key === 'entries') return { as: key }
  if (key === 'id') return { as: 'own-name' }
  if (propertyNames) return { as: 'tongues' }
  if (type === 'boolean') return { as: 'yes-no' }
  if (type === 'integer' || type === 'number') return { as: 'number', whole: type === 'integer' }
  if (properties)
    return 'best' in properties ? { as: 'range' } : { as: 'group', fields: fieldsIn(shape) }
  if (type === 'array') return severalOf(key, items ?? {})
  if (shape.enum) return { as: 'word', list: shape.enum }
  const of = choiceOf(key, shape)
  return of ? { as: 'choice', of } : textOf(shape)
}

function severalOf(key: string, items: Shape): Asked {
  if (items.enum) return { as: 'words', list: items.enum }
  if (items.properties) return { as: 'many', fields: fieldsIn(items) }
  const of = choiceOf(key, items)
  if (of) return { as: 'choices', of }
  return items.type === 'string' && items.pattern === undefined ? { as: 'lines' } : { as: 'kept' }
}

/** A key names something of the case by a short word, and an entry by its longer id. */
function choiceOf(key: string, { pattern = '' }: Shape): Choice | undefined {
  if (pattern.startsWith('^(deliverable|')) return 'deed'
  if (pattern.includes('{5,63}')) return ENTRIES[key]
  if (!pattern.startsWith('^[a-z0-9]+(-')) return undefined
  return PARTIES.has(key) ? 'party' : OF_THE_CASE.find((one) => one === key)
}

function textOf({ pattern = '', maxLength = 0 }: Shape): Asked {
  if (pattern.includes('T\\d{2}')) return { as: 'instant' }
  return maxLength > SHORT ? { as: 'prose' } : { as: 'line' }
}
