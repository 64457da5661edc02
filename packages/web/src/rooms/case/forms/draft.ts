import type { Range } from '@truce/core'
import { typed, written } from '../scale.ts'

/** What stands in a field while it is filled in: text, a list, or a map. */
export type Value = string | readonly Value[] | { readonly [key: string]: Value }

/** What stands in the fields of a form, by their keys. */
export type Draft = Readonly<Record<string, Value>>

/** The text in a value; nothing where it holds none. */
export const textOf = (value: Value | undefined): string => (typeof value === 'string' ? value : '')

/** The list in a value. */
export const listOf = (value: Value | undefined): readonly Value[] => (isList(value) ? value : [])

/** The texts of the list in a value. */
export const textsOf = (value: Value | undefined): readonly string[] => listOf(value).map(textOf)

/** The map in a value. */
export const mapOf = (value: Value | undefined): Draft =>
  typeof value === 'object' && !isList(value) ? value : {}

/** Whether nothing stands in a value. */
export function isEmpty(value: Value | undefined): boolean {
  if (value === undefined) return true
  if (typeof value === 'string') return value.trim() === ''
  return (isList(value) ? value : Object.values(value)).every(isEmpty)
}

/** The entries of the map in a value that say something. */
export const saidIn = (value: Value | undefined): Draft =>
  Object.fromEntries(Object.entries(mapOf(value)).filter(([, one]) => !isEmpty(one)))

const isList = (value: Value | undefined): value is readonly Value[] => Array.isArray(value)

/** A map as it is written in a case; undefined where something else stands. */
export function entriesOf(told: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof told === 'object' && told !== null && !Array.isArray(told)
    ? Object.fromEntries(Object.entries(told))
    : undefined
}

/** A scalar of a case as text; undefined where something else stands. */
export const scalarIn = (told: unknown): string | undefined =>
  typeof told === 'string' || typeof told === 'number' || typeof told === 'boolean'
    ? String(told)
    : undefined

/** The scalars of a list as texts, or the one that stands alone. */
export function scalarsIn(told: unknown): readonly string[] | undefined {
  const found = (Array.isArray(told) ? told : [told]).flatMap((one) => scalarIn(one) ?? [])
  return found.length === (Array.isArray(told) ? told.length : 1) ? found : undefined
}

/** The range whose three numbers stand in a value. */
export function rangeOf(value: Value | undefined): Range | undefined {
  const [low = '', mode = '', high = ''] = textsOf(value)
  return typed(low, mode, high)
}

/** A range as three texts, the middle one empty where it has no likely value. */
export const rangeTexts = ({ low, mode, high }: Range): readonly string[] => [
  String(low),
  mode === undefined ? '' : String(mode),
  String(high)
]

/** The range in a value as a case writes it. */
export function rangeWritten(value: Value | undefined): unknown {
  const range = rangeOf(value)
  return range && written(range)
}

/** A range of a case as three texts; undefined where scenarios decide between several. */
export function rangeRead(told: unknown): readonly string[] | undefined {
  const texts = scalarsIn(told)
  if (!texts || texts.length > 3) return undefined
  const [first = '', second, third] = texts
  if (second === undefined) return [first, '', first]
  return third === undefined ? [first, '', second] : [first, second, third]
}
