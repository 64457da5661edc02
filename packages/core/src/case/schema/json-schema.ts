import { z } from 'zod'
import type { Names } from '../names.ts'
import { conditionDefinitions } from './condition-leaf.ts'
import { document } from './document.ts'
import { judgementDefinitions } from './judgement-leaf.ts'
import type { Json } from './leaf.ts'
import { leafBehind } from './leaf.ts'
import { asWritten, textDefinition } from './scalars.ts'

/** What an override of zod's generator gets to see and change. */
type Context = Parameters<
  NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>
>[0]
type Draft = Record<string, unknown>

/**
 * JSON Schema (draft 2020-12) of a case file, made from the definition the reader uses. With the
 * names of a case, its own parties, issues, options and sources become enumerations, so that an
 * editor completes them. No key is required at the top, since a case may be spread over files.
 */
export function caseJsonSchema(names?: Names): object {
  const { required: _, ...schema } = z.toJSONSchema(document, {
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override: (context) => override(context, names)
  })
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'A file of a Truce case, version 1',
    ...schema,
    $defs: { ...conditionDefinitions(names), ...judgementDefinitions(), ...textDefinition }
  }
}

function override({ zodSchema, jsonSchema }: Context, names: Names | undefined): void {
  const draft = jsonSchema as Draft
  const leaf = leafBehind(zodSchema)
  if (leaf) replace(draft, leaf.json(names))
  else if (zodSchema._zod.def.type === 'object')
    draft['properties'] = { ...(draft['properties'] as Draft), note: {} }
  else if (isRecord(zodSchema))
    replace(draft, record(draft, leafBehind(zodSchema._zod.def.keyType)?.json(names), names))
  else if (zodSchema._zod.def.type === 'string') draft['type'] = ['string', 'number']
}

function replace(draft: Draft, by: Json): void {
  for (const key of Object.keys(draft)) delete draft[key]
  Object.assign(draft, by)
}

const isRecord = (schema: z.core.$ZodType): schema is z.core.$ZodRecord =>
  schema._zod.def.type === 'record'

/**
 * A map by id. A remark may stand in it; where its keys are issues with values, each issue has its
 * own options.
 */
function record(
  { additionalProperties }: Draft,
  key: Json | undefined,
  names: Names | undefined
): Json {
  const keys = (key?.['enum'] as readonly unknown[] | undefined)?.map(String)
  const values = (additionalProperties as Draft)['properties'] as Draft | undefined
  const issues =
    names && values?.['values'] ? [...names.issues].filter(([id]) => keys?.includes(id)) : []
  const properties = Object.fromEntries(
    issues.map(([id, { options, divisible }]) => [
      id,
      divisible ? additionalProperties : valuing(additionalProperties as Draft, options)
    ])
  )
  return {
    type: 'object',
    properties: { ...properties, note: {} },
    additionalProperties,
    ...(keys
      ? { propertyNames: { enum: [...new Set(keys), 'note'] } }
      : key?.['pattern']
        ? { propertyNames: { anyOf: [{ pattern: key['pattern'] }, { const: 'note' }] } }
        : {})
  }
}

function valuing(interest: Draft, options: readonly string[]): Json {
  const properties = interest['properties'] as Record<string, Draft>
  const values = {
    ...properties['values'],
    propertyNames: { enum: [...asWritten(options).map(String), 'note'] },
    required: options
  }
  return { ...interest, properties: { ...properties, values } }
}
