import type { Timetable } from '../../timetable/index.ts'

/** A place in a file, lines and columns from 1. */
export interface TextPlace {
  readonly file: string
  readonly line: number
  readonly column: number
}

/** A timetable, and where the case says what, by pointer. */
export interface PlacedTimetable {
  readonly timetable: Timetable
  readonly places: ReadonlyMap<string, TextPlace>
}
