import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Reading } from '../../src/case/read.ts'
import { readCase } from '../../src/case/read.ts'
import type { Case } from '../../src/model/case.ts'
import type { Compiled } from '../../src/stability/index.ts'
import { compile } from '../../src/stability/index.ts'

const ROOT = resolve(import.meta.dirname, '../../../..')

/** A text of the repository. */
export const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

/** A case of the repository, read. */
export function readingOf(folder: string): Reading {
  const names = readdirSync(join(ROOT, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.yaml'))
  return readCase(names.map((name) => ({ name, text: textOf(join(folder, name)) })))
}

/** A case of the repository, compiled. */
export function compiledCase(folder: string): {
  readonly source: Case
  readonly compiled: Compiled
} {
  const { case: source } = readingOf(folder)
  if (!source?.graph) throw new Error(`${folder} has no graph`)
  const compiled = compile(source, source.graph)
  if (!compiled.conflict)
    throw new Error(`${folder}: ${compiled.problems.map(({ kind }) => kind).join()}`)
  return { source, compiled }
}

/** A case in one text, compiled or not. */
export function compiledText(text: string): ReturnType<typeof compile> {
  const { case: source, diagnostics, sound } = readCase([{ name: 'case.yaml', text }])
  if (!sound || !source?.graph)
    throw new Error(diagnostics.map(({ message }) => message).join('; '))
  return compile(source, source.graph)
}
