import { textIn } from '../../model/package.ts'
import { localAt } from '../../time/counted.ts'
import type {
  StandingDate,
  TimeConflict,
  Timetable,
  TimetableEntry
} from '../../timetable/index.ts'
import type { InWords, Words } from '../words/index.ts'
import { issueTitle, nameOf, proposalTitle } from '../words/index.ts'
import type { PlacedTimetable, TextPlace } from './placed.ts'

const UNITS = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1]
] as const

/** A stretch of time: `14 d 8 h`. */
export function lagWords({ say }: Words, seconds: number): string {
  let left = Math.abs(seconds)
  const parts = UNITS.flatMap(([unit, size]) => {
    const n = Math.floor(left / size)
    left -= n * size
    return n > 0 ? [say(`timetable.lag.${unit}`, { n })] : []
  })
  return parts.length > 0 ? parts.join(' ') : say('timetable.lag.d', { n: 0 })
}

/** By how much something could be later; below 0, by how much it is too late already. */
export const slackWords = (own: Words, { seconds }: TimetableEntry['slack']): string =>
  Number.isFinite(seconds) ? `${seconds < 0 ? '-' : ''}${lagWords(own, seconds)}` : ''

/** What an obligation is, of one or of several of its kind. */
export function obligationWords(
  about: InWords,
  [first, ...others]: readonly TimetableEntry[]
): string {
  const { say, list } = about.words
  if (!first) return ''
  const { kind } = first
  if (isAlone(kind)) return say(`timetable.kind.${kind}`)
  return say(`timetable.kind.${kind}`, {
    what: list([first, ...others].map((one) => subject(about, one)))
  })
}

/** Kinds of which a case has one. */
const ALONE = [
  'signature',
  'date-settled',
  'orders',
  'ceasefire',
  'inventory',
  'inventory-check',
  'end'
] as const
const isAlone = (kind: TimetableEntry['kind']): kind is (typeof ALONE)[number] =>
  ALONE.some((one) => one === kind)

/** What it is about: by its title where the case gives one, else by its id. */
function subject(about: InWords, one: TimetableEntry): string {
  const { source, words: own } = about
  if (one.kind === 'review') {
    const [proposal = '', issue = ''] = one.of.split('.')
    return `${issueTitle(source, issue)}, ${proposalTitle(source, proposal)}`
  }
  if (one.kind === 'step')
    return own.list(one.of.split('+').map((of) => titleOf(about, { kind: 'deliverable', of })))
  const { count } = one
  const title = titleOf(about, one)
  return count === undefined ? title : own.say('timetable.kind.tranche.of', { count, of: title })
}

function titleOf(
  { words: { language }, source }: InWords,
  { kind, of }: Pick<TimetableEntry, 'kind' | 'of'>
): string {
  const { withdrawals, meetings, deliverables, gates, tracks } = source.process
  const found =
    kind === 'meeting'
      ? meetings.get(of)
      : kind === 'gate'
        ? gates.get(of)
        : kind === 'talks'
          ? tracks.get(of)
          : kind === 'deliverable'
            ? deliverables.get(of)
            : withdrawals.get(of)
  return found?.title === undefined ? of : textIn(found.title, language)
}

/** What entries of one kind are, and whom they bind unless that is all. */
export function withBound(about: InWords, entries: readonly TimetableEntry[]): string {
  const what = obligationWords(about, entries)
  const { parties = [] } = entries[0] ?? {}
  return parties.length === 0
    ? what
    : about.words.say('timetable.bound', { what, who: boundWords(about, parties) })
}

/** Whom something binds. */
export const boundWords = (
  { words: { say, list }, source }: InWords,
  parties: readonly string[]
): string =>
  parties.length === 0
    ? say('timetable.all')
    : list(parties.map((party) => nameOf(source, party, undefined)))

/** What is held again and again: by its id, of inspections what is inspected. */
export const standingName = (about: InWords, { kind, of }: StandingDate): string =>
  kind !== 'inspections'
    ? of
    : of === 'monitoring'
      ? about.words.say('timetable.standing.monitoring')
      : titleOf(about, { kind: 'withdrawal', of })

