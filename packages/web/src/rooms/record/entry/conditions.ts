import type { EntryKind } from '@truce/core/record'
import type { DraftGroup } from './entry-draft.ts'
import type { Field } from './entry-shape.ts'

/** A field that is asked for only where another has some value, and is needed there or not. */
interface Condition {
  readonly key: string
  readonly where: string
  readonly is: readonly string[]
  readonly needed: boolean
}

const CONDITIONS: Partial<Record<EntryKind, readonly Condition[]>> = {
  'incident.reported': [restricted()],
  'incident.account': [restricted()],
  'incident.verified': [{ key: 'refusedBy', where: 'outcome', is: ['no-access'], needed: false }],
  'incident.attributed': [
    { key: 'to', where: 'outcome', is: ['party'], needed: true },
    { key: 'intent', where: 'outcome', is: ['party'], needed: false }
  ],
  'inspection.made': [
    { key: 'counted', where: 'outcome', is: ['as-declared', 'missing', 'more'], needed: false }
  ]
}

function restricted(): Condition {
  return {
    key: 'restriction',
    where: 'category',
    is: ['freedom-of-movement', 'interference-with-monitors'],
    needed: false
  }
}

/** The fields of a kind that make sense with what stands in the form so far. */
export function askedNow(
  kind: EntryKind,
  fields: readonly Field[],
  draft: DraftGroup
): readonly Field[] {
  const conditions = CONDITIONS[kind] ?? []
  return fields.flatMap((field) => {
    const condition = conditions.find(({ key }) => key === field.key)
    if (!condition) return [field]
    const holds = condition.is.includes(String(draft[condition.where] ?? ''))
    return holds ? [{ ...field, needed: condition.needed || field.needed }] : []
  })
}
