import { parse, several } from '../args.ts'
import { EXIT, type Io, Usage } from '../io.ts'
import { inOneLine } from '../refused-store.ts'

/** What it does and takes. */
export const HELP = `truce team adopt <organisation> --database <url> [--case <id>]..
Gives cases that belong to nobody to an organisation, by its id or its name: those that truce workspace copy
brought from one person's workspace, which nobody sees before. The organisation is made by an administrator in
the workbench. Its leads read that it was done here. What belongs to an organisation already stays there.

  --database <url>           the team's database
  --case <id>                this case alone; may be repeated
`

const OPTIONS = {
  database: { type: 'string' },
  case: { type: 'string', multiple: true }
} as const

/** `truce team adopt`: exit 0 with what was given on stdout, 1 when it cannot be. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [organisation, ...more] = args.positionals
  const { database } = args.values
  if (organisation === undefined || more.length > 0)
    throw new Usage('adopt takes one organisation: truce team adopt <organisation> --database ..')
  if (typeof database !== 'string') throw new Usage('adopt needs --database: the team’s')
  const { adoptOnServer } = await import('@truce/server/team')
  const cases = several(args, 'case')
  const adopted = await adoptOnServer({ database, organisation, cases }).catch(inOneLine)
  if (adopted.cases.length === 0) io.stdout('no case here belongs to nobody\n')
  for (const id of adopted.cases) io.stdout(`${id} belongs to ${adopted.organisation}\n`)
  return EXIT.done
}
