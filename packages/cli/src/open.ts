import { stat } from 'node:fs/promises'
import { dirname, relative, sep } from 'node:path'
import type { SourceFile } from '@truce/core'
import type { Reading } from '@truce/core/case'
import { readCase } from '@truce/core/case'
import type { Diagnostic } from '@truce/core/diagnostic'
import { renderDiagnostic } from '@truce/core/diagnostic'
import { findingsJson, head } from '@truce/core/report'
import { loadCase } from '@truce/host'
import type { Io } from './io.ts'
import { EXIT } from './io.ts'

/** A case as a command opens it. */
export interface Opened extends Reading {
  readonly hash: string
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
 * Says what is wrong with a case that cannot be used, as text on stderr or as the JSON document;
 * the exit code is 3.
 */
export function refuse(
  opened: Reading,
  findings: readonly Diagnostic[],
  how: { readonly io: Io; readonly command: string; readonly json: boolean }
): number {
  const { io, command, json } = how
  if (json) {
    const title = opened.title === undefined ? {} : { case: { title: opened.title } }
    io.stdout(
      `${JSON.stringify({ ...head(command), findings: findingsJson(findings, opened.files), ...title }, undefined, 2)}\n`
    )
    return EXIT.broken
  }
  io.stderr(`${renderAll(findings, opened, io)}\n\n${tally(findings)}\n`)
  return EXIT.broken
}

/** Diagnostics one below the other. */
export function renderAll(findings: readonly Diagnostic[], { files }: Reading, io: Io): string {
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
