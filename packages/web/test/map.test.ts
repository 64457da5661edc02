import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { importDrawing } from '@truce/interchange'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coursesOf } from '../src/rooms/map/courses.ts'
import { datesOf, shownOn } from '../src/rooms/map/dates.ts'
import { frameOf } from '../src/rooms/map/frame.ts'
import { landOf } from '../src/rooms/map/land-shape.ts'
import type { LabelBox, ToName } from '../src/rooms/map/line-labels.ts'
import { namesBeside } from '../src/rooms/map/line-labels.ts'
import { readCourse } from '../src/rooms/map/read-course.ts'
import { readPlaces } from '../src/rooms/map/read-places.ts'
import { roundKm } from '../src/rooms/map/scale-bar.ts'
import { areaShape, linesShape } from '../src/rooms/map/shapes.ts'
import {
  courseText,
  verticesIn,
  withInserted,
  withMoved,
  without
} from '../src/rooms/map/vertices.ts'
import { panned, planeAt, seenAt, WHOLE_VIEW, zoomed } from '../src/rooms/map/view.ts'
import { placeIn, placeWords } from '../src/ui/coordinates.ts'

const SIZE = { width: 800, height: 500 }
const near = (a: number, b: number, within: number): void =>
  expect(Math.abs(a - b)).toBeLessThanOrEqual(within)
const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true })

describe('the frame of a map', () => {
  const somewhere = fc
    .tuple(degrees(180), degrees(75))
    .chain(([lon, lat]) =>
      fc
        .array(fc.tuple(degrees(4), degrees(4)), { minLength: 2, maxLength: 8 })
        .map((steps) =>
          steps.map(([east, north]): readonly [number, number] => [lon + east, lat + north])
        )
    )

  it('holds all that is to be seen, and leads back from a point to its place', () => {
    fc.assert(
      fc.property(somewhere, (points) => {
        const frame = frameOf([linesShape([{ points, closed: false }])], SIZE)
        for (const at of points) {
          const point = frame.place(at)
          expect(point).toBeDefined()
          const [x, y] = point ?? [Number.NaN, Number.NaN]
          expect(x).toBeGreaterThan(0)
          expect(x).toBeLessThan(SIZE.width)
          expect(y).toBeGreaterThan(0)
          expect(y).toBeLessThan(SIZE.height)
          const [lon, lat] = frame.back([x, y]) ?? [Number.NaN, Number.NaN]
          near(((((lon - at[0]) % 360) + 540) % 360) - 180, 0, 1e-6)
          near(lat, at[1], 1e-6)
        }
      })
    )
  })

  it('shows areas true to size: a degree square north of another by the ratio of their ground', () => {
    const square = (lon: number, lat: number): readonly (readonly [number, number])[] => [
      [lon, lat],
      [lon + 1, lat],
      [lon + 1, lat + 1],
      [lon, lat + 1]
    ]
    const [south, north] = [square(36, 44), square(30, 51)]
    const frame = frameOf(
      [linesShape([south, north].map((points) => ({ points, closed: true })))],
      SIZE
    )
    const drawn = [south, north].map((corners) =>
      // many points on each side: parallels bend in the picture
      shoelace(dense(corners).map((at) => frame.place(at) ?? [0, 0]))
    )
    // on a sphere a strip between two parallels is as large as the difference of their sines
    const strip = (lat: number): number => sine(lat + 1) - sine(lat)
    near((drawn[0] ?? 0) / (drawn[1] ?? 1), strip(44) / strip(51), 1e-3)
  })

  it('fills an area, not the rest of the globe', () => {
    const ring: readonly (readonly [number, number])[] = [
      [30, 46],
      [32, 46],
      [32, 48],
      [30, 48],
      [30, 46]
    ]
    const frame = frameOf([areaShape([[ring]])], SIZE)
    const path = frame.path(areaShape([[ring]])) ?? ''
    expect(path.match(/M/g)).toHaveLength(1)
    const numbers = [...path.matchAll(/-?[\d.]+/g)].map(Number)
    expect(Math.min(...numbers)).toBeGreaterThan(0)
    expect(Math.max(...numbers)).toBeLessThan(SIZE.width)
  })

  it('shows the globe where nothing is to be seen', () => {
    const [x, y] = frameOf([], SIZE).place([0, 0]) ?? []
    expect([x, y]).toEqual([SIZE.width / 2, SIZE.height / 2])
  })
})

