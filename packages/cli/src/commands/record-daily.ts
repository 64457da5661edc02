import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { NamedGround } from '@truce/core/geo'
import { featuresIn, readGeoJson, Undrawable } from '@truce/core/geo'
import { textIn } from '@truce/core/model'
import type { CutOff, Daily, DailyAsked, RecordState } from '@truce/core/record'
import {
  daily,
  dayLater,
  duplicatesAmong,
  endOfDay,
  eventsOf,
  isCoarse,
  reportDayOf
} from '@truce/core/record'
import { renderPlain } from '@truce/core/report'
import type { LineCourses } from '@truce/core/report/record'
import { dailyJson, dailyMap, dailyReport } from '@truce/core/report/record'
import { existingDate, isZone } from '@truce/core/timetable'
import type { Args } from '../args.ts'
import { oneOf, parse, wholeNumber } from '../args.ts'
import type { Io } from '../io.ts'
import { EXIT, Usage } from '../io.ts'
import { openCase, printJson } from '../open.ts'
import { CLOSENESS, CLOSENESS_HELP, disclosureOf, FOR } from '../record-audience.ts'
import { openRecord } from '../record-book.ts'
import { documentWanted, writeDocument } from '../written-document.ts'
import { drawingsOf } from './case-drawings.ts'

export const HELP = `truce record daily <record> --zone <zone> [options]
The daily report in the form of an observation mission's: violations by area
against the day before, casualties, weapons, restrictions of movement, what nobody
has confirmed; every number leads to the entries that make it.

  --zone <zone>          whose clocks, such as Europe/Kyiv
  --day <day>            the day on which it ends, such as 2025-01-25; by default the
                         last that has ended when the last entry came in
  --days <n>             about so many days, against as many before (default 1)
  --cut-off <HH:MM>      when a day ends there (default 19:30)
  --since <day>          count on from the beginning of this day too
  --number <n>           its number; by default counted from the first day of the record
  --known-at-cut-off     as the record was at the end of the day, not as it is now
  --areas <file>         GeoJSON areas with a name each, for accounts that name none
${CLOSENESS_HELP}
  --duplicates           say which events may be one; nothing is joined
  --format <how>         text (default) or json
  --to <format>          md, html, docx or pdf; by the ending of --out if left out
  --out <file>           a file that does not exist yet; needed for docx and pdf
`

const OPTIONS = {
  zone: { type: 'string' },
  day: { type: 'string' },
  days: { type: 'string' },
  'cut-off': { type: 'string' },
  since: { type: 'string' },
  number: { type: 'string' },
  'known-at-cut-off': { type: 'boolean' },
  areas: { type: 'string' },
  ...FOR,
  ...CLOSENESS,
  duplicates: { type: 'boolean' },
  format: { type: 'string' },
  to: { type: 'string' },
  out: { type: 'string' }
} as const