/** The zones whose clocks are told, that of the ceasefire first, each once. */
export const zonesOf = ({ zone, clocks }: Timetable): readonly string[] => [
  ...new Set([zone, ...clocks.map((one) => one.zone)])
]

/** Whose clocks a zone's are: its parties, or its own name. */
export function clockName(
  { words: { list }, source }: InWords,
  made: Timetable,
  zone: string
): string {
  const own = made.clocks.filter((one) => one.zone === zone)
  return own.length > 0 ? list(own.map(({ party }) => nameOf(source, party))) : zone
}

/** A local time with a space in it, and its zone: `2025-02-15 08:00 Europe/Kyiv`. */
export const localWords = (seconds: number, zone: string): string =>
  `${localAt(seconds, zone).replace('T', ' ')} ${zone}`

/** A time as the clocks of all zones show it. */
export const everywhere = (made: Timetable, seconds: number): string =>
  zonesOf(made)
    .map((zone) => localWords(seconds, zone))
    .join(', ')

/** What is wrong, what to do, and where both are said. */
export interface ConflictTold {
  readonly message: string
  readonly help: string
  readonly places: readonly TextPlace[]
}

/** A conflict in words. */
export function timeConflictWords(
  about: InWords,
  { timetable, places }: PlacedTimetable,
  conflict: TimeConflict
): ConflictTold {
  const { kind, of, at, facts } = conflict
  const named = (id = ''): string => {
    const entry = timetable.entries.find((one) => one.id === id)
    return entry ? `${id} (${entryTime(about, entry)})` : id
  }
  const own = about.words
  const said = (key: string): string => String(facts[key] ?? '')
  const number = (key: string): number => Number(facts[key] ?? 0)
  const pieces = {
    one: named(of[0]),
    other: kind === 'not-one-day' ? nameOf(about.source, said('other')) : named(of[1]),
    party: nameOf(about.source, said('party')),
    early: lagWords(own, number('early')),
    day: said('day'),
    otherDay: said('otherDay'),
    zone: said('zone'),
    read: said('read'),
    time: said('time'),
    from: said('from'),
    until: said('until'),
    days: number('days'),
    most: number('most')
  }
  return {
    message: own.say(`timetable.conflict.${isEarly(kind) ? 'early' : kind}`, pieces),
    help: helpOn(own, kind, { after: anchorFor(of), zone: said('zone') }),
    places: at.flatMap((pointer) => places.get(pointer) ?? [])
  }
}

/** Conflicts of which there is no more to say than what comes before what. */
const EARLY = [
  'before-ceasefire',
  'before-signature',
  'before-orders',
  'before-declared',
  'ends-before-start',
  'before-gate'
] as const satisfies readonly TimeConflict['kind'][]

const isEarly = (kind: TimeConflict['kind']): kind is (typeof EARLY)[number] =>
  EARLY.some((one) => one === kind)

function helpOn(
  { say }: Words,
  kind: TimeConflict['kind'],
  pieces: { readonly after: string; readonly zone: string }
): string {
  switch (kind) {
    case 'before-ceasefire':
    case 'before-gate':
    case 'ends-before-start':
    case 'no-completion':
      return say(`timetable.help.${kind}`, pieces)
    case 'no-zone':
      return say('timetable.help.no-zone', pieces)
    case 'skipped':
    case 'twice':
    case 'hour-skipped':
    case 'hour-twice':
      return say('timetable.help.slip')
    default:
      return say(`timetable.help.${kind}`)
  }
}

/** The anchor that would count the first from the second, as it is written. */
function anchorFor([one = '', other = '']: readonly string[]): string {
  const event = one.startsWith('verified.') || other === one.replace('.ends', '') ? 'starts' : other
  return `{after: ${event}, days: 1}`
}

/** When an entry is: on the clocks of its zone, or so long after what. */
export function entryTime(
  { words: own }: Pick<InWords, 'words'>,
  { when }: TimetableEntry
): string {
  if ('at' in when) return localWords(when.at.seconds, when.at.zone)
  if (when.seconds === 0) return own.say('timetable.after.at-once', { event: when.after })
  const key = when.seconds < 0 ? 'timetable.before' : 'timetable.after'
  return own.say(key, { event: when.after, lag: lagWords(own, when.seconds) })
}