const sine = (degree: number): number => Math.sin((degree * Math.PI) / 180)

function dense(corners: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  return corners.flatMap((from, at) => {
    const to = corners[(at + 1) % corners.length] ?? from
    return Array.from({ length: 50 }, (_, k): readonly [number, number] => [
      from[0] + (k / 50) * (to[0] - from[0]),
      from[1] + (k / 50) * (to[1] - from[1])
    ])
  })
}

const shoelace = (points: readonly (readonly [number, number])[]): number =>
  Math.abs(
    points.reduce((sum, [x, y], at) => {
      const [x2, y2] = points[(at + 1) % points.length] ?? [x, y]
      return sum + x * y2 - x2 * y
    }, 0)
  ) / 2

describe('looking around', () => {
  const point = fc.tuple(
    fc.double({ min: 0, max: 800, noNaN: true }),
    fc.double({ min: 0, max: 500, noNaN: true })
  )
  const factor = fc.double({ min: 0.2, max: 8, noNaN: true })

  it('keeps what is under the pointer where it is, and goes back the way it came', () => {
    fc.assert(
      fc.property(point, factor, ([x, y], by) => {
        const closer = zoomed(WHOLE_VIEW, by, [x, y])
        const [px, py] = seenAt(closer, planeAt(WHOLE_VIEW, [x, y]))
        near(px, x, 1e-6)
        near(py, y, 1e-6)
        const again = zoomed(closer, 1 / closer.k, [x, y])
        near(again.k, 1, 1e-9)
        near(again.x, 0, 1e-6)
        near(again.y, 0, 1e-6)
      })
    )
  })

  it('never leaves what is drawn: the middle of the picture stays on it', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(point, factor, degrees(3000), degrees(3000))), (steps) => {
        const end = steps.reduce(
          (view, [at, by, dx, dy]) => panned(zoomed(view, by, at), [dx, dy], SIZE),
          WHOLE_VIEW
        )
        const [x, y] = planeAt(end, [SIZE.width / 2, SIZE.height / 2])
        expect(x).toBeGreaterThanOrEqual(-SIZE.width - 1e-6)
        expect(x).toBeLessThanOrEqual(2 * SIZE.width + 1e-6)
        expect(y).toBeGreaterThanOrEqual(-SIZE.height - 1e-6)
        expect(y).toBeLessThanOrEqual(2 * SIZE.height + 1e-6)
      })
    )
  })
})

describe('days', () => {
  const day = fc.integer({ min: 10, max: 28 }).map((n) => `2024-01-${n}`)
  const all = fc.array(fc.record({ line: fc.constantFrom('a', 'b', 'c'), date: day }), {
    maxLength: 20
  })

  it('show of each line all of its latest day until then, in whatever order the file has them', () => {
    fc.assert(
      fc.property(all, day, (courses, until) => {
        const shown = shownOn(courses, until)
        for (const one of courses) {
          const isLater = courses.some(
            ({ line, date }) => line === one.line && date > one.date && date <= until
          )
          expect(shown.includes(one)).toBe(one.date <= until && !isLater)
        }
        const turned = shownOn(courses.toReversed(), until)
        expect(new Set(turned)).toEqual(new Set(shown))
      })
    )
  })

  it('are each named once, earliest first', () => {
    const given = ['2024-02-01', '2022-02-23', '2024-02-01'].map((date) => ({ line: 'a', date }))
    expect(datesOf(given)).toEqual(['2022-02-23', '2024-02-01'])
  })
})

