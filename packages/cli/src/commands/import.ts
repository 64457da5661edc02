import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { nearest } from '@truce/core/diagnostic'
import type { Imported } from '@truce/core/interchange'
import { importGmcr, MOST_GMCR_CHARACTERS } from '@truce/core/interchange'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'

export const HELP = `truce import gmcr <file> --out <folder> [--as-of <date>]
Makes a case of a conflict saved by GMCR+ (.gmcr). The folder must be empty or
not exist yet. What a case cannot hold is listed on stderr, and in the case.

  --out <folder>   where the case goes
  --as-of <date>   the day the case is judged at (default: today)
`

/** `truce import`: exit 0 once written, 3 when the file makes no case. */
export async function importCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(argv, { out: { type: 'string' }, 'as-of': { type: 'string' } })
  const [format = '', path, extra] = positionals
  if (format !== 'gmcr') throw new Usage(`import takes a format: gmcr${nearest(format, ['gmcr']) ? '; did you mean gmcr?' : ''}`)
  if (path === undefined || extra !== undefined) throw new Usage('import takes one file: truce import gmcr <file> --out <folder>')
  const folder = values['out']
  if (typeof folder !== 'string' || folder === '') throw new Usage('import needs --out <folder>: where the case goes')
  const asOf = dateOf(values['as-of'])
  await mustBeEmpty(folder)
  const text = await textOf(path)
  const made = text === undefined ? { refused: TOO_LARGE } : importGmcr(text, { title: basename(path, extname(path)), asOf })
  if (made.refused !== undefined) {
    io.stderr(`truce: ${path}: ${made.refused}\n`)
    return EXIT.broken
  }
  await write(folder, made)
  io.stderr(`${listed('not carried over', made.lost)}${listed('the file does not say, so it was assumed', made.assumed)}`)
  io.stdout(`wrote ${made.files.map(({ name }) => join(folder, name)).join(', ')}\nnext: truce solve stability ${folder}\n`)
  return EXIT.done
}

const TOO_LARGE = 'the file is larger than 2 MB: leave out what GMCR+ can work out again'

function dateOf(given: unknown): string {
  if (given === undefined) return new Date().toISOString().slice(0, 10)
  const day = String(given)
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)
  if (!known) throw new Usage('--as-of takes a day, such as 2024-06-01')
  return day
}

async function mustBeEmpty(folder: string): Promise<void> {
  const info = await stat(folder).catch(() => undefined)
  if (info && !info.isDirectory()) throw new Usage(`${folder} is not a folder; nothing was written`)
  if (info && (await readdir(folder)).length > 0) throw new Usage(`${folder} is not empty; nothing was written`)
}

/** The file's text; undefined where it is too large to read. */
async function textOf(path: string): Promise<string | undefined> {
  const info = await stat(path).catch(() => undefined)
  if (!info?.isFile()) throw new Error(info ? `${path} is not a file` : `there is no file ${path}`)
  return info.size > MOST_GMCR_CHARACTERS ? undefined : readFile(path, 'utf8')
}

async function write(folder: string, { files }: Imported): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const { name, text } of files) await writeFile(join(folder, name), text, { flag: 'wx' })
}

function listed(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${head}:\n${lines.map((line) => `  - ${line}\n`).join('')}`
}
