import type { SeenEntry } from '@truce/core/record'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'
import { readableState } from '../record-asked.ts'
import { FOR } from '../record-audience.ts'
import { openRecord } from '../record-book.ts'

export const HELP = `truce record list <record> [options]
Every entry in the order in which it came: number, when it was received, who wrote
it, what it is. An entry that another replaced is marked.

  --kind <kind>          only one kind, such as incident.reported, or incident.
  --about <id>           only an entry and those about it
  --for <audience>       as a party of the case may read it, or mission (those who keep,
                         watch and mediate); by default whoever keeps the record
  --format <how>         text (default) or json
`

/** `truce record list`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    kind: { type: 'string' },
    about: { type: 'string' },
    format: { type: 'string' },
    ...FOR
  })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined) throw new Usage('record list takes one record')
  const format = oneOf(args, 'format', ['text', 'json'] as const) ?? 'text'
  const { kind, about } = args.values
  const folder = await openRecord(path)
  try {
    const state = readableState(args, folder, 'list')
    const found = [...state.entries()].filter(
      (entry) =>
        (kind === undefined || entry.kind.startsWith(String(kind))) &&
        (about === undefined || isAbout(entry, String(about)))
    )
    if (format === 'json')
      printJson(
        { entries: found.map((entry) => ({ ...entry, replacedBy: state.replacedBy(entry.id) })) },
        io
      )
    else for (const entry of found) io.stdout(`${lineOf(entry, state.replacedBy(entry.id))}\n`)
    return EXIT.done
  } finally {
    await folder.close()
  }
}

const isAbout = ({ id, content }: SeenEntry, about: string): boolean =>
  id === about || (content !== undefined && JSON.stringify(content).includes(`"${about}"`))

function lineOf(entry: SeenEntry, replacedBy: string | undefined): string {
  const { number, received, author, kind, id, audience } = entry
  const marks = [
    ...(replacedBy === undefined ? [] : [`replaced by ${replacedBy}`]),
    ...(entry.supersedes === undefined ? [] : [`replaces ${entry.supersedes}`]),
    ...(audience ? [`for ${audience.join(', ')}`] : [])
  ]
  return `${String(number).padStart(6)}  ${received}  ${author.party} (${author.role})  ${kind}  ${id}${marks.length > 0 ? `  [${marks.join('; ')}]` : ''}`
}
