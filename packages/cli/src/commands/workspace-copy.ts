import { StoreRefusal } from '@truce/core/ports'
import type { WorkspaceCopy } from '@truce/host/workspace-postgres'
import { copyWorkspace, StaysRefused } from '@truce/host/workspace-postgres'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'

export const HELP = `truce workspace copy <from> <to>
Copies every case with all its versions (numbers, hours, how each came to be, what
was kept aside), the cases that were removed, and all records with what lies beside
them. Each place is a folder, as truce serve keeps one, or postgres://user@host/database.
What was copied is read again and compared. A copy that was broken off goes on where
it ended when it is asked for again. Into a place that has anything else nothing is
copied. A folder must be served by nobody meanwhile.

  --keys                 copies the keys beside records, and the server's own, too
  --leave-others         copies although some files of the folder have no place in the
                         copy: notes, links, hidden files. Each of them is listed
`

const SHOWN = 50

/** `truce workspace copy`: exit 1 where it refuses. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { keys: { type: 'boolean' }, 'leave-others': { type: 'boolean' } })
  const [from, to, extra] = args.positionals
  if (from === undefined || to === undefined || extra !== undefined)
    throw new Usage('workspace copy takes two places: from where, and to where')
  try {
    const copy = await copyWorkspace({
      from,
      to,
      keys: args.values['keys'] === true,
      leaveOthers: args.values['leave-others'] === true
    })
    saidBehind(copy.behind, io)
    io.stdout(copied(copy))
    return EXIT.done
  } catch (error) {
    if (error instanceof StoreRefusal) throw new Error(`${error.message}; ${error.help}`)
    if (!(error instanceof StaysRefused)) throw error
    saidBehind(error.behind, io)
    io.stderr(`truce: ${error.message}; ${helpOn(error)}\n`)
    return EXIT.failed
  }
}

const helpOn = ({ behind }: StaysRefused): string =>
  behind.some(({ altered }) => altered)
    ? 'bring the files that are not UTF-8 to UTF-8 in an editor, or take them out, then copy again'
    : 'copy with --leave-others if they may stay behind; they stay where they are'

function saidBehind(behind: StaysRefused['behind'], io: Io): void {
  for (const { path, why } of behind.slice(0, SHOWN)) io.stderr(`${path}: stays behind: ${why}\n`)
  if (behind.length > SHOWN) io.stderr(`and ${behind.length - SHOWN} more\n`)
}

const copied = ({ cases, removed, versions, records, entries }: WorkspaceCopy): string =>
  `cases: ${cases}, of which removed: ${removed}; versions: ${versions}; records: ${records}, with entries: ${entries}; read again and found the same\n`
