import type { SourceFile } from '@truce/core'
import type { Diagnostic } from '@truce/core/diagnostic'
import { pointerAt } from '../state/pointer.ts'

/** An error that a change would bring, and the place of the case that it stands at. */
export interface Trouble {
  readonly at: string
  readonly message: string
  readonly help: string | undefined
  /** Whether it is a name that leads nowhere. */
  readonly isName: boolean
}

/** Codes of names that lead nowhere: the family `RF` of the reader. */
const NAMES = /^RF/

/**
 * The errors that the reader finds after a change and did not find before. The reader itself says
 * so: what it would refuse in a text, no form lets through.
 */
export async function troublesOf(
  before: readonly SourceFile[],
  after: readonly SourceFile[]
): Promise<readonly Trouble[]> {
  const { readCase } = await import('@truce/core/case')
  const known = errorsBefore.get(before) ?? readCase(before).diagnostics.filter(isError).map(keyOf)
  errorsBefore.set(before, known)
  return readCase(after)
    .diagnostics.filter(isError)
    .filter((one) => !known.includes(keyOf(one)))
    .map(({ code, message, help, span }) => ({
      at: span ? pointerAt(after, span) : '',
      message,
      help,
      isName: NAMES.test(code)
    }))
}

/** The errors of texts that changes were tried on, which takes long to find out in a large case. */
const errorsBefore = new WeakMap<readonly SourceFile[], readonly string[]>()

/** Remembers of texts that were read elsewhere that they have no error. */
export function knowSound(files: readonly SourceFile[]): void {
  errorsBefore.set(files, [])
}

const isError = ({ severity }: Diagnostic): boolean => severity === 'error'

/** A finding without its place in the text, which moves with every line that is added. */
const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`
