import type { JsonObject, JsonValue } from '@truce/core/log'
import { isJsonObject } from '@truce/core/log'
import type { EntryKind } from '@truce/core/record'
import type { RecordWords } from '../use-record.ts'
import { entryWords, optionsOf } from './choices.ts'
import type { Asked, Choice, Field } from './entry-shape.ts'
import { fieldLabel, listedWord } from './field-words.ts'

/** What an entry holds under one of its keys, in words. */
export interface Fact {
  readonly label: string
  readonly said: string
}

interface Within {
  readonly kind: EntryKind
  readonly fields: readonly Field[]
  readonly path?: string
}

/** What an entry holds, key by key, in the words of its reader. */
export function factsOf(
  record: RecordWords,
  { kind, fields, path = '' }: Within,
  content: JsonObject
): readonly Fact[] {
  return fields.flatMap(({ key, asked }): readonly Fact[] => {
    const value = content[key]
    if (value === undefined || key === 'zone') return []
    const at = path === '' ? key : `${path}.${key}`
    if (asked.as === 'group' && isJsonObject(value))
      return factsOf(record, { kind, fields: asked.fields, path: at }, value)
    const said = saidOf(record, { key, asked, kind, at }, value)
    return said === '' ? [] : [{ label: fieldLabel(record, kind, at), said }]
  })
}

interface Valued {
  readonly key: string
  readonly asked: Asked
  readonly kind: EntryKind
  readonly at: string
}

function saidOf(record: RecordWords, of: Valued, value: JsonValue): string {
  const { key, asked, kind, at } = of
  if (Array.isArray(value) && asked.as !== 'kept' && asked.as !== 'many' && asked.as !== 'files')
    return value.map((one) => saidOf(record, of, one)).join(', ')
  if (asked.as === 'word' || asked.as === 'words') return listedWord(record, key, String(value))
  if (asked.as === 'choice' || asked.as === 'choices')
    return nameOf(record, asked.of, String(value))
  if (asked.as === 'instant') return record.time(String(value))
  if (asked.as === 'yes-no') return record.t(`record.field.${value === true ? 'yes' : 'no'}`)
  if (asked.as === 'many' && Array.isArray(value))
    return value
      .map((one) =>
        factsOf(record, { kind, fields: asked.fields, path: at }, isJsonObject(one) ? one : {})
          .map(({ label, said }) => `${label}: ${said}`)
          .join(', ')
      )
      .join('; ')
  if (asked.as === 'range' && isJsonObject(value))
    return value['low'] === value['high']
      ? String(value['best'])
      : `${value['best']} (${value['low']}-${value['high']})`
  if (asked.as === 'tongues' && isJsonObject(value)) return Object.values(value).join(' / ')
  if (asked.as === 'files' || asked.as === 'kept') return ''
  return String(value)
}

function nameOf(record: RecordWords, of: Choice, id: string): string {
  if (of === 'party') return record.party(id)
  const entry = of.includes('.') ? record.view.fold.state.entry(id) : undefined
  if (entry) return entryWords(record, entry)
  return optionsOf(record, of).find(({ value }) => value === id)?.label ?? id
}
