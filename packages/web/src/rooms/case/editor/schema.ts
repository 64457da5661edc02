import type { Cursor } from './cursor.ts'

/** A JSON Schema, as far as completion looks at it. */
export interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly type?: string | readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema | boolean
  readonly prefixItems?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
}

/** Something that may be written at the cursor. */
export interface Offer {
  readonly label: string
  readonly kind: 'key' | 'value'
  /** What must be there, before what may be. */
  readonly required: boolean
}

/**
 * What the schema allows at the cursor: keys that are not there yet, and the values of
 * enumerations.
 */
export function offers(root: Schema, { path, may, taken }: Cursor): readonly Offer[] {
  const holders = schemasAt(root, path)
  const keys = may === 'value' ? [] : holders.flatMap((schema) => keyOffers(schema, root))
  const values = may === 'key' ? [] : holders.flatMap((schema) => valueOffers(schema))
  const first = new Map<string, Offer>()
  for (const offer of [...keys.filter(({ label }) => !taken.includes(label)), ...values])
    if (!first.has(offer.label)) first.set(offer.label, offer)
  return [...first.values()]
}

/** The schemas that may hold at a path, alternatives spread out. */
export function schemasAt(root: Schema, path: readonly string[]): readonly Schema[] {
  let current = spread(root, root)
  for (const step of path)
    current = current
      .flatMap((schema) => below(schema, step))
      .flatMap((schema) => spread(schema, root))
  return current
}

function below(schema: Schema, step: string): readonly Schema[] {
  const named = schema.properties?.[step]
  if (named && Object.keys(named).length > 0) return [named]
  if (/^\d+$/.test(step)) {
    const item = schema.prefixItems?.[Number(step)] ?? schema.items
    if (typeof item === 'object') return [item]
  }
  return typeof schema.additionalProperties === 'object' ? [schema.additionalProperties] : []
}

function spread(schema: Schema, root: Schema): readonly Schema[] {
  if (schema.$ref !== undefined) {
    const target = root.$defs?.[schema.$ref.split('/').at(-1) ?? '']
    return target ? spread(target, root) : []
  }
  return schema.anyOf ? [schema, ...schema.anyOf.flatMap((one) => spread(one, root))] : [schema]
}

function keyOffers(schema: Schema, root: Schema): readonly Offer[] {
  const names = schema.propertyNames
    ? spread(schema.propertyNames, root).flatMap(({ enum: members = [] }) => members)
    : []
  const keys = [...Object.keys(schema.properties ?? {}), ...names.map(String)].filter(
    (key) => key !== 'note'
  )
  const required = new Set(schema.required ?? [])
  return keys.map((label) => ({ label, kind: 'key', required: required.has(label) }))
}

function valueOffers(schema: Schema): readonly Offer[] {
  const members =
    schema.enum ??
    (schema.const === undefined ? (schema.type === 'boolean' ? [true, false] : []) : [schema.const])
  return members.map((label) => ({ label: String(label), kind: 'value', required: false }))
}