describe('names of lines', () => {
  const frame: LabelBox = { x: 0, y: 0, width: 800, height: 500 }
  const line = fc
    .array(fc.tuple(degrees(900), degrees(600)), { maxLength: 12 })
    .map((points) => ({ points, width: 180, height: 36 }))

  it('stand in the picture and never over one another', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const given: readonly ToName[] = lines.map((one, at) => ({ ...one, id: String(at) }))
        const boxes = [...namesBeside(given, frame).values()]
        for (const { x, y, width, height } of boxes) {
          expect(x).toBeGreaterThanOrEqual(0)
          expect(y).toBeGreaterThanOrEqual(0)
          expect(x + width).toBeLessThanOrEqual(800)
          expect(y + height).toBeLessThanOrEqual(500)
        }
        boxes.forEach((a, at) => {
          for (const b of boxes.slice(at + 1)) {
            const apart =
              a.x + a.width <= b.x ||
              b.x + b.width <= a.x ||
              a.y + a.height <= b.y ||
              b.y + b.height <= a.y
            expect(apart).toBe(true)
          }
        })
      })
    )
  })
})

describe('places and lengths', () => {
  it('are read as they are written, to ten metres', () => {
    fc.assert(
      fc.property(degrees(180), degrees(90), (lon, lat) => {
        const [east, north] = placeIn(placeWords([lon, lat])) ?? [Number.NaN, Number.NaN]
        near(Math.cos((lat * Math.PI) / 180) * sine((east - lon) / 2), 0, 1e-6)
        near(north, lat, 5.1e-5)
      })
    )
    expect(placeIn('47.95 37.80')).toEqual([37.8, 47.95])
    expect(placeIn('33.5 S, 70.6 W')).toEqual([-70.6, -33.5])
    for (const wrong of ['', '47', '97 37', '47.9 237', 'Donetsk', '1,2,3,4'])
      expect(placeIn(wrong)).toBeUndefined()
  })

  it('of the scale are 1, 2 or 5 times a power of ten, and at least two fifths of the most', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-3, max: 2e4, noNaN: true }), (most) => {
        const km = roundKm(most)
        expect(km).toBeLessThanOrEqual(most)
        expect(km).toBeGreaterThanOrEqual(0.399 * most)
        const lead = Number(km.toExponential(6).split('e')[0])
        expect([1, 2, 5]).toContain(lead)
      })
    )
  })
})

