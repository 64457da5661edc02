import { textIn } from '../../model/package.ts'
import type { AgendaItem, DueAccount, MeetingOutcome } from '../../record/index.ts'
import { heldShare, LATE_AFTER_MINUTES, MEETING_OUTCOMES } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph, table } from '../blocks.ts'
import { lagWords, localWords } from '../timetable/timetable-words.ts'
import type { InWords } from '../words/index.ts'
import { inPercent, nameOf, namesOf, words } from '../words/index.ts'
import { accountWords } from './meeting-words.ts'
import type { MeetingsTold, SeriesTold } from './meetings-json.ts'
import { seriesTold } from './meetings-json.ts'

/**
 * The report of the standing meetings: what share was held, what became of each that was due and
 * why, minutes that wait for a signature, promises, and what the next has to talk about.
 */
export function meetingsReport(told: MeetingsTold): readonly Block[] {
  const { state, now, from } = told
  const about: InWords = { words: words(), source: state.source }
  const { say, language } = about.words
  return [
    heading(1, say('meetings.title')),
    facts([
      [say('hotline.case'), textIn(state.source.title, language)],
      [say('hotline.at'), new Date(now).toISOString()],
      [say('meetings.from'), from === undefined ? '' : new Date(from).toISOString()]
    ]),
    ...seriesTold(told).flatMap((one) => seriesBlocks(about, one)),
    heading(2, say('method.title')),
    paragraph(say('meetings.method', { minutes: LATE_AFTER_MINUTES }))
  ]
}

function seriesBlocks(about: InWords, one: SeriesTold): readonly Block[] {
  const { say } = about.words
  const { series } = one
  const title = series.meeting.title
    ? textIn(series.meeting.title, about.words.language)
    : series.meeting.id
  return [
    heading(2, title),
    paragraph(shareWords(about, one)),
    ...dueBlocks(about, one),
    ...(series.inRecess.length > 0
      ? [
          paragraph(
            say('meetings.in-recess', { n: series.inRecess.length, recesses: recessesOf(one) })
          )
        ]
      : []),
    ...(series.beside.length > 0
      ? [
          paragraph(
            say('meetings.beside', { entries: series.beside.map(({ id }) => id).join(', ') })
          )
        ]
      : []),
    ...minutesBlocks(about, one),
    ...undertakingBlocks(about, one),
    ...agendaBlock(about, one)
  ]
}

const recessesOf = ({ series }: SeriesTold): string =>
  [...new Set(series.inRecess.map(({ recess }) => recess))].join(', ')

/** How many were due and held, by what became of them. */
function shareWords({ words: own }: InWords, { series, due }: SeriesTold): string {
  const { say, list: listed } = own
  const { meeting, time, zone, first, firstBy } = series
  if (first === undefined) return say('meetings.undated', { meeting: meeting.id })
  const share = heldShare(due)
  const n = (state: MeetingOutcome): number => due.filter((one) => one.state === state).length
  const counts = MEETING_OUTCOMES.filter((state) => n(state) > 0).map((state) =>
    say(`meetings.count.${state}`, { n: n(state) })
  )
  const { low, high } = share
  return [
    say('meetings.standing', { cadence: say(`meetings.cadence.${meeting.cadence}`), time, zone }),
    ...(firstBy === 'record' ? [say('meetings.first-by-record')] : []),
    counts.length === 0
      ? say('meetings.none-due')
      : say('meetings.counts', { n: due.length, counts: listed(counts) }),
    ...(low === undefined || high === undefined
      ? []
      : [
          low === high
            ? say('meetings.share', { share: inPercent(low), held: share.held, due: share.due })
            : say('meetings.share.range', {
                low: inPercent(low),
                high: inPercent(high),
                held: share.held,
                due: share.due,
                doubtful: share.doubtful
              })
        ])
  ].join(' ')
}

/** Each that was not simply held stands with its reasons; the others are counted above. */
function dueBlocks(about: InWords, { series, due }: SeriesTold): readonly Block[] {
  const { say } = about.words
  const told = due.filter((one) => !isPlain(one))
  if (told.length === 0) return []
  return [
    table(
      [
        say('meetings.column.due'),
        say('meetings.column.state'),
        say('meetings.column.why'),
        say('meetings.column.entries')
      ],
      told.map((one) => [
        localWords(one.due / 1000, series.zone),
        say(`meetings.state.${one.state}`),
        accountWords(about, one),
        [...one.calls, ...[...one.held, ...one.failed].map(({ id }) => id)].join(', ')
      ])
    )
  ]
}

const isPlain = ({ state, by, floor, notAgreed, slip }: DueAccount): boolean =>
  state === 'held' &&
  by === 'cadence' &&
  (floor === undefined || floor.verdict === 'satisfied') &&
  notAgreed === undefined &&
  slip === undefined

function minutesBlocks(about: InWords, { minutes }: SeriesTold): readonly Block[] {
  const { say } = about.words
  if (minutes.length === 0) return []
  const open = minutes.filter(({ complete }) => !complete)
  return [
    heading(3, say('meetings.minutes')),
    paragraph(
      say('meetings.minutes.count', { n: minutes.length, signed: minutes.length - open.length })
    ),
    list(
      open.map(({ held, unwritten, sides }) =>
        [
          say('meetings.minutes.of', { held: held.id }),
          ...(unwritten.length > 0
            ? [say('meetings.minutes.unwritten', { languages: unwritten.join(', ') })]
            : []),
          ...sides
            .filter(({ missing }) => missing.length > 0)
            .map(({ party, missing }) =>
              say('meetings.minutes.unsigned', {
                party: nameOf(about.source, party),
                languages: missing.join(', ')
              })
            )
        ].join(' ')
      )
    )
  ]
}

function undertakingBlocks(about: InWords, { series, undertakings }: SeriesTold): readonly Block[] {
  const { say } = about.words
  if (undertakings.length === 0) return []
  return [
    heading(3, say('meetings.undertakings')),
    table(
      [
        say('meetings.column.undertaking'),
        say('meetings.column.by'),
        say('meetings.column.until'),
        say('meetings.column.state'),
        say('meetings.column.late'),
        say('meetings.column.entries')
      ],
      undertakings.map(({ given, state, due, lateBy, entries }) => [
        say('meetings.undertaking', { id: given.id, what: given.what }),
        nameOf(about.source, given.by),
        due === undefined ? '' : localWords(due / 1000, series.zone),
        say(`meetings.undertaking.${state}`),
        lateBy === undefined ? '' : lagWords(about.words, Math.round(lateBy / 1000)),
        entries.join(', ')
      ])
    )
  ]
}

function agendaBlock(about: InWords, { series, agenda }: SeriesTold): readonly Block[] {
  const { say } = about.words
  return [
    heading(3, say('meetings.agenda')),
    agenda.length === 0
      ? paragraph(say('meetings.agenda.none'))
      : list(agenda.map((item) => agendaWords(about, series.zone, item)))
  ]
}

const agendaWords = (about: InWords, zone: string, item: AgendaItem): string =>
  about.words.say('meetings.agenda.item', {
    heading: about.words.say(`meetings.agenda.${item.heading}`),
    what: [
      item.text ?? '',
      item.state,
      item.parties.length > 0 ? namesOf(about.words, about.source, item.parties) : ''
    ]
      .filter((text) => text !== '')
      .join('; '),
    since: localWords(item.since / 1000, zone),
    entries: item.entries.join(', ')
  })
