// Values that a published schema lets through, or nearly so. Written from JSON Schema's own text.
import fc from 'fast-check'
import { character } from '../../core/test/character.ts'
import type { Description } from './contract.ts'

type Schema = Readonly<Record<string, unknown>>

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null
const list = (value: unknown): readonly Schema[] =>
  Array.isArray(value) ? value.filter(isSchema) : []
const bound = (value: unknown, otherwise: number): number =>
  typeof value === 'number' && Math.abs(value) < 1e9 ? value : otherwise

/** How deep a value may go before it is cut short. */
const DEEPEST = 5

/** Texts that have broken something somewhere. */
const NASTY = [
  ...[
    '',
    ' ',
    '\u0000',
    '\ud800',
    '..',
    '../../etc/passwd',
    '%00',
    '%2e%2e%2f',
    "'; DROP TABLE x; --"
  ],
  ...[
    '__proto__',
    'constructor',
    '<script>',
    'é'.normalize('NFD'),
    '𝔘',
    'a'.repeat(3000),
    '-1',
    '1e309',
    'NaN'
  ]
]
export const nasty = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: character, maxLength: 30 })
)

/** A value that fits a schema, as far as this reads it. */
export function fitting(schema: Schema, whole: Description, depth = 0): fc.Arbitrary<unknown> {
  const ref = typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
  if (ref !== undefined) {
    const found = whole.components.schemas[ref]
    return isSchema(found) && depth < DEEPEST * 2
      ? fitting(found, whole, depth + 1)
      : fc.constant(null)
  }
  if ('const' in schema) return fc.constant(schema['const'])
  if (Array.isArray(schema['enum'])) return fc.constantFrom(...schema['enum'])
  const any = [...list(schema['anyOf']), ...list(schema['oneOf'])]
  if (any.length > 0) return fc.oneof(...any.map((one) => fitting(one, whole, depth + 1)))
  const all = list(schema['allOf'])
  if (all[0]) return fitting({ ...all[0], ...all[1] }, whole, depth + 1)
  const { type } = schema
  if (Array.isArray(type))
    return fc.oneof(...type.map((one) => fitting({ ...schema, type: one }, whole, depth)))
  return ofType(schema, whole, depth)
}

function ofType(schema: Schema, whole: Description, depth: number): fc.Arbitrary<unknown> {
  switch (schema['type']) {
    case 'string':
      return textOf(schema)
    case 'integer':
      return fc.integer({
        min: bound(schema['minimum'], -10),
        max: Math.max(bound(schema['minimum'], -10), bound(schema['maximum'], 1000))
      })
    case 'number':
      return fc.double({
        min: bound(schema['minimum'], -1e6),
        noNaN: true,
        noDefaultInfinity: true
      })
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array': {
      const items = isSchema(schema['items']) ? schema['items'] : {}
      const minLength = bound(schema['minItems'], 0)
      return fc.array(fitting(items, whole, depth + 1), {
        minLength,
        maxLength: Math.max(minLength, depth > DEEPEST ? 0 : 3)
      })
    }
    case 'object':
      return objectOf(schema, whole, depth)
    default:
      return fc.jsonValue({ maxDepth: 2 })
  }
}

function objectOf(schema: Schema, whole: Description, depth: number): fc.Arbitrary<unknown> {
  const properties = isSchema(schema['properties']) ? Object.entries(schema['properties']) : []
  const model = Object.fromEntries(
    properties.map(([name, one]) => [name, fitting(isSchema(one) ? one : {}, whole, depth + 1)])
  )
  const required = Array.isArray(schema['required']) ? schema['required'].map(String) : []
  return fc.record(model, { requiredKeys: required.filter((name) => name in model) })
}

function textOf(schema: Schema): fc.Arbitrary<string> {
  const { pattern, format } = schema
  if (format === 'date-time') return fc.constant('2024-06-01T12:00:00.000Z')
  if (format === 'email') return fc.constant('somebody@un.example')
  if (typeof pattern === 'string')
    try {
      return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'xsmall' })
    } catch {
      return fc.string()
    }
  const minLength = bound(schema['minLength'], 0)
  return fc.string({
    minLength,
    maxLength: Math.max(minLength, Math.min(bound(schema['maxLength'], 20), 40)),
    unit: 'grapheme'
  })
}

/** The same with something changed that should not be so. */
export function broken(schema: Schema, whole: Description): fc.Arbitrary<unknown> {
  const spoiled = fc
    .tuple(fitting(schema, whole), fc.nat(), fc.oneof(fc.jsonValue({ maxDepth: 3 }), nasty))
    .map(([value, place, wrong]) => {
      if (!isSchema(value)) return wrong
      const names = [...Object.keys(value), 'extra']
      return { ...value, [names[place % names.length] ?? 'extra']: wrong }
    })
  return fc.oneof(spoiled, fc.jsonValue({ maxDepth: 3 }))
}
