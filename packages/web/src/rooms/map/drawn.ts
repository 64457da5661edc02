import type { Trace } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import type { LineCourse } from './courses.ts'
import type { Frame } from './frame.ts'
import { areaShape, linesShape } from './shapes.ts'

/** A line of a day as it is drawn in a frame. */
export interface DrawnLine {
  readonly key: string
  readonly line: Line
  readonly day: string
  /** What is drawn; empty where nothing of it is within reach. */
  readonly path: string
  readonly isArea: boolean
  /** Where it runs, to put its name beside it. */
  readonly points: readonly (readonly [number, number])[]
}

const drawn = new WeakMap<Frame, WeakMap<LineCourse, DrawnLine>>()

/** Draws a line once for each frame: with many days the slider only chooses among drawings. */
export function drawnIn(frame: Frame, course: LineCourse): DrawnLine {
  const known = drawn.get(frame) ?? new WeakMap<LineCourse, DrawnLine>()
  drawn.set(frame, known)
  const found = known.get(course) ?? draw(frame, course)
  known.set(course, found)
  return found
}

function draw(frame: Frame, { line, of, date, shape }: LineCourse): DrawnLine {
  const { courses = [], area = [], kind } = shape() ?? {}
  const isArea = kind === 'area'
  const path = frame.path(isArea ? areaShape(area) : linesShape(courses)) ?? ''
  const points = (longest(courses)?.points ?? []).flatMap((at) => {
    const place = frame.place(at)
    return place ? [place] : []
  })
  return { key: line, line: of, day: date, path, isArea, points }
}

const longest = (courses: readonly Trace[]): Trace | undefined =>
  courses.toSorted((one, other) => other.points.length - one.points.length)[0]
