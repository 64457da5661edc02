import { textIn } from '../../model/package.ts'
import type { TimePoint } from '../../time/counted.ts'
import { localAt } from '../../time/counted.ts'
import type { StandingDate, Timetable, TimetableEntry } from '../../timetable/index.ts'
import { hoursElsewhere, isShown, LEAD_TIMES } from '../../timetable/index.ts'
import type { DocumentAbout } from '../check-json.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import type { PlacedTimetable } from './placed.ts'
import type { TimetableDocument } from './timetable-shape.ts'
import { timeConflictWords, zonesOf } from './timetable-words.ts'

/** The document of `plan timetable --format json`. */
export function timetableJson(placed: PlacedTimetable, given: DocumentAbout): TimetableDocument {
  const { timetable: made } = placed
  const { source, settings, zone, clocks, changes, chain } = made
  const about = { words: words(), source }
  const { signature, eif, party, from, until, recesses = [] } = settings
  return {
    ...documentHead('plan timetable'),
    findings: given.findings,
    case: { title: textIn(source.title), hash: given.hash },
    settings: {
      signature: signature?.text ?? null,
      eif: eif?.text ?? null,
      party: party ?? null,
      from: from ?? null,
      until: until ?? null,
      recesses
    },
    zone,
    clocks,
    countdown: countdownJson(made),
    obligations: made.entries
      .filter((one) => isShown(made, one))
      .map((one) => entryJson(placed, one)),
    standing: made.standing
      .filter(({ parties }) => party === undefined || parties.includes(party))
      .map((one) => standingJson(placed, one)),
    recesses: made.recesses.map(({ meeting, from, until, at, because }) => ({
      meeting,
      from,
      until,
      because: because === undefined ? null : textIn(because),
      place: at === undefined ? null : (placed.places.get(at) ?? null)
    })),
    running: made.running
      .filter(
        ({ parties }) => party === undefined || parties.length === 0 || parties.includes(party)
      )
      .map(({ id, kind, parties, seconds, at }) => ({
        id,
        kind,
        parties,
        seconds,
        place: placed.places.get(at) ?? null
      })),
    changes: changes.map(({ seconds, ...one }) => ({ ...one, utc: utcOf(seconds) })),
    conflicts: made.conflicts.map((one) => {
      const { severity, kind, of } = one
      return { kind, severity, of, ...timeConflictWords(about, placed, one) }
    }),
    chain
  }
}

/** An instant in UTC, as ISO 8601 writes it. */
export const utcOf = (seconds: number): string => `${localAt(seconds, 'UTC')}Z`

const momentJson = (made: Timetable, { seconds, zone }: TimePoint): Moment => ({
  utc: utcOf(seconds),
  zone,
  local: [...new Set([zone, ...zonesOf(made)])].map((one) => ({
    zone: one,
    time: localAt(seconds, one)
  }))
})

type Moment = NonNullable<TimetableDocument['obligations'][number]['moment']>

function entryJson(
  { timetable: made, places }: PlacedTimetable,
  one: TimetableEntry
): EntryDocument {
  const { id, kind, parties, when, waits, slack, eif, moved, at } = one
  return {
    id,
    kind,
    parties,
    moment: 'at' in when ? momentJson(made, when.at) : null,
    relative:
      'at' in when
        ? null
        : { after: when.after, days: when.days, seconds: when.seconds - when.days * 86_400 },
    eif: eif ?? null,
    waits: waits.map(({ of, how, lag, way }) => ({ of, how, lag: lag ?? 0, way: way ?? null })),
    slack: Number.isFinite(slack.seconds) ? slack.seconds : null,
    limit: slack.limit,
    moved: moved ?? null,
    place: places.get(at) ?? null
  }
}

type EntryDocument = TimetableDocument['obligations'][number]

function standingJson(
  { timetable: made, places }: PlacedTimetable,
  one: StandingDate
): StandingDocument {
  const { id, kind, parties, cadence, time, zone, zoneTaken, first, at } = one
  const zones = zonesOf(made)
  return {
    id,
    kind,
    parties,
    cadence,
    time: time ?? null,
    zone,
    zoneTaken,
    first: first ? momentJson(made, first) : null,
    hours: hoursElsewhere(one, zones, made.horizon ?? 0).map(({ from, times }) => ({
      from,
      local: times.map((shown, place) => ({ zone: zones[place] ?? '', time: shown }))
    })),
    place: places.get(at) ?? null
  }
}

type StandingDocument = TimetableDocument['standing'][number]

function countdownJson(made: Timetable): TimetableDocument['countdown'] {
  const { ceasefire, entries } = made
  const when = entries.find(({ kind }) => kind === 'orders')?.when
  const signed = entries.find(({ kind }) => kind === 'signature')?.when
  return {
    orders: when && 'at' in when ? momentJson(made, when.at) : null,
    precedents: LEAD_TIMES.map(({ id, hours }) => ({
      id,
      hours,
      moment: ceasefire
        ? momentJson(made, { ...ceasefire, seconds: ceasefire.seconds - hours * 3600 })
        : null
    })),
    signatureHours:
      signed && 'at' in signed && ceasefire ? (ceasefire.seconds - signed.at.seconds) / 3600 : null
  }
}
