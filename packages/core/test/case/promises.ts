import type { Reading } from '../../src/case/read.ts'
import { readerPages } from '../../src/case/rules/index.ts'
import type { Diagnostic } from '../../src/diagnostic/diagnostic.ts'
import type { Span } from '../../src/model/span.ts'

const SEVERITY = new Map(readerPages.map((page) => [page.code, page.severity]))

/** What a reading promises whatever the text: the first promise it breaks, or undefined. */
export function brokenPromise(reading: Reading): string | undefined {
  if (
    reading.sound &&
    (!reading.case || reading.diagnostics.some((one) => one.severity === 'error'))
  )
    return 'sound, and yet not whole'
  if (!reading.sound && !reading.diagnostics.some((one) => one.severity === 'error'))
    return 'not sound, and nobody says why'
  for (const one of reading.diagnostics) {
    const problem = problemOf(one, reading)
    if (problem !== undefined) return `${one.code} ${problem}: ${JSON.stringify(one)}`
  }
  return undefined
}

function problemOf(one: Diagnostic, reading: Reading): string | undefined {
  if (SEVERITY.get(one.code) !== one.severity)
    return 'is not a code of the reader, or not of its severity'
  if (one.message.trim() === '' || one.help?.trim() === '') return 'says nothing'
  const said = `${one.message} ${one.help ?? ''}`
  const words = ['undefined', '[object'].filter(
    (word) => !reading.files.some(({ text }) => text.includes(word))
  )
  if (words.some((word) => said.includes(word))) return 'speaks of the program'
  return [one.span, ...one.related.map(({ span }) => span)].every((span) => isInside(span, reading))
    ? undefined
    : 'points outside the text'
}

function isInside(span: Span | undefined, { files }: Reading): boolean {
  const text = files.find((file) => file.name === span?.file)?.text
  return (
    span !== undefined &&
    text !== undefined &&
    span.start >= 0 &&
    span.start <= span.end &&
    span.end <= text.length
  )
}
