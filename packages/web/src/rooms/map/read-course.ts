import type { SourceFile } from '@truce/core'
import { drawingPages } from '@truce/core/case/beside'
import type { Page } from '@truce/core/diagnostic'
import type { Shape } from '@truce/core/geo'
import { Undrawable } from '@truce/core/geo'
import { areaShape, linesShape } from './shapes.ts'

/** The forms in which courses are read. */
export const COURSE_ENDINGS = '.geojson,.json,.kml,.csv'

/** What a file came to: the GeoJSON to be kept, and what the reader has to know. */
export interface ReadCourse {
  readonly text: string | undefined
  readonly told: readonly string[]
}

/**
 * Reads the course of a line from GeoJSON, KML or a table. GeoJSON is kept as it is, to the letter;
 * what was put in order is told.
 */
export async function readCourse({ name, text }: SourceFile): Promise<ReadCourse> {
  // only who takes a file needs what reads all its forms
  const { importDrawing, isDrawing } = await import('@truce/interchange')
  const { drawingRefused, drawingRepaired } = drawingPages
  if (!isDrawing(name))
    return { text: undefined, told: [said(drawingRefused, { file: name, what: 'unknown' })] }
  try {
    const shape = importDrawing(name, text)
    const told = shape.remarks.map((one) => said(drawingRepaired, { file: name, ...one }))
    return { text: /json$/i.test(name) ? text : shapeText(shape), told }
  } catch (error) {
    if (!(error instanceof Undrawable)) throw error
    return { text: undefined, told: [refusedWords(name, error)] }
  }
}

/** Why a file cannot be read, where, and what to do. */
export const refusedWords = (file: string, { what, found, spot }: Undrawable): string =>
  said(drawingPages.drawingRefused, { file, what, found, ...spot })

type Data = Parameters<Page['message']>[0]

function said({ message, why, help }: Page, data: Data): string {
  const more = [...(why?.(data) ?? []), help?.(data)].filter((one) => one !== undefined)
  return [message(data), ...more].join('; ')
}

/** A shape as a GeoJSON text. */
export function shapeText({ kind, courses, area }: Shape): string {
  const { type, coordinates } = kind === 'area' ? areaShape(turnedBack(area)) : linesShape(courses)
  const geometry = { type, coordinates }
  const features = [{ type: 'Feature', properties: {}, geometry }]
  return `${JSON.stringify({ type: 'FeatureCollection', features })}\n`
}

/** The drawing turns rings round; a file has them as GeoJSON does. */
const turnedBack = (area: Shape['area']): Shape['area'] =>
  area.map((rings) => rings.map((ring) => ring.toReversed()))
