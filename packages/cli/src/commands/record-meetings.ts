import { seriesAccounts } from '@truce/core/record'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { meetingsJson, meetingsReport } from '@truce/core/report/record'
import { oneOf, parse } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { printJson } from '../open.ts'
import { openRecord } from '../record-book.ts'
import { HOURS_HELP, instantOption, toldAt } from '../record-hours.ts'

export const HELP = `truce record meetings <record> [options]
What became of each meeting that was due: held, late, failed, contested, unaccounted
for, and why; quorum and rank floor of its day; what share was held; minutes that wait
for a signature; promises and whether they were kept; what the next has to talk about.

${HOURS_HELP}
  --meeting <id>         only this standing meeting of the case
  --from <instant>       only meetings due from then on
  --format <how>         text (default), markdown or json
`

/** `truce record meetings`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, {
    at: { type: 'string' },
    from: { type: 'string' },
    meeting: { type: 'string' },
    format: { type: 'string' }
  })
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined) throw new Usage('record meetings takes one record')
  const format = oneOf(args, 'format', ['text', 'markdown', 'json'] as const) ?? 'text'
  const { meeting } = args.values
  const folder = await openRecord(path)
  try {
    const { state } = folder.book
    const now = toldAt(args, state)
    const from = instantOption(args, 'from')
    const all = seriesAccounts(state, now)
    const series = all.filter((one) => meeting === undefined || one.meeting.id === meeting)
    if (series.length === 0)
      throw new Usage(
        meeting === undefined
          ? 'the case of this record has no standing meeting'
          : `the case has no meeting ${String(meeting)}; it has ${all.map((one) => one.meeting.id).join(', ')}`
      )
    const told = { state, series, now, ...(from === undefined ? {} : { from }) }
    if (format === 'json') printJson(meetingsJson(told), io)
    else if (format === 'markdown') io.stdout(renderMarkdown(meetingsReport(told)))
    else io.stdout(renderPlain(meetingsReport(told), { width: io.columns, colour: io.colour }))
    return EXIT.done
  } finally {
    await folder.close()
  }
}
