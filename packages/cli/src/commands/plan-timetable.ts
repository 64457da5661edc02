import type { TimetableAnswer } from '@truce/core/ask/timetable'
import { askTimetable, NoTimetable } from '@truce/core/ask/timetable'
import { renderMarkdown, renderPlain } from '@truce/core/report'
import { timetableReport } from '@truce/core/report/timetable'
import type { Recess, TimetableSettings } from '@truce/core/timetable'
import { existingDate, parseInstant } from '@truce/core/timetable'
import { exportTimetable } from '@truce/interchange'
import type { Args } from '../args.ts'
import { oneOf, parse, several } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson, refuse } from '../open.ts'

/** What `truce plan timetable --help` prints. */
export const HELP = `truce plan timetable <case> [options]
When everything is that a case dates, on the clocks of each party that has some
(clock: under a party); what is counted from what, by how much each could be later,
what comes before entry into force, and what cannot be kept or is not clear.

  --signature <instant>  supposes that the agreement is signed then, such as
                         "2025-01-30T10:00[Europe/Kyiv]"
  --eif <instant>        supposes that the ceasefire enters into force then, and
                         says what moves with it and what stays
  --recess <meeting>=<day>/<day>
                         supposes a recess of a meeting, both days included; may
                         stand several times
  --party <id>           what binds this party, or everybody
  --from <day>           from this day on, in the zone of the ceasefire
  --until <day>          up to this day
  --format <how>         text (default), markdown, json or ics: an iCalendar file,
                         with meetings and line checks as series

Exit code 4: something cannot be kept.
`

const OPTIONS = {
  signature: { type: 'string' },
  eif: { type: 'string' },
  recess: { type: 'string', multiple: true },
  party: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  format: { type: 'string' }
} as const

/** `truce plan timetable`: exit 0 where all can be kept, 4 where something cannot, 3 on errors. */
export async function planTimetable(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined)
    throw new Usage('plan timetable takes one case: truce plan timetable <case>')
  const format = oneOf(args, 'format', ['text', 'markdown', 'json', 'ics']) ?? 'text'
  const answer = ask(await openCase(path), settingsIn(args))
  if (answer.refused) return refuse(answer, io, format === 'json')
  if (format === 'json') printJson(answer.document(), io)
  else io.stdout(printed(answer, format, io))
  const { conflicts } = answer.result.timetable
  return conflicts.some(({ severity }) => severity === 'impossible') ? EXIT.no : EXIT.done
}

function ask(...about: Parameters<typeof askTimetable>): ReturnType<typeof askTimetable> {
  try {
    return askTimetable(...about)
  } catch (error) {
    if (error instanceof NoTimetable) throw new Usage(error.message)
    throw error
  }
}

function printed({ result }: TimetableAnswer, format: 'text' | 'markdown' | 'ics', io: Io): string {
  if (format === 'ics') {
    const made = exportTimetable(result)
    if (made.refused !== undefined) throw new Error(`no calendar was written: ${made.refused}`)
    return made.text
  }
  const blocks = timetableReport(result)
  return format === 'markdown'
    ? renderMarkdown(blocks)
    : renderPlain(blocks, { width: io.columns, colour: io.colour })
}

function settingsIn(args: Args): TimetableSettings {
  const { party } = args.values
  const [from, until] = [dayIn(args, 'from'), dayIn(args, 'until')]
  if (from !== undefined && until !== undefined && from > until)
    throw new Usage(`--from ${from} is after --until ${until}`)
  const recesses = several(args, 'recess').map(recessOf)
  return {
    ...instantIn(args, 'signature'),
    ...instantIn(args, 'eif'),
    ...(typeof party === 'string' ? { party } : {}),
    ...(from === undefined ? {} : { from }),
    ...(until === undefined ? {} : { until }),
    ...(recesses.length > 0 ? { recesses } : {})
  }
}

function instantIn({ values }: Args, name: 'signature' | 'eif'): Partial<TimetableSettings> {
  const text = values[name]
  if (typeof text !== 'string') return {}
  const parsed = parseInstant(text)
  if (parsed.ok) return { [name]: parsed.instant }
  throw new Usage(
    `--${name} takes a local time with its zone, such as "2025-01-30T10:00[Europe/Kyiv]"; ${text}: ${parsed.problem}`
  )
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text) && existingDate(text)

function dayIn({ values }: Args, name: 'from' | 'until'): string | undefined {
  const text = values[name]
  if (typeof text !== 'string' || isDay(text)) return text as string | undefined
  throw new Usage(`--${name} takes a day, such as 2025-02-01`)
}

function recessOf(text: string): Recess {
  const [, meeting = '', from = '', until = ''] = /^([^=]+)=([^/]+)\/(.+)$/.exec(text) ?? []
  if (!isDay(from) || !isDay(until) || from > until)
    throw new Usage(
      '--recess takes a meeting and two days, the first not after the second: flag=2025-03-01/2025-03-07'
    )
  return { meeting, from, until }
}
