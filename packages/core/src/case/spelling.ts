import type { Diagnostic, Page } from '../diagnostic/diagnostic.ts'
import { diagnose } from '../diagnostic/diagnostic.ts'
import type { SourceFile, Span } from '../model/span.ts'
import { curlyQuote, decimalComma } from './rules/shape.ts'

/**
 * Slips of the keyboard that YAML reads as something else: the page, and where on a line they
 * stand. A curly quote counts where a value begins; a comma where it stands inside a number that is
 * a value, or in a list of two or three such numbers.
 */
const SLIPS: readonly (readonly [page: Page, pattern: RegExp])[] = [
  [curlyQuote, /(?<=(?:^|[:,[{]|^\s*-)\s*)[\u201c-\u201f\u2018-\u201b]/gu],
  [decimalComma, /(?<=:\s+)-?\d+,\d+(?=\s*(?:[,}#]|$))/g],
  [decimalComma, /(?<=:\s+\[\s*)-?\d+,\d+(?=(?:\s*,\s+-?\d+,\d+){1,2}\s*\])/g]
]

/**
 * The findings with all errors that such slips on a line lead to told as one, where the first stands:
 * they are what the slip looks like to the reader. A line without an error keeps its commas and quotes.
 */
export function withoutSlips(
  found: readonly Diagnostic[],
  files: readonly SourceFile[]
): readonly Diagnostic[] {
  const told = new Set<string>()
  return found.flatMap((one) => {
    const slip = one.severity === 'error' ? slipAt(one, files) : undefined
    if (!slip) return [one]
    const place = `${slip.found.code} ${one.span?.file}:${slip.line}`
    if (told.has(place)) return []
    told.add(place)
    return [slip.found]
  })
}

/** Codes of errors whose place says little about their cause; of others it must be the slip's. */
const ASTRAY = new Set(['YA001', 'SC006'])

/** So long a line was not typed by anyone. */
const LONGEST = 1000

function slipAt(
  { span, code }: Diagnostic,
  files: readonly SourceFile[]
): { readonly line: number; readonly found: Diagnostic } | undefined {
  const line = span && lineAround(span, files)
  if (!span || !line) return undefined
  for (const [page, pattern] of SLIPS) {
    for (const slip of line.text.matchAll(pattern)) {
      const start = line.start + slip.index
      const end = start + slip[0].length
      const meant = ASTRAY.has(code) || (start < span.end && end > span.start)
      if (meant && !isQuoted(line.text.slice(0, slip.index)))
        return {
          line: line.start,
          found: diagnose(page, { span: { ...span, start, end } }, { found: slip[0] })
        }
    }
  }
  return undefined
}

const isQuoted = (before: string): boolean => before.split('"').length % 2 === 0

function lineAround(
  { file, start }: Span,
  files: readonly SourceFile[]
): { readonly text: string; readonly start: number } | undefined {
  const text = files.find(({ name }) => name === file)?.text ?? ''
  const first = Math.max(0, start - LONGEST)
  const before = text.slice(first, start)
  const from = before.lastIndexOf('\n') + 1
  if (from === 0 && first > 0) return undefined
  const [rest = ''] = text.slice(start, start + LONGEST).split('\n', 1)
  return { text: before.slice(from) + rest, start: first + from }
}
