import type { SourceFile } from '@truce/core'
import type { Translate } from '../../../messages/index.ts'
import type { WrittenBy } from './keyed-form.ts'
import { keyedForm } from './keyed-form.ts'
import { FORMS } from './specs/index.ts'

/** What the fields that write a place of the case are called; none where the whole form does. */
export function keyedNames(
  files: readonly SourceFile[],
  written: WrittenBy,
  t: Translate
): readonly string[] {
  const form = keyedForm(files, written)
  if (!form) return []
  const { fields } = FORMS[form.wanted.form]
  return fields
    .filter(({ key }) => form.only.includes(key))
    .map(({ label }) => t(`forms.field.${label}`))
}
