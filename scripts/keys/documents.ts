// Tables of keys for docs/reference/output.md, made from the schemas of the documents.
import { type Documented, outputJsonSchema } from '@truce/core/report/schema'
import { followed, type Schema, schemaAt } from './schema.ts'

/** Between a comment that says which keys, and one that says where they end. */
const MARKED = /(<!-- keys of ([a-z-]+)((?:\.[A-Za-z*]+)*) -->\n)[\s\S]*?(<!-- end of keys -->)/g

/** Keys of every document: the page tells them once, by hand. */
const SHARED = ['truce', 'command', 'findings', 'case']

/**
 * The page with its tables made anew. `<!-- keys of check.proposals.* -->` stands for the keys of
 * each proposal in the document of `check`; `*` is what a map or list holds. Throws where a key has
 * no description in the schema.
 */
export function withKeys(page: string): string {
  return page.replace(MARKED, (_, begin: string, name: string, path: string, end: string) => {
    const root = outputJsonSchema(name as Documented) as Schema
    return `${begin}${table(root, path.split('.').slice(1))}\n${end}`
  })
}

function table(root: Schema, path: readonly string[]): string {
  const { properties, required = [] } = schemaAt(root, path)
  if (!properties) throw new Error(`${path.join('.')} has no keys`)
  const rows = Object.entries(properties)
    .filter(([key]) => !SHARED.includes(key))
    .map(([key, schema]) => {
      const type = typeOf(schema, root) + (required.includes(key) ? '' : ', may be left out')
      return `| \`${key}\` | ${type} | ${said(key, schema)} |`
    })
  return ['| key | type | what it holds |', '| --- | --- | --- |', ...rows].join('\n')
}

function said(key: string, { description }: Schema): string {
  if (description === undefined) throw new Error(`${key} has no description in its schema`)
  return description
}

/** A type in words. */
function typeOf(written: Schema, root: Schema): string {
  const schema = followed(written, root)
  const { anyOf, items, additionalProperties: content } = schema
  if (anyOf) return [...new Set(anyOf.map((one) => typeOf(one, root)))].join(' or ')
  if (schema.enum) return schema.enum.map((word) => `\`${word}\``).join(', ')
  if (schema.const !== undefined) return `\`${schema.const}\``
  if (items) return `list of ${plural(typeOf(items, root))}`
  if (typeof content === 'object') return `map of ${plural(typeOf(content, root))}`
  return [schema.type ?? 'any']
    .flat()
    .map((type) => PLAIN[type] ?? type)
    .join(' or ')
}

const PLAIN: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: '`true` or `false`',
  null: '`null`',
  object: 'map',
  array: 'list'
}

const plural = (type: string): string =>
  type.replace(/^(?:text|number|whole number|map|list)\b/, '$&s')
