import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import type {
  AreaRow,
  Daily,
  DailyCasualties,
  DailyCount,
  EventTally,
  RecordedEvent,
  Violations
} from '../../record/index.ts'
import { COUNTING, counts } from '../../record/index.ts'
import type { Block, Figure } from '../blocks.ts'
import { facts, heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { capital, count, words } from '../words/index.ts'
import { audienceWords, disclosureBlocks } from './daily-disclosure.ts'
import {
  accountRows,
  areaWords,
  clockWords,
  offsetWords,
  rangeWords,
  tallyWords
} from './daily-words.ts'
import { NumberedEntries } from './numbered.ts'

/** What a daily report is written from. */
interface Telling {
  readonly words: Words
  readonly source: Case
  readonly about: Daily
  readonly numbers: NumberedEntries
}

/**
 * A daily report in the form of an observation mission's: what, of when and known when; a summary in
 * a fixed order; tables by area against the period before; what was observed; and the entries behind
 * every number. `map` stands after the summary.
 */
export function dailyReport(source: Case, about: Daily, map?: Figure): readonly Block[] {
  const own = words()
  const { say } = own
  const telling: Telling = { words: own, source, about, numbers: new NumberedEntries(own) }
  const of = (kind: RecordedEvent['kind']): readonly RecordedEvent[] =>
    about.events.filter((event) => event.kind === kind && counts(event))
  return [
    ...headBlocks(telling),
    heading(2, say('daily.summary')),
    list(summaryItems(telling)),
    ...(map ? [map] : []),
    ...areaBlocks(telling),
    ...dayBlocks(telling),
    ...casualtyBlocks(telling),
    ...eventBlocks(telling, say('daily.weapons'), of('weapons')),
    ...restrictionBlocks(telling),
    ...eventBlocks(telling, undefined, of('movement')),
    ...eventBlocks(telling, say('daily.civilians'), of('civilians')),
    ...openBlocks(telling),
    ...eventBlocks(telling, say('daily.observed'), of('violation')),
    ...telling.numbers.blocks(),
    heading(2, say('method.title')),
    paragraph(say('daily.method'))
  ]
}

function headBlocks({ words, source, about }: Telling): readonly Block[] {
  const { say } = words
  const { number, year, days, period, cutOff, until } = about
  return [
    heading(
      1,
      days.days === 1
        ? say('daily.title', { number, year })
        : say('daily.title.days', { number, year, days: days.days })
    ),
    facts([
      [say('daily.case'), textIn(source.title, words.language)],
      [
        say('daily.period'),
        say('daily.period.said', {
          from: clockWords(period.from, about),
          to: clockWords(period.to, about)
        })
      ],
      [
        say('daily.clock'),
        say('daily.clock.said', {
          zone: cutOff.zone,
          offset: offsetWords(period.to, cutOff.zone),
          time: cutOff.time
        })
      ],
      [
        say('daily.based'),
        until === ''
          ? say('daily.based.nothing')
          : say('daily.based.said', { until: clockWords(Date.parse(until) / 1000, about) })
      ],
      ...(about.disclosure.audience.of === 'whole'
        ? []
        : [[say('daily.for'), audienceWords(words, source, about.disclosure.audience)] as const])
    ]),
    ...disclosureBlocks(words, about)
  ]
}

/** The summary, in the order of such reports; what did not happen then or before is left out. */
function summaryItems(telling: Telling): readonly string[] {
  const { words, about, numbers } = telling
  const { say } = words
  const { violations, cumulative, weapons, mines, works, civilians, movement, late } = about
  const items = violations.rows.map((row) => areaItem(telling, row))
  const before = rangeWords(words, violations.total.previous)
  const line = (
    key: 'weapons' | 'mines' | 'works' | 'civilians' | 'movement',
    { counted, previous }: DailyCount
  ): readonly string[] =>
    counted.events + previous.events === 0
      ? []
      : [
          numbers.with(
            say(`daily.summary.${key}`, { n: counted.events, before: count(previous.events) }),
            counted.entries
          )
        ]
  return [
    ...(violations.total.counted.events === 0 ? [say('daily.summary.none', { before })] : items),
    ...(cumulative ? [cumulativeItem(telling, cumulative)] : []),
    casualtyItem(telling),
    ...line('weapons', weapons.total),
    ...line('mines', mines),
    ...line('works', works),
    ...line('civilians', civilians.total),
    ...line('movement', movement.total),
    openItem(telling),
    ...(late.events > 0
      ? [numbers.with(say('daily.summary.late', { n: late.events }), late.entries)]
      : [])
  ]
}

function areaItem({ words, numbers }: Telling, { areas, counted, previous }: AreaRow): string {
  const before = rangeWords(words, previous)
  const area = capital(areaWords(words, areas))
  const { low, high, entries } = counted
  const said =
    low === high
      ? words.say('daily.summary.area', { area, n: low, before })
      : words.say('daily.summary.area.range', { area, low, high, before })
  return numbers.with(said, entries)
}

function cumulativeItem(
  { words, about, numbers }: Telling,
  { since, counted }: NonNullable<Daily['cumulative']>
): string {
  const said = { since: clockWords(since, about), n: rangeWords(words, counted) }
  const { loose, entries } = counted
  return numbers.with(
    loose === 0
      ? words.say('daily.summary.cumulative', said)
      : words.say('daily.summary.cumulative.loose', { ...said, loose }),
    entries
  )
}

function casualtyItem({ words, about, numbers }: Telling): string {
  const { killed, injured } = about
  if (!killed.range && !injured.range) return words.say('daily.summary.casualties.none')
  const said = ({ range, entries }: DailyCasualties): string => {
    if (!range) return words.say('daily.not-said')
    const { low, best, high } = range
    const text =
      best === undefined || (low === best && best === high)
        ? rangeWords(words, range)
        : words.say('daily.range.best', { low, best, high })
    return numbers.with(text, entries)
  }
  return words.say('daily.summary.casualties', { killed: said(killed), injured: said(injured) })
}

function openItem({ words, about, numbers }: Telling): string {
  const open = about.open
    .filter(({ standing }) => COUNTING.has(standing))
    .flatMap((one) => one.events)
  const contested = about.events.filter((event) => counts(event) && event.contested)
  return numbers.with(
    words.say('daily.summary.open', { n: open.length, contested: contested.length }),
    [...open, ...contested.filter((event) => !open.includes(event))].flatMap(({ id }) => id)
  )
}

const COUNTED_COLUMNS = [
  'confirmed',
  'unverified',
  'inconclusive',
  'no-access',
  'differing'
] as const
const OTHER_COLUMNS = ['not-confirmed', 'no-violation', 'lead'] as const

function areaBlocks({ words, about: { violations }, numbers }: Telling): readonly Block[] {
  const { say } = words
  const cell = (tally: EventTally): string => numbers.with(rangeWords(words, tally), tally.entries)
  const named = [
    ...violations.rows.map((row) => [areaWords(words, row.areas), row] as const),
    [say('daily.area.all'), violations.total] as const
  ]
  const { loose, entries } = violations.total.counted
  const uncounted = OTHER_COLUMNS.some((one) => violations.total.byStanding[one].events > 0)
  return [
    heading(2, say('daily.violations')),
    paragraph(say('daily.violations.lead')),
    table(
      [
        say('daily.area'),
        say('daily.column.counted'),
        say('daily.column.previous'),
        say('daily.column.events')
      ],
      named.map(([name, row]) => [
        name,
        cell(row.counted),
        cell(row.previous),
        count(row.counted.events)
      ])
    ),
    table(
      [
        say('daily.area'),
        ...COUNTED_COLUMNS.map((one) => say(`daily.standing.${one}`)),
        say('daily.column.contested')
      ],
      named.map(([name, row]) => [
        name,
        ...COUNTED_COLUMNS.map((one) => cell(row.byStanding[one])),
        cell(row.contested)
      ])
    ),
    ...(uncounted
      ? [
          heading(3, say('daily.uncounted')),
          table(
            [say('daily.area'), ...OTHER_COLUMNS.map((one) => say(`daily.standing.${one}`))],
            named.map(([name, row]) => [
              name,
              ...OTHER_COLUMNS.map((one) => cell(row.byStanding[one]))
            ])
          )
        ]
      : []),
    ...(loose > 0 ? [paragraph(say('daily.loose', { n: loose, mark: numbers.mark(entries) }))] : [])
  ]
}

function dayBlocks({ words, about: { violations }, numbers }: Telling): readonly Block[] {
  const { say } = words
  if (violations.byDay.length < 2) return []
  return [
    heading(3, say('daily.days')),
    table(
      [say('daily.column.day'), say('daily.column.counted')],
      violations.byDay.map(({ day, counted }) => [
        day,
        numbers.with(tallyWords(words, counted, false), counted.entries)
      ])
    )
  ]
}

function casualtyBlocks({ words, about, numbers }: Telling): readonly Block[] {
  const { say } = words
  const { killed, injured } = about
  if (!killed.range && !injured.range && !killed.previous && !injured.previous) return []
  const row = (name: string, { range, previous, entries }: DailyCasualties): readonly string[] => [
    name,
    range ? numbers.with(count(range.low), entries) : say('daily.not-said'),
    range ? (range.best === undefined ? say('daily.differs') : count(range.best)) : '',
    range ? count(range.high) : '',
    previous ? rangeWords(words, previous) : say('daily.not-said')
  ]
  return [
    heading(2, say('daily.casualties')),
    table(
      [
        say('daily.column.who'),
        say('daily.column.low'),
        say('daily.column.best'),
        say('daily.column.high'),
        say('daily.column.previous')
      ],
      [row(say('daily.killed'), killed), row(say('daily.injured'), injured)]
    )
  ]
}

/** Accounts of events side by side; nothing where there is none. */
function eventBlocks(
  { words, source, about }: Telling,
  title: string | undefined,
  events: readonly RecordedEvent[]
): readonly Block[] {
  const { say } = words
  if (events.length === 0) return []
  return [
    ...(title === undefined ? [] : [heading(2, title)]),
    table(
      [
        say('daily.column.when'),
        say('daily.column.place'),
        say('daily.column.what'),
        say('daily.column.by'),
        say('daily.column.standing'),
        say('daily.column.entry')
      ],
      accountRows(words, source, { about, events })
    )
  ]
}

function restrictionBlocks({ words, about, numbers }: Telling): readonly Block[] {
  const { say } = words
  const rows = about.restrictions.filter(
    ({ counted, previous }) => counted.events + previous.events > 0
  )
  if (rows.length === 0) return []
  const total = totalOf(about.movement)
  return [
    heading(2, say('daily.movement')),
    table(
      [say('daily.column.kind'), say('daily.column.times'), say('daily.column.previous')],
      [
        ...rows.map(({ restriction, counted, previous }) => [
          say(`daily.restriction.${restriction}`),
          numbers.with(count(counted.events), counted.entries),
          numbers.with(count(previous.events), previous.entries)
        ]),
        [
          say('daily.area.all'),
          numbers.with(count(total.counted.events), total.counted.entries),
          numbers.with(count(total.previous.events), total.previous.entries)
        ]
      ]
    )
  ]
}

const totalOf = ({ total: { counted, previous } }: Violations): DailyCount => ({
  counted,
  previous
})

function openBlocks({ words, about: { open } }: Telling): readonly Block[] {
  const { say } = words
  if (open.length === 0) return []
  return [
    heading(2, say('daily.open')),
    paragraph(say('daily.open.lead')),
    table(
      [say('daily.column.standing'), say('daily.column.times'), say('daily.column.entry')],
      open.map(({ standing, events }) => [
        say(`daily.standing.${standing}`),
        count(events.length),
        events.map(({ id }) => id).join(', ')
      ])
    )
  ]
}
