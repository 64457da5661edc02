import { nearest } from '@truce/core/diagnostic'
import type { Case, Graph } from '@truce/core/model'
import type { Exported, Refused } from '@truce/interchange'
import { exportGmcr, exportNfg } from '@truce/interchange'
import type { Args } from '../args.ts'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { complain, openCase } from '../open.ts'
import { writeNew } from '../write-new.ts'
import type { Made } from './export-table.ts'
import { tableFormat, tableOf } from './export-table.ts'

export const HELP = `truce export gmcr|nfg|table <case> [--out <file>] [--format csv|json|xlsx]
Writes a case for another program, to stdout unless --out names a file that does
not exist yet. What the other program cannot hold is listed on stderr.

  gmcr    the graph, as a conflict that GMCR+ opens
  nfg     the graph, as a game in strategic form for Gambit; small cases only
  table   the deal space: issues and options against parties, with weights and
          no-deals. As CSV, as an Excel workbook or as JSON: the ending of --out
          says which, or --format. \`truce import table\` reads the first two
`

const GRAPH: Readonly<Record<string, (source: Case, graph: Graph) => Exported | Refused>> = {
  gmcr: exportGmcr,
  nfg: exportNfg
}
const FORMATS = [...Object.keys(GRAPH), 'table']

/**
 * `truce export`: exit 0 once written, 1 when the case has nothing the format could hold, 3 when it
 * has errors.
 */
export async function exportCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { out: { type: 'string' }, format: { type: 'string' } })
  const { format, path } = asked(args)
  const { out } = args.values
  const make = makerOf(format, path, args)
  const opened = await openCase(path)
  const source = opened.case
  if (!opened.sound || !source) return complain(opened.diagnostics, opened, io)
  const { content, lost } = await make(source)
  if (typeof out === 'string') await writeNew(out, content)
  else io.stdout(String(content))
  io.stderr(`not carried over:\n${lost.map((line) => `  - ${line}\n`).join('')}`)
  if (typeof out === 'string') io.stdout(`wrote ${out}\n`)
  return EXIT.done
}

function asked({ positionals }: Args): { readonly format: string; readonly path: string } {
  const [format = '', path, extra] = positionals
  if (!FORMATS.includes(format)) {
    const near = nearest(format, FORMATS)
    throw new Usage(
      `export takes a format: ${FORMATS.join(', ')}${near ? `; did you mean ${near}?` : ''}`
    )
  }
  if (path === undefined || extra !== undefined)
    throw new Usage(`export takes one case: truce export ${format} <case>`)
  return { format, path }
}

type Maker = (source: Case) => Promise<Made>

/** What makes the export; wrong options are said before the case is read. */
function makerOf(format: string, path: string, args: Args): Maker {
  const named = (refused: string): Error => new Error(`${path}: ${refused}`)
  const exporter = GRAPH[format]
  if (exporter) {
    if (args.values['format'] !== undefined)
      throw new Usage('--format belongs to `truce export table`')
    return async (source) => {
      if (!source.graph)
        throw new Error(`${path} has no graph: add who can do what under \`graph:\``)
      const made = exporter(source, source.graph)
      if (made.refused !== undefined) throw named(made.refused)
      return { content: made.text, lost: made.lost }
    }
  }
  const kind = tableFormat(args)
  return async (source) => {
    const made = await tableOf(source, kind, args.values['out'] !== undefined)
    if (made.refused !== undefined) throw named(made.refused)
    return made
  }
}