/** `truce record daily`. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  const args = parse(argv, OPTIONS)
  const [path, extra] = args.positionals
  if (path === undefined || extra !== undefined) throw new Usage('record daily takes one record')
  const format = oneOf(args, 'format', ['text', 'json'] as const) ?? 'text'
  const isDocument = args.values['to'] !== undefined || args.values['out'] !== undefined
  const wanted = isDocument ? documentWanted(args, 'record daily') : undefined
  const cutOff = cutOffOf(args)
  const grounds = await groundsOf(args.values['areas'])
  const folder = await openRecord(path)
  try {
    const { state } = folder.book
    const disclosure = disclosureOf(args, { source: state.source, ring: folder.book.log.ring })
    if (args.values['duplicates'] === true) {
      if (disclosure.audience.of !== 'whole' || isCoarse(disclosure))
        throw new Usage('--duplicates is for whoever keeps the record: it tells places and times')
      return sayDuplicates(state, grounds, io)
    }
    const about = askedOf(args, state, { cutOff, grounds, disclosure })
    if (format === 'json') printJson(dailyJson(state.source, about), io)
    else {
      const map = dailyMap(state.source, about, await linesOf(path))
      const blocks = dailyReport(state.source, about, map)
      const { title } = state.source
      if (wanted) {
        const said = { title: textIn(title), asOf: about.days.day }
        await writeDocument(blocks, { ...wanted, about: said }, io)
      } else io.stdout(renderPlain(blocks, { width: io.columns, colour: io.colour }))
    }
    return EXIT.done
  } finally {
    await folder.close()
  }
}

function askedOf(
  args: Args,
  state: RecordState,
  shared: Pick<Required<DailyAsked>, 'cutOff' | 'grounds' | 'disclosure'>
): Daily {
  const { cutOff } = shared
  const latest = Date.parse(state.until === '' ? '1970-01-01T00:00:00Z' : state.until) / 1000
  const day = dayOf(args, 'day') ?? dayLater(reportDayOf(latest, cutOff), -1)
  const days = { day, days: wholeNumber(args, 'days', { least: 1, most: 400, otherwise: 1 }) }
  const since = dayOf(args, 'since')
  const number = args.values['number']
  const whole = daily(state, {
    ...shared,
    days,
    ...(number === undefined
      ? {}
      : { number: wholeNumber(args, 'number', { least: 1, most: 100_000, otherwise: 1 }) }),
    ...(since === undefined ? {} : { since: startOf(since, cutOff) })
  })
  if (args.values['known-at-cut-off'] !== true) return whole
  return daily(state, {
    ...shared,
    days,
    knownAt: whole.period.to,
    number: whole.number,
    ...(whole.cumulative ? { since: whole.cumulative.since } : {})
  })
}

const startOf = (day: string, { zone }: CutOff): number => endOfDay(day, { zone, time: '00:00' })

function cutOffOf({ values }: Args): CutOff {
  const { zone, 'cut-off': time = '19:30' } = values
  if (typeof zone !== 'string')
    throw new Usage('record daily needs whose clocks it goes by: --zone Europe/Kyiv')
  if (!isZone(zone)) throw new Usage(`--zone: ${zone} is not a time zone of the IANA list`)
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(String(time)))
    throw new Usage(`--cut-off takes a time of day such as 19:30, not ${String(time)}`)
  return { zone, time: String(time) }
}

function dayOf({ values }: Args, name: 'day' | 'since'): string | undefined {
  const day = values[name]
  if (day === undefined) return undefined
  if (/^\d{4}-\d{2}-\d{2}$/.test(String(day)) && existingDate(String(day))) return String(day)
  throw new Usage(`--${name} takes a day such as 2025-01-25, not ${String(day)}`)
}

/** Each feature of a file with the area that it covers. */
async function groundsOf(file: unknown): Promise<readonly NamedGround[]> {
  if (typeof file !== 'string') return []
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Usage(`--areas: ${file} cannot be read`)
  })
  try {
    return featuresIn(text).map(({ geometry, properties }, at) => {
      const { name } = properties
      if (typeof name !== 'string' || name === '')
        throw new Usage(
          `--areas: ${file}, feature ${at + 1} has no name: give it the property name`
        )
      const { kind, area } = readGeoJson(JSON.stringify(geometry))
      if (kind === 'area') return { name, area }
      throw new Usage(`--areas: ${file}, feature ${at + 1} (${name}) is a line: give an area`)
    })
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    throw new Usage(
      `--areas: ${file} cannot be used (${error.what}): give GeoJSON areas with a name each`
    )
  }
}

/** The lines of the case that are drawn in the folder of the record. */
async function linesOf(path: string): Promise<LineCourses> {
  const folder = join(path, 'case')
  const drawings = await drawingsOf(folder, await openCase(folder))
  return new Map(
    [...drawings].flatMap(([id, drawing]) =>
      typeof drawing === 'string' || drawing instanceof Undrawable ? [] : [[id, drawing.courses]]
    )
  )
}

function sayDuplicates(state: RecordState, grounds: readonly NamedGround[], io: Io): number {
  const { proposed, found } = duplicatesAmong(eventsOf(state, grounds))
  for (const { one, other, category, metres, within, seconds, tolerance } of proposed)
    io.stdout(
      `${one} and ${other}: ${category}, ${metres} m apart (within ${within} m), ${seconds} s apart (within ${tolerance} s)\n`
    )
  io.stdout(
    `${found} pairs may be one event${found > proposed.length ? `; the ${proposed.length} closest are shown` : ''}; incident.joined joins what is one\n`
  )
  return EXIT.done
}
