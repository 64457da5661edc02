import type { CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import type { SourceFile } from '@truce/core'
import { cursorAt } from './cursor.ts'
import { CaseSchema } from './names.ts'
import { offers } from './schema.ts'

/** Completes keys, and the ids and words that may stand as values, from the case's own schema. */
export function completionSource(
  files: () => readonly SourceFile[]
): (context: CompletionContext) => CompletionResult | null {
  const schema = new CaseSchema()
  return ({ state, pos, explicit }) => {
    const cursor = cursorAt(state.doc.toString(), pos)
    if (!cursor || (!explicit && cursor.from === pos)) return null
    const options = offers(schema.of(files()), cursor).map(({ label, kind, required }) => ({
      label,
      type: kind === 'key' ? 'property' : 'enum',
      boost: required ? 1 : 0,
      apply: kind === 'key' && !cursor.colon ? `${label}: ` : label
    }))
    return options.length === 0 ? null : { from: cursor.from, options, validFor: /^[\w.-]*$/ }
  }
}
