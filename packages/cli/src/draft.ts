import { readFile } from 'node:fs/promises'
import type { SourceFile } from '@truce/core'
import type { Io } from './io.ts'
import { Usage } from './io.ts'

/** The id under which a draft from a file or a pipe is judged. */
export const DRAFT = 'draft'

/**
 * A draft's terms, laid beside the case as its proposal `draft`; places keep pointing into the
 * author's own text.
 */
export async function readDraft(path: string, io: Io): Promise<SourceFile> {
  const text = path === '-' ? await io.stdin() : await fileText(path)
  if (text.trim() === '')
    throw new Usage(
      path === '-' ? 'there are no terms on standard input' : `there are no terms in ${path}`
    )
  const name = path === '-' ? '<stdin>' : path
  const inline = /^\s*\{(?:[\s\S]*?[{,])?\s*terms\s*:/.test(text)
  if (inline) return inlineDraft(name, text)
  const whole = /^terms:/m.test(text)
  const front = ['proposals:', `  ${DRAFT}:`, ...(whole ? [] : ['    title: Draft', '    terms:'])]
  const indent = whole ? '    ' : '      '
  const title = whole && !/^title:/m.test(text) ? ['    title: Draft'] : []
  const lines = [...front, ...title]
  const body = text
    .split('\n')
    .map((line) => (line.trim() === '' ? line : indent + line))
    .join('\n')
  return {
    name,
    text: `${lines.join('\n')}\n${body}`,
    origin: { lines: lines.length, columns: indent.length }
  }
}

/** A draft on one line, `{title: .., terms: ..}`; its title may be left out there too. */
function inlineDraft(name: string, text: string): SourceFile {
  const titled = /[{,]\s*title\s*:/.test(text)
  const lines = ['proposals:', `  ${DRAFT}:`, ...(titled ? [] : ['    {title: Draft,'])]
  // The bracket that stands in front now leaves its place, so that columns stay the author's.
  const body = titled ? text : text.replace('{', ' ')
  const indent = '    '
  return {
    name,
    text: [
      ...lines,
      ...body.split('\n').map((line) => (line.trim() === '' ? line : indent + line))
    ].join('\n'),
    origin: { lines: lines.length, columns: indent.length }
  }
}

async function fileText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new Error(
      code === 'ENOENT'
        ? `there is no file ${path} to read terms from`
        : `the terms in ${path} cannot be read`
    )
  }
}
