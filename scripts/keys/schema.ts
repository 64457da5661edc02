// As much of JSON Schema as the schemas of the case language and of the documents use.

/** A schema, or a part of one. */
export interface Schema {
  readonly type?: string | readonly string[]
  readonly description?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
}

/** What a schema is once a reference is followed; its own description goes before. */
export function followed(schema: Schema, { $defs = {} }: Schema): Schema {
  if (schema.$ref === undefined) return schema
  const found = $defs[schema.$ref.replace('#/$defs/', '')]
  if (!found) throw new Error(`${schema.$ref} leads nowhere`)
  const { $ref: _, ...own } = schema
  return { ...found, ...own }
}

/** The schema at a path of keys; `*` is each one of a map or list. Of several forms, the one with content. */
export function schemaAt(root: Schema, path: readonly string[]): Schema {
  return path.reduce<Schema>(
    (schema, key) => {
      const next =
        key === '*' ? (schema.items ?? schema.additionalProperties) : schema.properties?.[key]
      if (typeof next !== 'object') throw new Error(`there is no ${path.join('.')} in the schema`)
      return withContent(followed(next, root), root)
    },
    withContent(root, root)
  )
}

function withContent(schema: Schema, root: Schema): Schema {
  const forms = (schema.anyOf ?? []).map((form) => followed(form, root))
  const found = forms.find((one) => one.properties ?? one.items ?? one.additionalProperties)
  return found ?? schema
}
