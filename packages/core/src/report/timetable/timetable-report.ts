import { textIn } from '../../model/package.ts'
import { dayAt, localAt } from '../../time/counted.ts'
import type { Recess, StandingDate, Timetable } from '../../timetable/index.ts'
import { hoursElsewhere, recessDays } from '../../timetable/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { opening } from '../opening.ts'
import type { InWords } from '../words/index.ts'
import { nameOf, words } from '../words/index.ts'
import { agendaBlocks, chainBlocks, slackBlocks } from './agenda.ts'
import { countdownBlocks } from './countdown.ts'
import type { PlacedTimetable } from './placed.ts'
import { runningBlocks } from './running.ts'
import { utcOf } from './timetable-json.ts'
import {
  boundWords,
  clockName,
  entryTime,
  everywhere,
  standingName,
  timeConflictWords,
  zonesOf
} from './timetable-words.ts'

/** The report of `plan timetable`: when everything is, before it, again and again, and what cannot be. */
export function timetableReport(placed: PlacedTimetable): readonly Block[] {
  const { timetable: made } = placed
  const about = { words: words(), source: made.source }
  const { say } = about.words
  return [
    ...opening(about.words, made.source, say('opening.timetable')),
    heading(2, say('timetable.title')),
    ...timetableOpening(about, made).map(paragraph),
    ...agendaBlocks(about, made),
    ...countdownBlocks(about, made),
    ...standingBlocks(about, made),
    ...runningBlocks(about, made),
    ...changeBlocks(about, made),
    ...conflictBlocks(about, placed),
    ...chainBlocks(about, made),
    ...slackBlocks(about, made),
    heading(2, say('method.title')),
    paragraph(say('timetable.method'))
  ]
}

/** When the ceasefire is, what is told, and what a supposed moment moves: each a paragraph. */
export const timetableOpening = (about: InWords, made: Timetable): readonly string[] => [
  [...forceWords(about, made), ...windowWords(about, made)].join(' '),
  ...shiftWords(about, made)
]

/** What stands behind the days and the conflicts. */
export const timetableBehind = (about: InWords, made: Timetable): readonly Block[] => [
  ...countdownBlocks(about, made),
  ...standingBlocks(about, made),
  ...changeBlocks(about, made),
  ...chainBlocks(about, made),
  ...slackBlocks(about, made)
]

function forceWords(about: InWords, made: Timetable): readonly string[] {
  const { say } = about.words
  const { ceasefire, settings, entries } = made
  const entry = entries.find(({ kind }) => kind === 'ceasefire')
  if (!entry) return [say('timetable.eif.none')]
  if (!ceasefire) return [say('timetable.eif.relative', { when: entryTime(about, entry) })]
  const key = settings.eif ? 'timetable.eif.supposed' : 'timetable.eif'
  const { seconds } = ceasefire
  return [say(key, { local: everywhere(made, seconds), utc: utcOf(seconds) })]
}

function windowWords(
  { words: { say }, source }: InWords,
  { settings }: Timetable
): readonly string[] {
  const { party, from, until } = settings
  return [
    ...(party === undefined ? [] : [say('timetable.of-party', { party: nameOf(source, party) })]),
    ...(from === undefined && until === undefined
      ? []
      : [say('timetable.window', { from: from ?? '..', until: until ?? '..' })])
  ]
}

function shiftWords({ words: { say, list: listed } }: InWords, made: Timetable): readonly string[] {
  if (!made.settings.eif) return []
  const moved = made.entries.filter((one) => one.moved !== undefined && one.moved !== 0).length
  const stays = made.entries.filter((one) => one.moved === 0 && one.kind !== 'signature')
  const own = stays.filter(({ said }) => said && !('after' in said)).map(({ id }) => id)
  return stays.length === 0
    ? [say('timetable.shift.all', { moved })]
    : [say('timetable.shift.lead', { moved, stays: stays.length, which: listed(own) })]
}

