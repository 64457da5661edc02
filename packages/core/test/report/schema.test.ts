import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outputJsonSchema, outputSchemas } from '../../src/report/output-schemas.ts'

const root = join(import.meta.dirname, '../../../..')
const expected = globSync('cases/**/expected/check.json', { cwd: root }).sort()
const read = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(root, path), 'utf8'))
const keeps = (document: unknown): boolean => outputSchemas.check.safeParse(document).success

/** Every object of the JSON Schema that describes keys. */
function closed(schema: unknown): readonly boolean[] {
  if (typeof schema !== 'object' || schema === null) return []
  const own =
    'properties' in schema && 'type' in schema
      ? [Reflect.get(schema, 'additionalProperties') === false]
      : []
  return [...own, ...Object.values(schema).flatMap(closed)]
}

describe('the schema of check', () => {
  it('has cases to be held against', () => expect(expected.length).toBeGreaterThan(5))
  it.each(expected)('describes %s', (path) => {
    expect(outputSchemas.check.safeParse(read(path)).error?.issues ?? []).toEqual([])
  })
  it('refuses an unknown key, at the top and further down', () => {
    const document = read('cases/panama-canal/1977/expected/check.json')
    expect(keeps(document)).toBe(true)
    expect(keeps({ ...document, surprise: 1 })).toBe(false)
    expect(
      keeps({ ...document, packages: { ...(document['packages'] as object), surprise: 1 } })
    ).toBe(false)
  })
  it('refuses counts that are numbers, and another command', () => {
    const document = read('cases/panama-canal/1977/expected/check.json')
    expect(keeps({ ...document, packages: { total: 1024, admissible: '1024', at: 0.5 } })).toBe(
      false
    )
    expect(keeps({ ...document, command: 'solve stability' })).toBe(false)
  })
  it('lets a case with errors have findings and a title, and nothing else', () => {
    const refused = { truce: { format: 1, version: '0.1.0' }, command: 'check', findings: [] }
    expect(keeps(refused)).toBe(true)
    expect(keeps({ ...refused, case: { title: 'T' } })).toBe(true)
    expect(keeps({ ...refused, proposals: {} })).toBe(false)
  })
})

describe.each(['check', 'solve-stability'] as const)('the JSON Schema of %s', (name) => {
  const schema = outputJsonSchema(name)
  it('is of draft 2020-12', () => {
    expect(schema).toMatchObject({ $schema: 'https://json-schema.org/draft/2020-12/schema' })
  })
  it('is closed throughout', () => {
    expect(closed(schema).length).toBeGreaterThan(20)
    expect(closed(schema)).not.toContain(false)
  })
  it('is the one that is published', () => {
    expect(read(`docs/reference/${name}.schema.json`), 'run `npm run docs`').toEqual(schema)
  })
})
