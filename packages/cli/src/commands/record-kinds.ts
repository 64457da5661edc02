import { nearest } from '@truce/core/diagnostic'
import type { EntryKind } from '@truce/core/record'
import { ENTRY_KINDS, entryJsonSchema, isEntryKind } from '@truce/core/record'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { kindsBlocks } from '@truce/core/report/record'
import { words } from '@truce/core/report/words'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'

export const HELP = `truce record kinds [<kind>] [options]
What an entry of each kind says, who may write it and what it holds.

  --format <how>         text (default), markdown, or schema: the JSON Schema of a
                         line for truce record add
`

/** `truce record kinds`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, { format: { type: 'string' } })
  const format = oneOf(args, 'format', ['text', 'markdown', 'schema'] as const) ?? 'text'
  if (format === 'schema') {
    printJson(entryJsonSchema(), io)
    return EXIT.done
  }
  const kinds = args.positionals.length > 0 ? args.positionals.flatMap(kindsLike) : undefined
  const blocks = kindsBlocks(words(), kinds)
  io.stdout(
    format === 'markdown'
      ? renderMarkdown(blocks)
      : renderPlain(blocks, { width: io.columns, colour: io.colour })
  )
  return EXIT.done
}

/** A kind by its name, or all of a family: `incident`. */
function kindsLike(word: string): readonly EntryKind[] {
  if (isEntryKind(word)) return [word]
  const all = Object.keys(ENTRY_KINDS) as EntryKind[]
  const family = all.filter((kind) => kind.startsWith(`${word.replace(/\.$/, '')}.`))
  if (family.length > 0) return family
  const near = nearest(word, all)
  throw new Usage(`there is no kind of entry ${word}${near ? `; did you mean ${near}?` : ''}`)
}
