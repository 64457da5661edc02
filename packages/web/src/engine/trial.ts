import type { SourceFile } from '@truce/core'
import type { Reading } from '@truce/core/case'
import type { Diagnostic } from '@truce/core/diagnostic'
import { pointerAt } from '../state/pointer.ts'
import type { Trouble } from './protocol.ts'

/** Codes of names that lead nowhere: the family `RF` of the reader. */
const NAMES = /^RF/

/** The errors of the second reading that the first does not have. */
export function troublesBetween(before: Reading, after: Reading): readonly Trouble[] {
  const known = before.diagnostics.filter(isError).map(keyOf)
  return after.diagnostics
    .filter(isError)
    .filter((one) => !known.includes(keyOf(one)))
    .map(({ code, message, help, span }) => ({
      at: span ? pointerAt(after.files, span) : '',
      message,
      help,
      isName: NAMES.test(code)
    }))
}

/** Whether these are the same texts, in whatever order. */
export function sameTexts(a: readonly SourceFile[], b: readonly SourceFile[]): boolean {
  const texts = new Map(a.map(({ name, text }) => [name, text]))
  return a.length === b.length && b.every(({ name, text }) => texts.get(name) === text)
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

/** A finding without its place in the text, which moves with every line that is added. */
const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`
