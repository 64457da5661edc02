import type { JsonObject } from '@truce/core/log'
import type { EntryKind } from '@truce/core/record'
import { useLanguage } from '../../../messages/index.ts'
import { useRecord } from '../use-record.ts'
import { NOW } from './entry-draft.ts'
import type { Field } from './entry-shape.ts'
import { fieldsOf } from './entry-shape.ts'

/** Instants that are most often the hour at which somebody writes. */
const MOST_OFTEN_NOW = new Set(['at', 'asOf', 'sentAt'])

/** What stands in the form of a kind at first: what is most often so, and what is likely here. */
export function useStart(kind: EntryKind, likely: JsonObject = {}): JsonObject {
  const { zone, writer } = useRecord()
  const language = useLanguage()
  const usual: JsonObject = { zone, language, precision: 'minute', means: ['saw'] }
  const own = [writer.party]
  const mine: JsonObject = { by: own, agreedBy: own, decidedBy: own }
  return { ...startOf(fieldsOf(kind), { ...usual, ...mine }), ...likely }
}

/** What is usual for the keys that a kind has, also within its parts. */
const startOf = (fields: readonly Field[], usual: JsonObject): JsonObject =>
  Object.fromEntries(
    fields.flatMap(({ key, needed, asked }) => {
      if (asked.as === 'group') return needed ? [[key, startOf(asked.fields, usual)]] : []
      if (asked.as === 'instant') return needed && MOST_OFTEN_NOW.has(key) ? [[key, NOW]] : []
      const value = usual[key]
      const isList = asked.as === 'words' || asked.as === 'choices'
      return value !== undefined && Array.isArray(value) === isList ? [[key, value]] : []
    })
  )
