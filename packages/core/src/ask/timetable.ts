import { nearest } from '../diagnostic/nearest.ts'
import { position } from '../diagnostic/text.ts'
import type { Case } from '../model/case.ts'
import { plannedSteps } from '../plan/index.ts'
import type { PlacedTimetable, TextPlace } from '../report/timetable/placed.ts'
import { timetableJson } from '../report/timetable/timetable-json.ts'
import type { TimetableDocument } from '../report/timetable/timetable-shape.ts'
import type { Timetable, TimetableSettings } from '../timetable/index.ts'
import { supposedOf, timetable } from '../timetable/index.ts'
import type { AboutCase, Asked, Given, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/** The dates of a case. */
export type TimetableAnswer = AboutCase<'plan timetable', PlacedTimetable, TimetableDocument>

/** What was asked for is not in the case. */
export class NoTimetable extends Error {
  constructor(what: string) {
    super(what)
    this.name = 'NoTimetable'
  }
}

/**
 * When everything is that a case dates. Throws `NoTimetable` where it dates nothing, or has no such
 * party or meeting.
 */
export function askTimetable(
  given: Given,
  asked: Asked<TimetableSettings> = {}
): TimetableAnswer | Refused<'plan timetable'> {
  const source = soundCase(given)
  if (!source) return refused('plan timetable', given)
  const supposed = settledFor(asked, source)
  const settings = { steps: plannedSteps(source, supposedOf(supposed)), ...supposed }
  const { party, recesses = [] } = settings
  if (party !== undefined) known('party', party, source.parties)
  for (const { meeting } of recesses) known('meeting', meeting, source.process.meetings)
  const made = timetable(source, settings)
  if (made.entries.length === 0 && made.standing.length === 0)
    throw new NoTimetable(nothing(source))
  const result = { timetable: made, places: placesIn(given, made) }
  return answered('plan timetable', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: {
      moments: { by: 'calendar days in the zone of what they count from', how: 'exact' },
      slack: { by: 'the longest path', how: 'exact' }
    },
    json: (about) => timetableJson(result, about)
  })
}

const nothing = ({ process }: Case): string =>
  process.ceasefire
    ? 'nothing in the case has a date'
    : 'the case dates nothing: say under `ceasefire:` at which moment it enters into force'

function known(kind: string, id: string, among: ReadonlyMap<string, unknown>): void {
  if (among.has(id)) return
  const near = nearest(id, [...among.keys()])
  throw new NoTimetable(`the case has no ${kind} ${id}${near ? `; did you mean ${near}?` : ''}`)
}

/** Where the case says each thing. */
function placesIn({ files, spanOf }: Given, made: Timetable): ReadonlyMap<string, TextPlace> {
  const told = [...made.entries, ...made.standing, ...made.running, ...made.recesses]
  const pointers = told.flatMap(({ at }) => at ?? [])
  const byName = new Map(files.map((file) => [file.name, file]))
  return new Map(
    [...new Set(pointers)].flatMap((pointer) => {
      const span = spanOf(pointer)
      const file = byName.get(span.file)
      return file ? [[pointer, { file: file.name, ...position(file, span.start) }] as const] : []
    })
  )
}
