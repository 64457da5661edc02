import { textIn } from '../../model/package.ts'
import type { ClockStatistics, HotlineAlarm, MessageClocks } from '../../record/index.ts'
import { hotlineStatistics, MESSAGE_STATUSES } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph, table } from '../blocks.ts'
import { lagWords, localWords } from '../timetable/timetable-words.ts'
import type { Words } from '../words/index.ts'
import { inPercent, nameOf, words } from '../words/index.ts'
import type { HotlineTold } from './hotline-json.ts'
import { inPeriod } from './hotline-json.ts'

interface Telling extends HotlineTold {
  readonly words: Words
  /** The zone in which the hours of each channel are told. */
  readonly zones: ReadonlyMap<string, string>
}

/**
 * The report of the hotline: what is overdue first, drills apart; then the messages of the period,
 * the checks of the line, and how the clocks were kept.
 */
export function hotlineReport(told: HotlineTold): readonly Block[] {
  const { state, hotline, period } = told
  const own = words()
  const { say } = own
  const zones = new Map(hotline.checks.map(({ channel, zone }) => [channel, zone]))
  for (const { id, zone } of state.source.process.channels.values()) if (zone) zones.set(id, zone)
  const telling: Telling = { ...told, words: own, zones }
  return [
    heading(1, say('hotline.title')),
    facts([
      [say('hotline.case'), textIn(state.source.title, own.language)],
      [say('hotline.at'), new Date(hotline.now).toISOString()],
      [
        say('hotline.period'),
        say('hotline.period.said', {
          from: new Date(period.from).toISOString(),
          until: new Date(period.until).toISOString()
        })
      ],
      [say('hotline.hidden'), hotline.hidden > 0 ? String(hotline.hidden) : '']
    ]),
    ...alarmBlocks(telling),
    ...messageBlocks(telling),
    ...checkBlocks(telling),
    ...statisticBlocks(telling),
    heading(2, say('method.title')),
    paragraph(say('hotline.method'))
  ]
}

const hour = ({ zones }: Telling, channel: string, ms: number): string =>
  localWords(ms / 1000, zones.get(channel) ?? 'UTC')

const party = ({ state }: Telling, id: string): string => nameOf(state.source, id)

function alarmBlocks(telling: Telling): readonly Block[] {
  const { say } = telling.words
  const { alarms } = telling.hotline
  const among = (status: HotlineAlarm['status']): readonly string[] =>
    alarms
      .filter((one) => one.status === status)
      .map((one) =>
        say(`hotline.alarm.${one.clock}`, {
          message: one.message,
          channel: one.channel,
          party: party(telling, one.party),
          since: hour(telling, one.channel, one.since),
          by: lagWords(telling.words, one.by / 1000)
        })
      )
  const drills = [...among('exercise'), ...among('test')]
  const earnest = among('actual')
  return [
    heading(2, say('hotline.alarms')),
    earnest.length === 0 ? paragraph(say('hotline.alarms.none')) : list(earnest),
    ...(drills.length === 0 ? [] : [heading(3, say('hotline.alarms.drill')), list(drills)])
  ]
}

function messageBlocks(telling: Telling): readonly Block[] {
  const { say } = telling.words
  const shown = telling.hotline.messages.filter(({ sentAt }) => inPeriod(sentAt, telling.period))
  return [
    heading(2, say('hotline.messages')),
    ...(shown.length === 0 ? [paragraph(say('hotline.messages.none'))] : []),
    ...MESSAGE_STATUSES.flatMap((status): readonly Block[] => {
      const own = shown.filter((one) => one.status === status)
      return own.length === 0
        ? []
        : [
            heading(3, say(`hotline.status.${status}`)),
            table(
              [
                say('hotline.column.sent'),
                say('hotline.column.message'),
                say('hotline.column.what'),
                say('hotline.column.to'),
                say('hotline.column.acknowledged'),
                say('hotline.column.answered')
              ],
              own.flatMap((one) => messageRows(telling, one))
            )
          ]
    })
  ]
}

