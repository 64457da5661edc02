import { z } from 'zod'
import type { Bench } from './server.ts'

interface Operation {
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >
}

interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/**
 * What answers have that the published description does not promise: read from the description
 * alone.
 */
export async function strays(bench: Bench): Promise<readonly string[]> {
  const { body } = await bench.ask('GET', '/api/openapi.json')
  const description = body as Description
  return bench.asked.flatMap(({ method, path, answer }) => {
    const operation = operationAt(description, method, path)
    if (!operation) return []
    const promised = operation.responses[answer.status] ?? operation.responses['default']
    const type = String(answer.headers['content-type']).split(';')[0] ?? ''
    const schema = promised?.content?.[type]?.schema
    if (!schema) return [`${method} ${path}: ${answer.status} ${type} is not described`]
    if (type !== 'application/json') return []
    const found = schemaOf(schema, description).safeParse(answer.body)
    return found.success
      ? []
      : [`${method} ${path} ${answer.status}: ${JSON.stringify(found.error.issues)}`]
  })
}

/** How many of the asked requests the description knows. */
export async function described(bench: Bench): Promise<ReadonlySet<string>> {
  const { body } = await bench.ask('GET', '/api/openapi.json')
  const found = bench.asked.flatMap(({ method, path, answer }) => {
    const template = templateAt(body as Description, path)
    return template && operationAt(body as Description, method, path)
      ? [`${method} ${template} ${answer.status}`]
      : []
  })
  return new Set(found)
}

function templateAt({ paths }: Description, path: string): string | undefined {
  const [bare = ''] = path.split('?')
  return Object.keys(paths).find((template) =>
    new RegExp(`^${template.replaceAll(/\{[^}]+\}/g, '[^/]+')}$`).test(bare)
  )
}

function operationAt(
  description: Description,
  method: string,
  path: string
): Operation | undefined {
  const template = templateAt(description, path)
  return template === undefined ? undefined : description.paths[template]?.[method.toLowerCase()]
}

function schemaOf(schema: object, { components }: Description): z.ZodType {
  const text = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll(
    '#/components/schemas/',
    '#/$defs/'
  )
  return z.fromJSONSchema(JSON.parse(text))
}
