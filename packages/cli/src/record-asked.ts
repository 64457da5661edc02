import type { RecordState } from '@truce/core/record'
import { readableBy } from '@truce/core/record'
import type { Block } from '@truce/core/report'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import type { RecordFolder } from '@truce/host/record'
import type { Args } from './args.ts'
import { oneOf, parse } from './args.ts'
import type { Io } from './io.ts'
import { EXIT, Usage } from './io.ts'
import { printJson } from './open.ts'
import { audienceOf, FOR } from './record-audience.ts'
import { instantOf, openRecord } from './record-book.ts'

/** What is said of the options that all questions about a record share. */
export const ASKED_HELP = `  --at <instant>         as the record stood then, such as 2025-02-20T18:00:00Z; by default
                         now, in an exercise when the last entry came in
  --for <audience>       as a party of the case may read it, or mission (those who keep,
                         watch and mediate); by default whoever keeps the record
  --format <how>         text (default), markdown or json`

/** A question about a record: its options beside those that all share, and its answer. */
export interface RecordQuestion {
  readonly name: string
  readonly options?: Readonly<Record<string, { readonly type: 'string' }>>
  readonly answer: (asked: RecordAsked) => RecordAnswer | Promise<RecordAnswer>
}

/** What a question is asked of: the record, the instant (ms since 1970), its options, its folder. */
export interface RecordAsked {
  readonly state: RecordState
  readonly now: number
  readonly args: Args
  readonly path: string
}

/** An answer in either form. */
export interface RecordAnswer {
  readonly blocks: () => readonly Block[]
  readonly json: () => object
}

/** Opens a record, asks it as it stood at an instant, and prints the answer in the form asked for. */
export async function askRecord(
  argv: readonly string[],
  io: Io,
  { name, options = {}, answer }: RecordQuestion
): Promise<number> {
  const args = parse(argv, {
    at: { type: 'string' },
    format: { type: 'string' },
    ...FOR,
    ...options
  })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined) throw new Usage(`record ${name} takes one record`)
  const format = oneOf(args, 'format', ['text', 'markdown', 'json'] as const) ?? 'text'
  const at = args.values['at']
  const asked = at === undefined ? undefined : instantOf(String(at), 'at')
  const folder = await openRecord(path)
  try {
    const { exercise } = folder.book
    const state = readableState(args, folder, name)
    const last = state.until === '' ? 0 : Date.parse(state.until)
    const now = asked ?? (exercise ? last : Math.max(Date.now(), last))
    const found = await answer({ state, now, args, path })
    if (format === 'json') printJson(found.json(), io)
    else if (format === 'markdown') io.stdout(renderMarkdown(found.blocks()))
    else io.stdout(renderPlain(found.blocks(), { width: io.columns, colour: io.colour }))
    return EXIT.done
  } finally {
    await folder.close()
  }
}

/** The record as the audience of `--for` may read it. Clocks and deadlines cannot be told less closely. */
export function readableState(args: Args, { book }: RecordFolder, name: string): RecordState {
  const { state } = book
  const audience = audienceOf(args, { source: state.source, ring: book.log.ring })
  if (audience.of === 'public')
    throw new Usage(
      `record ${name} is for parties and the mission, for it goes by the minute: truce record daily --for public tells less closely`
    )
  return readableBy(state, audience).state
}
