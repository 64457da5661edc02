import { caseJsonSchema } from '@truce/core/case'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT } from '../io.ts'
import { openCase } from '../open.ts'

export const HELP = `truce schema [<case>]
Prints the JSON Schema of the case language; with a case, one that completes that case's own parties, issues and options.
Point an editor at it: # yaml-language-server: $schema=<file>
`

/** `truce schema`. Works on a case with mistakes too: names are all it needs. */
export async function schemaCommand(argv: readonly string[], io: Io): Promise<number> {
  const {
    positionals: [path]
  } = parse(argv, {})
  const names = path === undefined ? undefined : (await openCase(path)).names
  io.stdout(`${JSON.stringify(caseJsonSchema(names), undefined, 2)}\n`)
  return EXIT.done
}
