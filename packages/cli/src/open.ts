import { stat } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { SourceFile } from '@truce/core'
import type { Given, Question, Refused } from '@truce/core/ask'
import { readCase } from '@truce/core/case'
import type { Diagnostic } from '@truce/core/diagnostic'
import { renderDiagnostic } from '@truce/core/diagnostic'
import { loadCase } from '@truce/host'
import type { Io } from './io.ts'
import { EXIT } from './io.ts'

/** A case as a command opens it. */
export interface Opened extends Given {
  /** Where its files lie, as seen from here; empty or ending in `/`. */
  readonly folder: string
}

/** Loads and reads a case, with further texts (such as a draft) laid beside its files. */
export async function openCase(path: string, extra: readonly SourceFile[] = []): Promise<Opened> {
  const loaded = await loadCase(path)
  return {
    ...readCase([...loaded.files, ...extra], loaded.diagnostics),
    hash: loaded.hash,
    folder: await folderOf(path)
  }
}

/**
 * Says why a question about a case is refused, as text on stderr or as the JSON document; the exit
 * code is 3.
 */
export function refuse(refused: Refused<Question>, io: Io, json = false): number {
  if (!json) return complain(refused.findings, refused, io)
  printJson(refused.document(), io)
  return EXIT.broken
}

/** Says on stderr what is wrong with a case that cannot be used; the exit code is 3. */
export function complain(findings: readonly Diagnostic[], about: Texts, io: Io): number {
  io.stderr(`${renderAll(findings, about, io)}\n\n${tally(findings)}\n`)
  return EXIT.broken
}

/** The texts that findings are about. */
interface Texts {
  readonly files: readonly SourceFile[]
}

/** Prints a JSON document. */
export function printJson(document: object, io: Io): void {
  io.stdout(`${JSON.stringify(document, undefined, 2)}\n`)
}

/** Diagnostics one below the other. */
export function renderAll(findings: readonly Diagnostic[], { files }: Texts, io: Io): string {
  return findings
    .map((finding) => renderDiagnostic(finding, files, { colour: io.colour, width: io.columns }))
    .join('\n\n')
}

/** How many of each severity. */
export function tally(findings: readonly Diagnostic[]): string {
  const counts = (['error', 'warning', 'note'] as const).map((severity) => {
    const count = findings.filter((finding) => finding.severity === severity).length
    return count === 0 ? '' : `${count} ${severity}${count === 1 ? '' : 's'}`
  })
  return counts.filter((part) => part !== '').join(', ') || 'no findings'
}

async function folderOf(path: string): Promise<string> {
  const folder = (await stat(path)).isDirectory() ? path : dirname(path)
  const seen = relative('', folder).split(sep).join('/')
  return seen === '' ? '' : `${seen}/`
}
