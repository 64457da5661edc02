/** A JSON Schema as far as these tests look into it. */
export type Schema = boolean | { readonly [keyword: string]: unknown }

type Check = (
  value: unknown,
  argument: unknown,
  schema: Readonly<Record<string, unknown>>,
  root: Schema
) => boolean

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const list = (value: unknown): readonly Schema[] => value as readonly Schema[]
const keysOf = (value: unknown): readonly string[] => Object.keys(value as object)

function isOfType(value: unknown, type: unknown): boolean {
  if (Array.isArray(type)) return type.some((one) => isOfType(value, one))
  if (type === 'integer') return Number.isInteger(value)
  if (type === 'array') return Array.isArray(value)
  return type === 'object' ? isMap(value) : type === 'null' ? value === null : typeof value === type
}

function knownKeys(schema: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  return new Set(keysOf(schema['properties'] ?? {}))
}

/**
 * The keywords of draft 2020-12 that the generated schemas use; a word that is not here fails,
 * rather than being passed over.
 */
const CHECKS: Readonly<Record<string, Check>> = {
  $schema: () => true,
  title: () => true,
  $defs: () => true,
  $ref: (value, ref, _, root) => fits(value, resolve(root, String(ref)), root),
  type: (value, type) => isOfType(value, type),
  const: (value, wanted) => value === wanted,
  enum: (value, members) => (members as readonly unknown[]).includes(value),
  anyOf: (value, options, _, root) => list(options).some((one) => fits(value, one, root)),
  minimum: (value, least) => typeof value !== 'number' || value >= Number(least),
  maximum: (value, most) => typeof value !== 'number' || value <= Number(most),
  pattern: (value, pattern) =>
    typeof value !== 'string' || new RegExp(String(pattern), 'u').test(value),
  // by the standard, of what stands behind the places of `prefixItems`
  items: (value, one, schema, root) =>
    !Array.isArray(value) ||
    value
      .slice(list(schema['prefixItems'] ?? []).length)
      .every((item) => fits(item, one as Schema, root)),
  prefixItems: (value, items, _, root) =>
    !Array.isArray(value) ||
    list(items).every((one, index) => index >= value.length || fits(value[index], one, root)),
  contains: (value, one, _, root) =>
    !Array.isArray(value) || value.some((item) => fits(item, one as Schema, root)),
  minItems: (value, least) => !Array.isArray(value) || value.length >= Number(least),
  maxItems: (value, most) => !Array.isArray(value) || value.length <= Number(most),
  minProperties: (value, least) => !isMap(value) || keysOf(value).length >= Number(least),
  required: (value, keys) =>
    !isMap(value) || (keys as readonly string[]).every((key) => key in value),
  properties: (value, properties, _, root) =>
    !isMap(value) ||
    Object.entries(properties as Record<string, Schema>).every(
      ([key, one]) => !(key in value) || fits(value[key], one, root)
    ),
  additionalProperties: (value, one, schema, root) =>
    !isMap(value) ||
    keysOf(value).every(
      (key) => knownKeys(schema).has(key) || fits(value[key], one as Schema, root)
    ),
  propertyNames: (value, one, _, root) =>
    !isMap(value) || keysOf(value).every((key) => fits(key, one as Schema, root)),
  dependentRequired: (value, needs) =>
    !isMap(value) ||
    Object.entries(needs as Record<string, string[]>).every(
      ([key, others]) => !(key in value) || others.every((other) => other in value)
    )
}

function resolve(root: Schema, ref: string): Schema {
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((node, step) => (node as Record<string, unknown>)[step], root) as Schema
}

/** Whether a value fits a schema. Throws at a keyword it does not know. */
export function fits(value: unknown, schema: Schema, root: Schema = schema): boolean {
  if (typeof schema === 'boolean') return schema
  return Object.entries(schema).every(([keyword, argument]) => {
    const check = CHECKS[keyword]
    if (!check) throw new Error(`unknown keyword ${keyword}`)
    return check(value, argument, schema, root)
  })
}
