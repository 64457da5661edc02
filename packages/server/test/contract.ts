import { z } from 'zod'
import type { Bench } from './server.ts'

/** One operation of it. */
export interface Operation {
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly schema?: object
  }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >
}

/** The published description, as far as tests read it. */
export interface Description {
  readonly openapi: string
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

/** One request with its answer. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly answer: {
    readonly status: number
    readonly headers: Readonly<Record<string, string | string[] | undefined>>
    readonly body: unknown
  }
}

/**
 * What answers have that the published description does not promise: read from the description
 * alone.
 */
export async function strays(bench: Bench): Promise<readonly string[]> {
  const { body } = await bench.ask('GET', '/api/openapi.json')
  return bench.asked.flatMap((exchange) => strayIn(body as Description, exchange))
}

/** The same of one answer. */
export function strayIn(
  description: Description,
  { method, path, answer }: Exchange
): readonly string[] {
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

const read = new WeakMap<object, z.ZodType>()

function schemaOf(schema: object, { components }: Description): z.ZodType {
  const known = read.get(schema)
  if (known) return known
  const text = JSON.stringify({ ...schema, $defs: components.schemas }).replaceAll(
    '#/components/schemas/',
    '#/$defs/'
  )
  const made = z.fromJSONSchema(JSON.parse(text))
  read.set(schema, made)
  return made
}
