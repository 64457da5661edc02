import { parse } from '../args.ts'
import { EXIT, type Io, Usage } from '../io.ts'
import { defaultSecrets } from '../places.ts'
import { inOneLine } from '../refused-store.ts'
import { placesOf } from '../serve-for-team.ts'

/** What it does and takes. */
export const HELP = `truce team recover <e-mail address> --database <url> --origin <origin> [--secrets folder]
Prints a link with which somebody who lost the password or the second factor gets back in: where there are not two
administrators who could agree to it in the workbench. What administrators did says that it was made here. Using the link
ends the person's sessions and takes the second factors away; new ones are set up at once.

  --database <url>           the team's database
  --origin <origin>          where people reach the server, as \`truce serve\` is told
  --secrets <folder>         the server's secret (default ${defaultSecrets()})
  --no-administrator-can     there are two administrators or more, and none of them can act
`

const OPTIONS = {
  database: { type: 'string' },
  origin: { type: 'string' },
  secrets: { type: 'string' },
  'no-administrator-can': { type: 'boolean' }
} as const

/** `truce team recover`: exit 0 with the link on stdout, 1 when it cannot be made. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [email, ...more] = args.positionals
  const { database, origin } = args.values
  if (email === undefined || more.length > 0)
    throw new Usage(
      'recover takes one e-mail address: truce team recover a@example.org --database ..'
    )
  if (typeof database !== 'string' || typeof origin !== 'string')
    throw new Usage('recover needs --database and --origin, as `truce serve` is told them')
  const { recoverOnServer } = await import('@truce/server/team')
  const link = await recoverOnServer({
    ...placesOf(args),
    email,
    origin,
    noneCan: args.values['no-administrator-can'] === true
  }).catch(inOneLine)
  io.stdout(`${link}\n`)
  io.stderr('it is of use once, for 24 hours: hand it over by a way you trust\n')
  return EXIT.done
}
