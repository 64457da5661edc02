import type { Case, SourceFile } from '@truce/core'
import type { RawFeature, Shape } from '@truce/core/geo'
import { featuresIn, readGeoJson } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import type { Dated } from './dates.ts'

/** Where a line runs on a day. */
export interface LineCourse extends Dated {
  readonly of: Line
  /** The course, read when it is first asked for: a file may hold those of hundreds of days.
   * Undefined where it cannot be drawn, which the case's findings explain. */
  readonly shape: () => Shape | undefined
}

/** Names under which files tell of which day a feature is. */
const DAYS = ['date', 'as-of', 'asOf', 'validFrom']
const DAY = /^\d{4}-\d{2}-\d{2}/

/**
 * The courses of a case's lines. A file whose features name their days gives one for each; any other
 * is of the line's own day.
 */
export function coursesOf(
  { process: { lines } }: { readonly process: Pick<Case['process'], 'lines'> },
  files: readonly SourceFile[],
  read?: ReadDrawing
): readonly LineCourse[] {
  const texts = new Map(files.map(({ name, text }) => [name, text]))
  return [...lines.values()].flatMap((line) => {
    const text = line.geometry === undefined ? undefined : texts.get(line.geometry)
    if (text === undefined) return []
    if (isGeoJson(line)) return ofFile(line, text)
    const course = read && courseOn(line, line.asOf, () => read(line.geometry ?? '', text))
    return course?.shape() ? [course] : []
  })
}

/** What reads the forms of drawings that are no GeoJSON. */
export type ReadDrawing = (name: string, text: string) => Shape

/** Whether the course of a line is kept as GeoJSON, as far as its name tells. */
export const isGeoJson = ({ geometry = '' }: Line): boolean => !/\.(?:kml|csv)$/i.test(geometry)

function ofFile(line: Line, text: string): readonly LineCourse[] {
  const days = Map.groupBy(tried(() => featuresIn(text)) ?? [], (one) => dayOf(one) ?? line.asOf)
  const [only] = days
  if (days.size > 1)
    return [...days].map(([day, features]) =>
      courseOn(line, day, () => readGeoJson(collected(features)))
    )
  const course = only && courseOn(line, only[0], () => readGeoJson(text))
  return course?.shape() ? [course] : []
}

/** Features as a file of their own. */
const collected = (features: readonly RawFeature[]): string =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: features.map(({ geometry }) => ({ type: 'Feature', properties: {}, geometry }))
  })

function dayOf({ properties }: RawFeature): string | undefined {
  const found = DAYS.map((name) => properties[name]).find(
    (value) => typeof value === 'string' && DAY.test(value)
  )
  return typeof found === 'string' ? found.slice(0, 10) : undefined
}

function courseOn(line: Line, date: string, drawn: () => Shape): LineCourse {
  let read: { readonly shape: Shape | undefined } | undefined
  const shape = (): Shape | undefined => {
    read ??= { shape: tried(drawn) }
    return read.shape
  }
  return { line: line.id, of: line, date, shape }
}

function tried<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch {
    return undefined
  }
}
