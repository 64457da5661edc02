import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Reading } from '../../src/case/read.ts'
import { readCase } from '../../src/case/read.ts'
import type { Example } from '../../src/diagnostic/diagnostic.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import type { SourceFile, Span } from '../../src/model/span.ts'

/** Reads an example as a case of one file. */
export function read(example: Example): Reading {
  return readCase([{ name: 'case.yaml', text: exampleText(example) }])
}

/** Reads texts by file name as one case. */
export function readFiles(texts: Readonly<Record<string, string>>): Reading {
  return readCase(Object.entries(texts).map(([name, text]) => ({ name, text })))
}

/** The codes found, in order. */
export const codes = ({ diagnostics }: Reading): readonly string[] =>
  diagnostics.map((one) => one.code)

/** Where a span starts, as an editor says it: `file:line:column`, both from 1. */
export function place({ files }: Reading, span: Span | undefined): string {
  const before = files.find((file) => file.name === span?.file)?.text.slice(0, span?.start) ?? ''
  const lines = before.split('\n')
  return `${span?.file}:${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`
}

/** What a span covers. */
export const covered = ({ files }: Reading, span: Span | undefined): string =>
  files.find((file) => file.name === span?.file)?.text.slice(span?.start, span?.end) ?? ''

/** A value with its maps written out in order, so that order counts too. */
export const written = (value: unknown): string =>
  JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? { map: [...part] } : part))

const CASES = new URL('../../../../cases/', import.meta.url).pathname

/** The folders of the shipped cases, relative to `cases/`. */
export const shippedCases: readonly string[] = readdirSync(CASES, {
  recursive: true,
  encoding: 'utf8'
})
  .filter((name) => name.endsWith('/case.yaml'))
  .map((name) => name.slice(0, -'/case.yaml'.length))
  .sort()

/** The files of a shipped case. */
export function filesOf(folder: string): readonly SourceFile[] {
  const names = readdirSync(join(CASES, folder), { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.yaml')
  )
  return names.map((name) => ({ name, text: readFileSync(join(CASES, folder, name), 'utf8') }))
}
