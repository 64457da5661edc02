import { hotlineOf } from '@truce/core/record'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { hotlineJson, hotlineReport } from '@truce/core/report/record'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'
import { openRecord } from '../record-book.ts'
import { HOURS_HELP, instantOption, toldAt } from '../record-hours.ts'

export const HELP = `truce record hotline <record> [options]
What is overdue on the hotlines, since when and by how much; the messages with their
two clocks at each addressee; the checks of the line that were made and missed; how
each party kept the clocks. Drills and tests stand apart.

${HOURS_HELP}
  --from <instant>       messages, checks and statistics from then on; by default of
                         the last 30 days
  --until <instant>      up to then; what is overdue is told whenever it was sent
  --format <how>         text (default), markdown or json

Exit code 4: something that was meant in earnest is overdue.
`

const DAYS = 30 * 86_400_000

/** `truce record hotline`: exit 0 where nothing meant in earnest is overdue, 4 where something is. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    at: { type: 'string' },
    from: { type: 'string' },
    until: { type: 'string' },
    format: { type: 'string' }
  })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined) throw new Usage('record hotline takes one record')
  const format = oneOf(args, 'format', ['text', 'markdown', 'json'] as const) ?? 'text'
  const folder = await openRecord(path)
  try {
    const { state } = folder.book
    const now = toldAt(args, state)
    const until = instantOption(args, 'until') ?? now + 1
    const from = instantOption(args, 'from') ?? until - DAYS
    if (from >= until) throw new Usage('--from has to be before --until')
    const hotline = hotlineOf(state, now)
    const told = { state, hotline, period: { from, until } }
    if (format === 'json') printJson(hotlineJson(told), io)
    else if (format === 'markdown') io.stdout(renderMarkdown(hotlineReport(told)))
    else io.stdout(renderPlain(hotlineReport(told), { width: io.columns, colour: io.colour }))
    return hotline.alarms.some(({ status }) => status === 'actual') ? EXIT.no : EXIT.done
  } finally {
    await folder.close()
  }
}
