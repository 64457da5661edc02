import { writeFile } from 'node:fs/promises'
import { nearest } from '@truce/core/diagnostic'
import type { Exported, Refused } from '@truce/core/interchange'
import { exportGmcr, exportNfg } from '@truce/core/interchange'
import type { Case, Graph } from '@truce/core/model'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, refuse } from '../open.ts'

export const HELP = `truce export gmcr|nfg <case> [--out <file>]
Writes the graph of a case for another program, to stdout unless --out names a
file that does not exist yet. What the other program cannot hold is listed on
stderr.

  gmcr   a conflict that GMCR+ opens
  nfg    a game in strategic form for Gambit; small cases only
`

const FORMATS: Readonly<Record<string, (source: Case, graph: Graph) => Exported | Refused>> = { gmcr: exportGmcr, nfg: exportNfg }

/** `truce export`: exit 0 once written, 1 when the case has nothing the format could hold, 3 when it has errors. */
export async function exportCommand(argv: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parse(argv, { out: { type: 'string' } })
  const [format = '', path, extra] = positionals
  const exporter = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined
  if (!exporter) {
    const near = nearest(format, Object.keys(FORMATS))
    throw new Usage(`export takes a format: ${Object.keys(FORMATS).join(', ')}${near ? `; did you mean ${near}?` : ''}`)
  }
  if (path === undefined || extra !== undefined) throw new Usage(`export takes one case: truce export ${format} <case>`)
  const opened = await openCase(path)
  const source = opened.case
  if (!opened.sound || !source) return refuse(opened, opened.diagnostics, { io, command: 'export', json: false })
  if (!source.graph) throw new Error(`${path} has no graph: add who can do what under \`graph:\``)
  const made = exporter(source, source.graph)
  if (made.refused !== undefined) throw new Error(`${path}: ${made.refused}`)
  const { out } = values
  if (typeof out === 'string') await writeNew(out, made.text)
  else io.stdout(made.text)
  io.stderr(`not carried over:\n${made.lost.map((line) => `  - ${line}\n`).join('')}`)
  if (typeof out === 'string') io.stdout(`wrote ${out}\n`)
  return EXIT.done
}

async function writeNew(path: string, text: string): Promise<void> {
  await writeFile(path, text, { flag: 'wx' }).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new Usage(`${path} exists; nothing was written`) : error
  })
}
