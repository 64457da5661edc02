import { join } from 'node:path'
import { nearest } from '@truce/core/diagnostic'
import type { Args } from '../args.ts'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { mustBeEmpty, writeCase } from './import-files.ts'
import type { Format } from './import-formats.ts'
import { FORMATS } from './import-formats.ts'

export const HELP = `truce import gmcr <file> --out <folder> [--as-of <date>]
truce import genius [<domain.xml>] <profile.xml>.. --out <folder>
truce import geniusweb <profile.json>.. --out <folder>
truce import table <file.csv or .xlsx> --out <folder>
Makes a case of what another program saved. The folder must be empty or not
exist yet. What a case cannot hold is listed on stderr, and in the case.

  gmcr        a conflict of GMCR+: options, states and preferences
  genius      a domain of GENIUS with a profile of each party, in any order
  geniusweb   linear additive profiles of GeniusWeb, one of each party
  table       issues and options in rows, a column for each party

  --out <folder>      where the case goes
  --as-of <date>      the day the case is judged at (default: today)
  --normalise <how>   genius only: issue (default) divides the evaluations of
                      each issue by the greatest, as GENIUS does; none takes
                      them as they stand
`

/** `truce import`: exit 0 once written, 3 when the file makes no case. */
export async function importCommand(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    out: { type: 'string' },
    'as-of': { type: 'string' },
    normalise: { type: 'string' }
  })
  const { name, format, paths } = asked(args)
  const folder = args.values['out']
  if (typeof folder !== 'string' || folder === '')
    throw new Usage('import needs --out <folder>: where the case goes')
  const normalise = oneOf(args, 'normalise', ['issue', 'none'])
  if (normalise && name !== 'genius')
    throw new Usage('--normalise belongs to `truce import genius`')
  const asOf = dateOf(args.values['as-of'])
  await mustBeEmpty(folder)
  const made = await format.read({ paths, folder, asOf, normalise: normalise ?? 'issue' })
  if (made.refused !== undefined) {
    io.stderr(`truce: ${made.refused}\n`)
    return EXIT.broken
  }
  await writeCase(folder, made)
  if ('scale' in made) io.stderr(listed('how its numbers read here', made.scale))
  io.stderr(
    `${listed('not carried over', made.lost)}${listed('the file does not say, so it was assumed', made.assumed)}`
  )
  io.stdout(
    `wrote ${made.files.map((file) => join(folder, file.name)).join(', ')}\nnext: ${format.next} ${folder}\n`
  )
  return EXIT.done
}

function asked({ positionals }: Args): {
  readonly name: string
  readonly format: Format
  readonly paths: readonly string[]
} {
  const [name = '', ...paths] = positionals
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined
  if (!format) {
    const near = nearest(name, Object.keys(FORMATS))
    throw new Usage(
      `import takes a format: ${Object.keys(FORMATS).join(', ')}${near ? `; did you mean ${near}?` : ''}`
    )
  }
  if (paths.length === 0 || (paths.length > 1 && !format.several))
    throw new Usage(
      `import takes ${format.several ? 'files' : 'one file'}: truce import ${format.usage} --out <folder>`
    )
  return { name, format, paths }
}

function dateOf(given: unknown): string {
  if (given === undefined) return new Date().toISOString().slice(0, 10)
  const day = String(given)
  const known =
    /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(Date.parse(day)) &&
    new Date(day).toISOString().startsWith(day)
  if (!known) throw new Usage('--as-of takes a day, such as 2024-06-01')
  return day
}

function listed(head: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${head}:\n${lines.map((line) => `  - ${line}\n`).join('')}`
}
