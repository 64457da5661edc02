import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { lengthOf, squareKm } from '../../src/geo/geodesic.ts'
import { inside } from '../../src/geo/inside.ts'
import { featuresIn, readGeoJson } from '../../src/geo/read-geojson.ts'
import type { Shape } from '../../src/geo/read-shape.ts'
import { bands } from '../../src/geo/sides.ts'
import { slowDistance } from './drawn-lines.ts'

const folder = join(process.env['TRUCE_DATA'] ?? '', 'lines')
const there = process.env['TRUCE_DATA'] !== undefined && existsSync(folder)
const text = (name: string): string => readFileSync(join(folder, name), 'utf8')

interface Drawn {
  readonly shape: Shape
  readonly says: Readonly<Record<string, unknown>>
}

/** Each feature of a file by itself, with what the file says of it. */
const drawn = (name: string): readonly Drawn[] =>
  featuresIn(text(name)).map(({ geometry, properties }) => ({
    shape: readGeoJson(JSON.stringify(geometry)),
    says: properties
  }))
const only = (name: string): Drawn => {
  const [first] = drawn(name)
  if (!first) throw new Error(`${name} is empty`)
  return first
}
const within = (found: number, said: unknown, share: number): void =>
  expect(Math.abs(found / Number(said) - 1)).toBeLessThan(share)

describe.skipIf(!there)(
  'lines that others measured (TRUCE_DATA names no folder with lines)',
  () => {
    test('DeepState: areas within 0.5 % of the series', () => {
      const days = new Map(
        text('deepstate_area_series.csv')
          .split('\n')
          .slice(1)
          .map((row) => [row.split(',')[0] ?? '', Number(row.split(',')[4])] as const)
      )
      for (const { shape, says } of drawn('deepstate_10_dates_simplified.geojson')) {
        within(squareKm(shape.area), says['area_km2'], 0.005)
        within(squareKm(shape.area), days.get(String(says['date'])), 0.005)
      }
    })

    test('areas of three collections; polygons whose holes lie outside are areas of several parts', () => {
      const odd: unknown[] = []
      for (const name of [
        'ukraine_oblasts_eugeneborshch',
        'ukraine_regions_pd',
        'ne_disputed_selected'
      ])
        for (const { shape, says } of drawn(`${name}.geojson`)) {
          if (shape.remarks.some(({ what }) => what === 'hole-outside')) odd.push(says['name'])
          else within(squareKm(shape.area), says['area_km2'], 0.005)
        }
      expect(odd).toEqual(['Mykolaivska', 'Odeska', 'Khersonska'])
    })

    test('the line of contact of 24 February 2022 is as long as was measured', () => {
      const { shape, says } = only('line_of_contact_2022-02-24_derived.geojson')
      within(
        shape.courses.reduce((sum, course) => sum + lengthOf(course), 0),
        says['length_km'],
        0.001
      )
    })

    /**
     * The armistice of 1953 draws back 2 km on each side of a line about 240 km long: about 907 to
     * 1,000 km2 are published. This drawing of 44 vertices at 1:10 million is 204 km long, so its zone
     * is 15 % smaller; per km of line it is 4 km2 as it must be.
     */
    test('Korea: the zone of 4 km is its length times 4, less than published by what the drawing is shorter', () => {
      const { shape, says } = only('korea_mdl_derived.geojson')
      const { courses } = shape
      const length = courses.reduce((sum, course) => sum + lengthOf(course), 0)
      within(length, says['length_km'], 0.001)
      const zone = squareKm(bands(courses, 2).both) - Math.PI * 4
      within(zone, length * 4, 0.01)
      within((zone * 240) / length, 960, 0.01)
    })

    test('Golan: bands of 10, 20 and 25 km from the zone of the observers lie within each other', () => {
      const [{ shape } = { shape: undefined }] = drawn('ne_disputed_selected.geojson').filter(
        ({ says }) => says['brk_name'] === 'UNDOF Zone'
      )
      const [course] = shape?.courses ?? []
      if (!course) throw new Error('the file has no zone')
      const outside = [10, 20, 25].map((km) => bands([course], km).on('right'))
      for (const place of [
        [36.2, 33.1],
        [35.5, 33.0],
        [36.0, 33.3],
        [35.7, 32.9]
      ] as const) {
        const far = slowDistance(course, place)
        const beyond = !inside(shape?.area ?? [], place)
        expect(outside.map((band) => inside(band, place))).toEqual(
          [10, 20, 25].map((km) => beyond && far < km)
        )
      }
    })
  }
)
