import { createHash } from 'node:crypto'
import type { SourceFile } from '@truce/core'
import { portions } from '../database/portions.ts'
import type { Run } from '../database/postgres.ts'

interface Content {
  readonly sha: Buffer
  readonly bytes: Buffer
}

/**
 * Keeps texts that are not there yet; only those go to the server. By their hashes in order, so that
 * two who keep the same texts at once wait for each other in one direction only.
 */
export async function keepContents(run: Run, files: readonly SourceFile[]): Promise<void> {
  const all = new Map(files.map(({ text }) => [shaOf(text).toString('hex'), text]))
  const { rows } = await run('SELECT sha FROM truce.contents WHERE sha = ANY ($1::bytea[])', [
    [...all.keys()].map((sha) => Buffer.from(sha, 'hex'))
  ])
  for (const { sha } of rows) if (Buffer.isBuffer(sha)) all.delete(sha.toString('hex'))
  const missing = [...all]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sha, text]): Content => ({ sha: Buffer.from(sha, 'hex'), bytes: Buffer.from(text) }))
  for (const part of portions(missing, ({ bytes }) => bytes.length))
    await run(
      'INSERT INTO truce.contents SELECT * FROM unnest($1::bytea[], $2::bytea[]) ON CONFLICT DO NOTHING',
      [part.map(({ sha }) => sha), part.map(({ bytes }) => bytes)]
    )
}

/** The names of files and the hashes of their texts, as two columns. */
export const namesAndShas = (
  files: readonly SourceFile[]
): readonly [readonly string[], readonly Buffer[]] => [
  files.map(({ name }) => name),
  files.map(({ text }) => shaOf(text))
]

/** Files in rows of a name and a content, in the order of their names. */
export function filesOf(rows: readonly Readonly<Record<string, unknown>>[]): readonly SourceFile[] {
  return rows
    .map(({ name, content }) => ({ name: String(name), text: textOf(content) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

const textOf = (content: unknown): string =>
  Buffer.isBuffer(content) ? content.toString('utf8') : ''

const shaOf = (text: string): Buffer => createHash('sha256').update(text).digest()
