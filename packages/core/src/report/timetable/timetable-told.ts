import { dayAt } from '../../time/counted.ts'
import type { TimetableEntry } from '../../timetable/index.ts'
import { isShown } from '../../timetable/index.ts'
import type { Block } from '../blocks.ts'
import type { InWords } from '../words/index.ts'
import { words } from '../words/index.ts'
import { grouped, leadWords, movedWords, placeIn, timeIn } from './agenda.ts'
import type { PlacedTimetable } from './placed.ts'
import { timetableBehind, timetableOpening } from './timetable-report.ts'
import {
  boundWords,
  clockName,
  entryTime,
  obligationWords,
  slackWords,
  timeConflictWords,
  zonesOf
} from './timetable-words.ts'

/** What there is to keep at one moment: of one kind, binding the same, with one slack. */
export interface DueTold {
  readonly ids: readonly string[]
  /** On the clocks of each zone; of what has no instant, how long after what it is. */
  readonly times: readonly string[]
  readonly what: string
  readonly who: string
  readonly slack: string
  /** With another moment supposed, how much it moves; empty otherwise. */
  readonly moved: string
  /** The pointer to where the case says so. */
  readonly at: string
}

/** A day of the timetable, in the zone of the ceasefire. */
export interface DayTold {
  readonly day: string
  /** `EIF+3`; empty where the ceasefire has no instant. */
  readonly eif: string
  readonly due: readonly DueTold[]
}

/** A conflict in words, with pointers to what it is between. */
export interface ConflictInWords {
  readonly severity: 'impossible' | 'unclear'
  readonly named: string
  readonly message: string
  readonly help: string
  readonly places: readonly { readonly at: string; readonly text: string }[]
}

/** What the report of a timetable says in sentences, day by day, for whoever shows it in another way. */
export interface TimetableTold {
  readonly opening: readonly string[]
  /** What the columns mean. */
  readonly lead: string
  /** Whose clocks the times are on. */
  readonly clocks: readonly string[]
  readonly days: readonly DayTold[]
  /** What counts from an event without an instant. */
  readonly undated: readonly DueTold[]
  readonly conflicts: readonly ConflictInWords[]
  /** What stands behind the days: before entry into force, again and again, changes of clocks. */
  readonly behind: readonly Block[]
  readonly method: string
}

/** The sentences of the report, in a language such as `fr`. */
export function timetableTold(placed: PlacedTimetable, language?: string): TimetableTold {
  const { timetable: made } = placed
  const about = { words: words(language), source: made.source }
  const { say } = about.words
  const shown = made.entries.filter((one) => isShown(made, one))
  const dated = shown.filter(({ when }) => 'at' in when)
  const undated = shown.filter(({ when }) => !('at' in when))
  return {
    opening: timetableOpening(about, made),
    lead: leadWords(about, made),
    clocks: zonesOf(made).map((zone) => clockName(about, made, zone)),
    days: daysOf(about, placed, dated),
    undated: grouped(undated).map((group) =>
      dueTold(about, group, { times: group.slice(0, 1).map((one) => entryTime(about, one)) })
    ),
    conflicts: conflictsTold(about, placed),
    behind: timetableBehind(about, made),
    method: say('timetable.method')
  }
}

function daysOf(
  about: InWords,
  { timetable: made }: PlacedTimetable,
  dated: readonly TimetableEntry[]
): readonly DayTold[] {
  const { say } = about.words
  const zones = zonesOf(made)
  const supposed = made.settings.eif !== undefined
  const days = Map.groupBy(dated, (one) => dayAt(placeIn(one), made.zone))
  return [...days].map(([day, entries]) => {
    const n = entries.find(({ eif }) => eif !== undefined)?.eif
    return {
      day,
      eif: n === undefined ? '' : say('timetable.eif.at', { n: n < 0 ? String(n) : `+${n}` }),
      due: grouped(entries).map((group) =>
        dueTold(about, group, {
          times: zones.map((zone) => timeIn(about.words, placeIn(group[0]), [zone, made.zone])),
          moved: supposed ? movedWords(about.words, group[0]) : ''
        })
      )
    }
  })
}

function dueTold(
  about: InWords,
  group: readonly TimetableEntry[],
  { times, moved = '' }: { readonly times: readonly string[]; readonly moved?: string }
): DueTold {
  const [first] = group
  return {
    ids: group.map(({ id }) => id),
    times,
    what: obligationWords(about, group),
    who: boundWords(about, first?.parties ?? []),
    slack: first ? slackWords(about.words, first.slack) : '',
    moved,
    at: first?.at ?? ''
  }
}

/** What cannot be kept first, then what is not clear. */
function conflictsTold(about: InWords, placed: PlacedTimetable): readonly ConflictInWords[] {
  const { say } = about.words
  const told = placed.timetable.conflicts.map((conflict) => {
    const { severity, at } = conflict
    const { message, help } = timeConflictWords(about, placed, conflict)
    const places = at.flatMap((pointer) => {
      const place = placed.places.get(pointer)
      return place ? [{ at: pointer, text: say('timetable.place', { ...place }) }] : []
    })
    return { severity, named: say(`timetable.severity.${severity}`), message, help, places }
  })
  return (['impossible', 'unclear'] as const).flatMap((severity) =>
    told.filter((one) => one.severity === severity)
  )
}
