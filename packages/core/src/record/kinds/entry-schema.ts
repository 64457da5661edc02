import { z } from 'zod'
import type { EntryKind } from './kinds.ts'
import { ENTRY_KINDS } from './kinds.ts'

/** A JSON Schema of what an entry of one kind holds. */
export function contentJsonSchema(kind: EntryKind): object {
  const { $schema: _, ...schema } = z.toJSONSchema(ENTRY_KINDS[kind], { unrepresentable: 'any' })
  return schema
}

/** The JSON Schema of lines for `truce record add`: a kind and what an entry of that kind holds. */
export function entryJsonSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'An entry of a record, as its author writes it',
    type: 'object',
    required: ['kind', 'content'],
    properties: {
      id: { type: 'string', pattern: '^[a-z0-9][a-z0-9-]{5,63}$' },
      audience: { type: 'array', items: { type: 'string' } },
      supersedes: { type: 'string' }
    },
    oneOf: (Object.keys(ENTRY_KINDS) as EntryKind[]).map((kind) => ({
      properties: { kind: { const: kind }, content: contentJsonSchema(kind) }
    }))
  }
}