function standingBlocks(about: InWords, made: Timetable): readonly Block[] {
  const { say } = about.words
  const { party } = made.settings
  const own = made.standing.filter(({ parties }) => party === undefined || parties.includes(party))
  if (own.length === 0) return []
  return [
    heading(2, say('timetable.standing')),
    paragraph(say('timetable.standing.lead')),
    list([
      ...own.map((one) => standingWords(about, made, one)),
      ...own.flatMap(({ of, recess }) =>
        recess
          ? [
              say('timetable.standing.recess', {
                of,
                days: recess.atMostDays,
                hours: recess.recallHours
              })
            ]
          : []
      ),
      ...made.recesses.map((one) => recessWords(about, one))
    ])
  ]
}

function recessWords({ words: { say } }: InWords, one: Recess): string {
  const { meeting: of, from, until, at, because } = one
  const said = { of, from, until, days: recessDays(one) }
  if (at === undefined) return say('timetable.standing.supposed', said)
  return because === undefined
    ? say('timetable.standing.agreed', said)
    : say('timetable.standing.agreed.because', { ...said, because: textIn(because) })
}

function standingWords(about: InWords, made: Timetable, one: StandingDate): string {
  const { say, list: listed } = about.words
  const { kind, of, cadence, time, zone, parties } = one
  if (kind === 'inspections') {
    const pieces = { of: standingName(about, one), cadence, who: boundWords(about, parties) }
    return one.first
      ? say('timetable.standing.inspections', {
          ...pieces,
          day: dayAt(one.first.seconds, one.first.zone)
        })
      : say('timetable.standing.inspections.undated', pieces)
  }
  const zones = zonesOf(made)
  const hours = hoursElsewhere(one, zones, made.horizon ?? 0).map(({ from, times }) =>
    say('timetable.standing.hours', {
      times: listed(
        times.map((shown, place) =>
          say('timetable.standing.time', {
            time: shown.slice(11),
            where: clockName(about, made, zones[place] ?? '')
          })
        )
      ),
      day: from
    })
  )
  return say(`timetable.standing.${kind}`, {
    of,
    cadence,
    time: time ?? '',
    zone,
    who: boundWords(about, parties),
    hours: hours.length > 0 ? hours.join('; ') : say('timetable.standing.undated')
  })
}

function changeBlocks(
  { words: { say, list: listed } }: InWords,
  made: Timetable
): readonly Block[] {
  if (!made.entries.some(({ when }) => 'at' in when)) return []
  const still = zonesOf(made).filter((zone) => !made.changes.some((one) => one.zone === zone))
  const changes = made.changes.map(({ zone, seconds, before, after }) =>
    say('timetable.change', {
      zone,
      from: localAt(seconds + before, 'UTC').replace('T', ' '),
      to: localAt(seconds, zone).slice(11),
      before: offsetWords(before),
      after: offsetWords(after)
    })
  )
  return [
    heading(2, say('timetable.changes')),
    ...(changes.length > 0 ? [list(changes)] : [paragraph(say('timetable.changes.none'))]),
    ...(changes.length > 0 && still.length > 0
      ? [paragraph(say('timetable.changes.still', { zones: listed(still) }))]
      : [])
  ]
}

/** `+02:00`. */
function offsetWords(seconds: number): string {
  const minutes = Math.round(Math.abs(seconds) / 60)
  const two = (n: number): string => String(n).padStart(2, '0')
  return `${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function conflictBlocks(about: InWords, placed: PlacedTimetable): readonly Block[] {
  const { say, list: listed } = about.words
  const items = placed.timetable.conflicts.map((one) => {
    const { message, help, places } = timeConflictWords(about, placed, one)
    return say('timetable.conflict', {
      severity: say(`timetable.severity.${one.severity}`),
      message,
      help,
      places: listed(places.map((place) => say('timetable.place', { ...place })))
    })
  })
  return [
    heading(2, say('timetable.conflicts')),
    ...(items.length > 0 ? [list(items)] : [paragraph(say('timetable.conflicts.none'))])
  ]
}
