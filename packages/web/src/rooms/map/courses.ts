import type { Case, SourceFile } from '@truce/core'
import type { Line } from '@truce/core/model'
import type { Dated } from './dates.ts'
import type { Area, Course, LonLat } from './ground.ts'

/** Where a line runs on a day. */
export interface LineCourse extends Dated {
  readonly of: Line
  readonly courses: readonly Course[]
  readonly area: Area
}

/** The courses of a case's lines: of each day for which its file says one. */
export function coursesOf(source: Case, files: readonly SourceFile[]): readonly LineCourse[] {
  return [...source.process.lines.values()].flatMap((of) => {
    const text = files.find(({ name }) => name === of.geometry)?.text
    if (text === undefined) return []
    const json = JSON.parse(text) as {
      features: {
        properties?: { date?: string }
        geometry: { type: string; coordinates: unknown }
      }[]
    }
    return json.features.map(({ properties, geometry }) => {
      const c = geometry.coordinates
      const isArea = geometry.type.includes('Polygon')
      const area = (
        geometry.type === 'Polygon' ? [c] : geometry.type === 'MultiPolygon' ? c : []
      ) as Area
      const lines = (
        geometry.type === 'LineString' ? [c] : geometry.type === 'MultiLineString' ? c : []
      ) as LonLat[][]
      return {
        line: of.id,
        of,
        date: properties?.date ?? of.asOf,
        area,
        courses: isArea ? [] : lines.map((points) => ({ points, closed: false }))
      }
    })
  })
}
