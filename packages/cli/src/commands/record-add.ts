import { isJsonObject } from '@truce/core/log'
import type { Writing } from '@truce/core/record'
import { readKeyFile } from '@truce/host/record'
import { parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { jsonLine, textOf } from '../json-line.ts'
import { NOW, NOW_HELP, openRecord, saidSubmitted } from '../record-book.ts'

export const HELP = `truce record add <record> --as <party> --key <file> [entries] [options]
Signs entries and brings them in, in their order. Each is a line of JSON in the
file, or on the standard input where it is - or left out:

  {"kind": "incident.acknowledged", "content": {"incident": "..."}}

beside kind and content a line may have id, audience (a list of parties that may
read it) and supersedes (the id of an entry of your own that it replaces). What
is refused is said with its line and changes nothing; the lines after it are
still tried. docs/reference/record.md has every kind.

  --as <party>           whom you write for
  --key <file>           your key
${NOW_HELP}

Exit code 4: something was refused.
`

/** `truce record add`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { as: { type: 'string' }, key: { type: 'string' }, ...NOW })
  const [path, file = '-', extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('record add takes one record and one file of entries')
  const { as: party, key } = args.values
  if (party === undefined || key === undefined)
    throw new Usage('record add needs --as <party> and --key <file>')
  const text = file === '-' ? await io.stdin() : await textOf(file)
  const name = file === '-' ? 'standard input' : file
  const writings = linesOf(text, name, String(party))
  const signer = await readKeyFile(String(key))
  const folder = await openRecord(path, args)
  let refused = false
  try {
    for (let from = 0; from < writings.length; from += TOGETHER) {
      const some = writings.slice(from, from + TOGETHER)
      const answers = await folder.book.writeAll(
        some.map(({ writing }) => writing),
        signer
      )
      for (const [place, answer] of answers.entries()) {
        const { at, writing } = some[place] as Line
        refused ||= answer.outcome === 'refused'
        saidSubmitted(`${name}:${at} ${writing.kind}`, answer, io)
      }
    }
  } finally {
    await folder.close()
  }
  return refused ? EXIT.no : EXIT.done
}

/** So many are durable together: what is said to be received is. */
const TOGETHER = 200

interface Line {
  readonly at: number
  readonly writing: Writing
}

const KEYS = ['kind', 'content', 'id', 'audience', 'supersedes']

/** All lines are read before the first is signed. */
function linesOf(text: string, file: string, party: string): readonly Line[] {
  return text.split(/\r?\n/).flatMap((line, index): readonly Line[] => {
    if (line.trim() === '') return []
    const at = index + 1
    const wrong = (what: string): never => {
      throw new Usage(`${file}:${at}: ${what}; nothing was written`)
    }
    const told = jsonLine(line, file, at)
    const unknown = Object.keys(told).find((key) => !KEYS.includes(key))
    if (unknown !== undefined) wrong(`\`${unknown}\` is not one of ${KEYS.join(', ')}`)
    const { kind, content, id, audience, supersedes } = told
    if (typeof kind !== 'string') return wrong('`kind` is missing')
    if (!isJsonObject(content)) return wrong('`content` is missing, or not an object')
    const parties = Array.isArray(audience) ? audience.map(String) : undefined
    if (audience !== undefined && parties === undefined)
      wrong('`audience` is not a list of parties')
    return [
      {
        at,
        writing: {
          party,
          kind,
          content,
          ...(id !== undefined && { id: String(id) }),
          ...(parties && { audience: parties }),
          ...(supersedes !== undefined && { supersedes: String(supersedes) })
        }
      }
    ]
  })
}