describe('the ground of the map', () => {
  it('is land and nothing else: the file it comes from knows no state and no border', () => {
    const file = createRequire(import.meta.url).resolve('world-atlas/land-50m.json')
    const topology = JSON.parse(readFileSync(file, 'utf8'))
    expect(Object.keys(topology.objects)).toEqual(['land'])
    const text = JSON.stringify(landOf(topology))
    expect(text).not.toMatch(/"(?:name|id)"/)
    expect(text).not.toMatch(/"properties":\{"/)
  })
})

describe('courses in files', () => {
  const text = courseText([
    [30, 50],
    [31, 50.5],
    [32, 50]
  ])
  const places = (of: string) => verticesIn(of).map(({ at }) => at)

  it('are changed a vertex at a time: what is put in can be taken out again', () => {
    fc.assert(
      fc.property(fc.nat(2), degrees(179), degrees(84), (n, lon, lat) => {
        const vertex = verticesIn(text)[n]
        if (!vertex) throw new Error('three vertices')
        const at: readonly [number, number] = [lon, lat]
        const added = withInserted(text, vertex, at)
        expect(places(added)).toHaveLength(4)
        const back = verticesIn(added)[n]
        expect(back && without(added, back)).toBe(text)
        const moved = verticesIn(withMoved(text, vertex, at))[n]
        near(moved?.at[0] ?? Number.NaN, lon, 5.1e-7)
        near(moved?.at[1] ?? Number.NaN, lat, 5.1e-7)
        expect(withMoved(text, vertex, vertex.at)).toBe(text)
      })
    )
  })

  it('keep at least two vertices, and all else that stands in the file', () => {
    const short = courseText([
      [1, 2],
      [3, 4]
    ])
    const [first] = verticesIn(short)
    expect(first && without(short, first)).toBe(short)
    const noted = text.replace('"properties": {}', '"properties": {"note": "schematic"}')
    const [vertex] = verticesIn(noted)
    expect(vertex && withMoved(noted, vertex, [9, 9])).toContain('schematic')
    expect(
      verticesIn('{"type": "Polygon", "coordinates": [[[1, 2], [3, 4], [5, 6], [1, 2]]]}')
    ).toEqual([])
    expect(verticesIn('no json')).toEqual([])
  })

  it('of KML and tables are kept as GeoJSON that says the same', async () => {
    const csv = await readCourse({ name: 'a.csv', text: 'lon,lat\n30,50\n31,50.5\n32,50\n' })
    expect(places(csv.text ?? '')).toEqual(places(text))
    const kml = await readCourse({
      name: 'a.kml',
      text: '<kml><Placemark><LineString><coordinates>30,50 31,50.5 32,50</coordinates></LineString></Placemark></kml>'
    })
    expect(places(kml.text ?? '')).toEqual(places(text))
    const refused = await readCourse({ name: 'a.geojson', text: '{"type": "Point"' })
    expect([refused.text, refused.told.join()]).toEqual([
      undefined,
      expect.stringContaining('`a.geojson` cannot be used')
    ])
  })

  it('of many days are one for each, and of the line’s own day where none is named', () => {
    const line = { id: 'front', asOf: '2024-12-01', kind: 'contact', at: 'lines/front' } as const
    const daily = JSON.stringify({
      type: 'FeatureCollection',
      features: ['2024-01-01', '2024-01-02'].map((date, n) => ({
        type: 'Feature',
        properties: { date },
        geometry: {
          type: 'LineString',
          coordinates: [
            [30 + n, 50],
            [31 + n, 50]
          ]
        }
      }))
    })
    const of = (geometry: string) => ({
      process: { lines: new Map([['front', { ...line, geometry }]]) }
    })
    const files = [
      { name: 'daily.geojson', text: daily },
      { name: 'one.geojson', text },
      { name: 'broken.geojson', text: '{' }
    ]
    const days = coursesOf(of('daily.geojson'), files)
    expect(days.map(({ date }) => date)).toEqual(['2024-01-01', '2024-01-02'])
    expect(days.map(({ shape }) => shape()?.courses[0]?.points[0])).toEqual([
      [30, 50],
      [31, 50]
    ])
    expect(coursesOf(of('one.geojson'), files).map(({ date }) => date)).toEqual(['2024-12-01'])
    expect(coursesOf(of('broken.geojson'), files)).toEqual([])
    expect(coursesOf(of('missing.geojson'), files)).toEqual([])
  })

  it('are read from KML and tables too, as at the command line', () => {
    const files = [
      {
        name: 'line.kml',
        text: '<kml><Placemark><LineString><coordinates>30,50 31,50.5</coordinates></LineString></Placemark></kml>'
      },
      { name: 'line.csv', text: 'lon,lat\n30,50\n31,50.5\n' }
    ]
    for (const { name: geometry } of files) {
      const line = { id: 'front', asOf: '2024-12-01', kind: 'contact', at: 'lines/front', geometry }
      const lines = new Map([['front', { ...line, kind: 'contact' as const }]])
      const [course] = coursesOf({ process: { lines } }, files, importDrawing)
      expect(course?.shape()?.courses[0]?.points).toEqual([
        [30, 50],
        [31, 50.5]
      ])
      // until what reads them has come, the line is not drawn
      expect(coursesOf({ process: { lines } }, files)).toEqual([])
    }
  })
})

describe('a list of settlements', () => {
  it('keeps every spelling, and says which entry is wrong', async () => {
    const text = 'name,name_2,lon,lat\nUpper Ford,Oberfurt,30.5,48.5\n'
    expect((await readPlaces({ name: 'list.csv', text })).places).toEqual([
      { names: ['Upper Ford', 'Oberfurt'], at: [30.5, 48.5] }
    ])
    const wrong = await readPlaces({ name: 'list.csv', text: `${text}Ford,,30,148\n` })
    expect(wrong.places).toBeUndefined()
    expect(wrong.problem).toMatch(/list\.csv.*2/)
  })
})
