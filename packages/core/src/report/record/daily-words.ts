import type { Case } from '../../model/case.ts'
import type {
  Account,
  CountRange,
  Daily,
  EventCategory,
  EventTally,
  Place,
  RecordedEvent
} from '../../record/index.ts'
import { isHidden } from '../../record/index.ts'
import { localAt } from '../../time/counted.ts'
import { offsetAt } from '../../time/offsets.ts'
import type { Words } from '../words/index.ts'
import { count, nameOf } from '../words/index.ts'

/** An instant as the clocks of the report have it: `2025-01-25 19:30`. */
export const clockWords = (seconds: number, { cutOff }: Pick<Daily, 'cutOff'>): string =>
  localAt(seconds, cutOff.zone).replace('T', ' ')

/** How far the clocks are ahead of UTC then: `UTC+02:00`. */
export function offsetWords(seconds: number, zone: string): string {
  const minutes = Math.round(offsetAt(seconds, zone) / 60)
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60]
  const two = (value: number): string => String(value).padStart(2, '0')
  return `UTC${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`
}

/** A number, or the fewest and the most. */
export const rangeWords = ({ say }: Words, { low, high }: CountRange): string =>
  low === high ? count(low) : say('daily.range', { low: count(low), high: count(high) })

/** How many violations, or of what is no violation how many events. */
export const tallyWords = (words: Words, tally: EventTally, events: boolean): string =>
  events ? count(tally.events) : rangeWords(words, tally)

/** Areas as a table names them. */
export const areaWords = ({ say }: Words, areas: readonly string[]): string =>
  areas.length === 0
    ? say('daily.area.none')
    : areas.reduce((list, next) => say('daily.area.between', { list, next }))

/** What an account calls an event. */
export const categoryWords = ({ say }: Words, category: EventCategory): string => {
  switch (category) {
    case 'freedom-of-movement':
    case 'interference-with-monitors':
    case 'harm-to-civilians':
    case 'detention':
    case 'weapons-beyond-line':
    case 'damage-to-works':
    case 'other':
      return say(`daily.category.${category}`)
    default:
      return say(`draft.act.${category}`)
  }
}

/** What an account saw: about 60 explosions: fire; mortar. */
export function seenWords(words: Words, { content }: Account): string {
  const { say } = words
  const { observed, category, weapon, weaponText } = content
  const called = categoryWords(words, category)
  const what = observed && say(`daily.counted.${observed.of}`, { n: observed.count })
  const number =
    observed && what
      ? say(observed.about ? 'daily.seen.about' : 'daily.seen', {
          count: count(observed.count),
          what
        })
      : undefined
  const seen =
    number === undefined ? called : say('daily.seen.with', { seen: number, category: called })
  const arm = weaponText ?? (weapon && say(`draft.weapon.${weapon}`))
  return arm === undefined ? seen : say('daily.seen.weapon', { seen, weapon: arm })
}

/** A place as its account has it. */
export function placeInWords({ say }: Words, place: Place | undefined): string {
  if (!place) return ''
  const { name, area, from, lon, lat, within } = place
  const said =
    name ??
    (from &&
      say('daily.place.bearing', { km: from.km, bearing: from.bearing, place: from.place })) ??
    (lon === undefined || lat === undefined
      ? area
      : say('daily.place.degrees', { lat: lat.toFixed(3), lon: lon.toFixed(3) })) ??
    ''
  return within === undefined || said === ''
    ? said
    : say('daily.place.within', { place: said, metres: count(Math.round(within)) })
}

/** When an account says it was, no closer than it knows. */
export function whenWords(
  about: Pick<Daily, 'cutOff'>,
  { content: { occurred } }: Account
): string {
  const { at, precision, until } = occurred
  const shown = (instant: string): string => {
    const text = clockWords(Date.parse(instant) / 1000, about)
    return precision === 'minute' || precision === 'hour' ? text : text.slice(0, 10)
  }
  const [from, to] = [shown(at), until === undefined ? undefined : shown(until)]
  return to === undefined || to === from ? from : `${from} - ${to}`
}

/** A row for each account of an event. */
export function accountRows(
  words: Words,
  source: Case,
  { about, events }: { readonly about: Daily; readonly events: readonly RecordedEvent[] }
): readonly (readonly string[])[] {
  const { say } = words
  return events.flatMap((event) =>
    event.accounts.map((account) => [
      whenWords(about, account),
      placeInWords(words, account.content.place),
      seenWords(words, account),
      saidBy(words, source, account),
      say(`daily.standing.${event.standing}`),
      account.id
    ])
  )
}

/** Who says it, and how they know. */
function saidBy({ say, language }: Words, source: Case, { author, content }: Account): string {
  const by = isHidden(author) ? say('daily.by.hidden') : nameOf(source, author.party, language)
  const means = content.means.map((one) => say(`daily.means.${one}`)).join(', ')
  return means === '' ? by : say('daily.by', { by, means })
}
