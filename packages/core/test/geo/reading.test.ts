import { describe, expect, test } from 'vitest'
import { squareKm } from '../../src/geo/geodesic.ts'
import { inside } from '../../src/geo/inside.ts'
import { readGeoJson } from '../../src/geo/read-geojson.ts'
import type { Shape } from '../../src/geo/read-shape.ts'
import { Undrawable } from '../../src/geo/remarks.ts'

const drawing = (type: string, coordinates: unknown): string =>
  JSON.stringify({ type: 'Feature', properties: {}, geometry: { type, coordinates } })
const read = (type: string, coordinates: unknown): Shape => readGeoJson(drawing(type, coordinates))
const said = ({ remarks }: Shape) => remarks.map(({ what }) => what)

function refusal(text: string): Undrawable {
  try {
    readGeoJson(text)
  } catch (error) {
    if (error instanceof Undrawable) return error
    throw error
  }
  throw new Error('it was read')
}

describe('what is repaired is said', () => {
  test('heights', () => {
    const shape = read('LineString', [
      [30, 50, 120],
      [31, 50, 130]
    ])
    expect(shape.courses).toEqual([
      {
        points: [
          [30, 50],
          [31, 50]
        ],
        closed: false
      }
    ])
    expect(shape.remarks).toEqual([{ what: 'height-dropped', feature: 1, vertex: 1, count: 2 }])
  })

  test('vertices that stand twice', () => {
    const shape = read('LineString', [
      [30, 50],
      [30, 50],
      [31, 50]
    ])
    expect(shape.courses[0]?.points).toHaveLength(2)
    expect(shape.remarks).toEqual([{ what: 'duplicates-dropped', feature: 1, vertex: 2, count: 1 }])
  })

  test('a ring that is not closed', () => {
    const open = read('Polygon', [
      [
        [30, 50],
        [31, 50],
        [31, 51],
        [30, 51]
      ]
    ])
    const shut = read('Polygon', [
      [
        [30, 50],
        [31, 50],
        [31, 51],
        [30, 51],
        [30, 50]
      ]
    ])
    expect(said(open)).toEqual(['ring-closed'])
    expect(said(shut)).toEqual([])
    expect(squareKm(open.area)).toBeCloseTo(squareKm(shut.area), 6)
  })

  test('a ring that crosses itself becomes the two areas it encloses', () => {
    const bow = read('Polygon', [
      [
        [30, 50],
        [31, 51],
        [31, 50],
        [30, 51],
        [30, 50]
      ]
    ])
    expect(said(bow)).toEqual(['ring-repaired'])
    expect(bow.area).toHaveLength(2)
    expect(inside(bow.area, [30.1, 50.5])).toBe(true)
    expect(inside(bow.area, [30.5, 50.1])).toBe(false)
  })

  test('a line that crosses itself stays as it is, with the edge that is crossed', () => {
    const knot = read('LineString', [
      [30, 50],
      [31, 50],
      [31, 51],
      [30.5, 49]
    ])
    expect(knot.remarks).toEqual([{ what: 'line-crosses-itself', vertex: 1, count: 1 }])
  })

  test('a line across the antimeridian runs on', () => {
    const line = read('LineString', [
      [179, 50],
      [-179, 50],
      [-178, 50]
    ])
    expect(line.courses[0]?.points.map(([lon]) => lon)).toEqual([179, 181, 182])
    expect(line.remarks).toEqual([{ what: 'antimeridian', feature: 1, vertex: 2, count: 1 }])
  })

  test('parts whose ends meet are one line, a line that returns is a ring', () => {
    const parts = read('MultiLineString', [
      [
        [31, 50],
        [32, 50]
      ],
      [
        [30, 50],
        [31, 50]
      ],
      [
        [33, 51],
        [32, 50]
      ]
    ])
    expect(parts.courses).toHaveLength(1)
    expect(parts.courses[0]?.points.map(([lon]) => lon)).toEqual([30, 31, 32, 33])
    const ring = read('LineString', [
      [30, 50],
      [31, 50],
      [31, 51],
      [30, 50]
    ])
    expect(ring.courses).toEqual([
      {
        points: [
          [30, 50],
          [31, 50],
          [31, 51]
        ],
        closed: true
      }
    ])
  })

  test('whichever way its rings run, an area has its holes left out', () => {
    const outer = [
      [30, 50],
      [32, 50],
      [32, 52],
      [30, 52],
      [30, 50]
    ]
    const hole = [
      [30.5, 50.5],
      [31.5, 50.5],
      [31.5, 51.5],
      [30.5, 51.5],
      [30.5, 50.5]
    ]
    for (const rings of [
      [outer, hole],
      [outer.toReversed(), hole],
      [outer, hole.toReversed()]
    ]) {
      const { area } = read('Polygon', rings)
      expect(inside(area, [31, 51])).toBe(false)
      expect(inside(area, [30.2, 51])).toBe(true)
    }
  })
})

describe('what cannot be used is refused with one reason and its place', () => {
  test.each([
    ['{"type": ', 'not-json', undefined],
    ['[]', 'not-geojson', undefined],
    [drawing('Point', [30, 50]), 'no-line', undefined],
    [drawing('LineString', [[30, 50]]), 'line-too-short', undefined],
    [
      drawing('Polygon', [
        [
          [30, 50],
          [31, 50],
          [30, 50]
        ]
      ]),
      'ring-too-short',
      undefined
    ],
    [
      drawing('LineString', [
        [30, 50],
        [30, 'x']
      ]),
      'not-a-position',
      2
    ],
    [
      drawing('LineString', [
        [30, 50],
        [50, 131]
      ]),
      'swapped',
      2
    ],
    [
      drawing('LineString', [
        [30, 50],
        [400, 50]
      ]),
      'out-of-range',
      2
    ],
    [
      drawing('LineString', [
        [30, 50],
        [30, 89]
      ]),
      'polar',
      2
    ],
    [
      JSON.stringify({
        ...JSON.parse(
          drawing('LineString', [
            [1, 2],
            [3, 4]
          ])
        ),
        crs: { properties: { name: 'EPSG:3857' } }
      }),
      'other-crs',
      undefined
    ],
    [
      JSON.stringify({
        type: 'GeometryCollection',
        geometries: [
          {
            type: 'LineString',
            coordinates: [
              [1, 2],
              [3, 4]
            ]
          },
          {
            type: 'Polygon',
            coordinates: [
              [
                [1, 2],
                [3, 4],
                [3, 5]
              ]
            ]
          }
        ]
      }),
      'mixed',
      undefined
    ]
  ])('%s', (text, what, vertex) => {
    const found = refusal(text)
    expect(found.what).toBe(what)
    expect(found.spot.vertex).toBe(vertex)
  })
})