function messageRows(telling: Telling, one: MessageClocks): readonly (readonly string[])[] {
  const { say } = telling.words
  const { message, channel, sentAt, ends, corrections } = one
  const content = message.sent?.content
  const marks = [
    ...(message.cancelled ? [say('hotline.cancelled')] : []),
    ...(corrections.length > 0 ? [say('hotline.corrected', { n: corrections.length })] : [])
  ]
  const what = [content?.kind ?? '', content?.subject ?? '', ...marks].filter((text) => text !== '')
  return ends.map(({ party: id, clocks }, at) => {
    const cell = (clock: 'acknowledge' | 'answer'): string => {
      const reading = clocks.find((found) => found.clock === clock)
      if (!reading) return say('hotline.state.none')
      const ran = lagWords(telling.words, reading.ran / 1000)
      return reading.state === 'cancelled'
        ? say('hotline.state.cancelled')
        : say(`hotline.state.${reading.state}`, { ran })
    }
    return [
      at === 0 ? hour(telling, channel, sentAt) : '',
      at === 0 ? message.id : '',
      at === 0 ? what.join(', ') : '',
      party(telling, id),
      cell('acknowledge'),
      cell('answer')
    ]
  })
}

function checkBlocks(telling: Telling): readonly Block[] {
  const { say, list: listed } = telling.words
  const { checks } = telling.hotline
  if (checks.length === 0) return []
  return [
    heading(2, say('hotline.checks')),
    ...checks.flatMap(({ channel, hours, zone, zoneTaken, first, due }): readonly Block[] => {
      const own = due.filter((one) => inPeriod(one.due, telling.period))
      const n = (state: (typeof own)[number]['state']): number =>
        own.filter((one) => one.state === state).length
      const open = own.filter(({ state }) => state === 'missed' || state === 'unanswered')
      return [
        paragraph(
          [
            first === undefined
              ? say('hotline.checks.undated', { channel })
              : say('hotline.checks.of', {
                  channel,
                  hours: listed(hours),
                  zone,
                  due: own.length,
                  made: n('made'),
                  unanswered: n('unanswered'),
                  missed: n('missed'),
                  awaited: n('awaited')
                }),
            ...(zoneTaken ? [say('hotline.checks.zone-taken', { zone })] : [])
          ].join(' ')
        ),
        list(
          open.map(({ due: at, state, silent, messages, slip }) =>
            [
              say(state === 'missed' ? 'hotline.check.missed' : 'hotline.check.unanswered', {
                due: hour(telling, channel, at),
                silent: listed(silent.map((id) => party(telling, id))),
                messages: messages.join(', ')
              }),
              ...(slip ? [say(`hotline.check.${slip}`)] : [])
            ].join(' ')
          )
        )
      ]
    })
  ]
}

function statisticBlocks(telling: Telling): readonly Block[] {
  const { say } = telling.words
  const rows = hotlineStatistics(telling.hotline, telling.period)
  if (rows.length === 0) return []
  return [
    heading(2, say('hotline.statistics')),
    paragraph(say('hotline.statistics.lead')),
    table(
      [
        say('hotline.column.channel'),
        say('hotline.column.party'),
        say('hotline.column.status'),
        say('hotline.column.clock'),
        say('hotline.column.in-time'),
        say('hotline.column.share'),
        say('hotline.column.median'),
        say('hotline.column.longest')
      ],
      rows.map((row) => statisticRow(telling, row))
    )
  ]
}

function statisticRow(telling: Telling, row: ClockStatistics): readonly string[] {
  const { words: own } = telling
  const { say } = own
  const { messages, running, inTime, share, median, longest } = row
  return [
    row.channel,
    party(telling, row.party),
    say(`hotline.status.${row.status}`),
    say(`hotline.clock.${row.clock}`),
    say('hotline.of', { n: inTime, all: messages - running }),
    share === undefined ? '' : inPercent(share),
    median === undefined ? '' : lagWords(own, median / 1000),
    longest
      ? say('hotline.longest', { ran: lagWords(own, longest.ran / 1000), id: longest.message })
      : ''
  ]
}
