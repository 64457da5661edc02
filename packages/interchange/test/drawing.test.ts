import { readGeoJson, Undrawable } from '@truce/core/geo'
import { describe, expect, test } from 'vitest'
import { areasCsv, areasGeoJson, areasKml, importDrawing } from '../src/drawing.ts'
import { importPositions } from '../src/positions.ts'
import { importSettlements } from '../src/settlements.ts'

const LINE = '{"type":"LineString","coordinates":[[30,50],[31,50.5],[32,50]]}'
const KML =
  '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><LineString><coordinates>30,50,0 31,50.5,0\n 32,50,0</coordinates></LineString></Placemark></Document></kml>'
const CSV = 'Longitude;Latitude\n30;50\n31;50,5\n32;50\n'

function refusal(name: string, text: string): string {
  try {
    importDrawing(name, text)
  } catch (error) {
    if (error instanceof Undrawable) return error.what
    throw error
  }
  return 'read'
}

describe('drawings', () => {
  test('one line in three formats is one line', () => {
    const [first] = importDrawing('a.geojson', LINE).courses
    expect(importDrawing('a.kml', KML).courses).toEqual([first])
    expect(importDrawing('a.csv', CSV).courses).toEqual([first])
  })

  test('an area comes back as it went out, holes and all', () => {
    const outer = [
      [30, 50],
      [32, 50],
      [32, 52],
      [30, 52],
      [30, 50]
    ]
    const hole = [
      [30.5, 50.5],
      [30.5, 51.5],
      [31.5, 51.5],
      [31.5, 50.5],
      [30.5, 50.5]
    ]
    const { area } = readGeoJson(JSON.stringify({ type: 'Polygon', coordinates: [outer, hole] }))
    const named = [{ properties: { name: 'a & <b>' }, area }]
    expect(importDrawing('a.geojson', areasGeoJson(named)).area).toEqual(area)
    expect(importDrawing('a.kml', areasKml(named)).area).toEqual(area)
    expect(areasCsv(named).split('\n')[1]).toMatch(/^a & <b>,1,1,/)
  })

  test.each([
    ['a.kml', '<kml>', 'not-kml'],
    ['a.kml', '<!DOCTYPE kml [<!ENTITY a "b">]><kml/>', 'not-kml'],
    ['a.kml', '<kml/>', 'no-line'],
    ['a.csv', 'a,b\n1,2\n', 'not-csv'],
    ['a.csv', 'lon,lat\n1,2\n1,north\n', 'not-a-position'],
    ['a.csv', 'lon,lat\n50,131\n50,132\n', 'swapped']
  ])('%s %s is refused', (name, text, what) => {
    expect(refusal(name, text)).toBe(what)
  })
})

test('settlements keep every spelling', () => {
  const [one] = importSettlements('a.csv', 'name,name_local,lon,lat\nFord,Brod,30.6,48.25\n')
  expect(one).toEqual({ names: ['Ford', 'Brod'], at: [30.6, 48.25] })
  const point = { type: 'Point', coordinates: [30.6, 48.25] }
  const feature = {
    type: 'Feature',
    properties: { name: 'Ford', nameLocal: 'Ford' },
    geometry: point
  }
  const [other] = importSettlements('a.geojson', JSON.stringify(feature))
  expect(other).toEqual({ names: ['Ford'], at: [30.6, 48.25] })
})

/** Placemarks as a map program writes them: data by name, in a folder, a line among them. */
const placemarks = (...marks: readonly string[]): string =>
  `<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document><Folder>${marks.join('')}</Folder></Document></kml>`
const point = (inner: string, at = '30.6,48.25,0'): string =>
  `<Placemark>${inner}<Point><coordinates> ${at} </coordinates></Point></Placemark>`
const data = (all: Readonly<Record<string, string>>): string =>
  `<ExtendedData>${Object.entries(all)
    .map(([name, value]) => `<Data name="${name}"><value>${value}</value></Data>`)
    .join('')}</ExtendedData>`

describe('points of KML', () => {
  test('are settlements, with every spelling among their data', () => {
    const text = placemarks(
      '<Placemark><LineString><coordinates>1,2 3,4</coordinates></LineString></Placemark>',
      point(`<name>Ford &amp; Weir</name>${data({ name_local: 'Brod', people: '12' })}`)
    )
    expect(importSettlements('a.kml', text)).toEqual([
      { names: ['Ford & Weir', 'Brod'], at: [30.6, 48.25] }
    ])
  })

  test('are positions, the same as in a table', () => {
    const known = { parties: ['upland'], withdrawals: ['guns'] }
    const said = { party: 'upland', class: 'artillery', 'calibre-mm': '122', count: '4' }
    const schema =
      '<ExtendedData><SchemaData><SimpleData name="Party">upland</SimpleData><SimpleData name="class">tank</SimpleData></SchemaData></ExtendedData>'
    const read = importPositions(
      { name: 'a.kml', text: placemarks(point(data(said)), point(schema)) },
      known
    )
    const table = importPositions(
      {
        name: 'a.csv',
        text: 'party,class,calibre-mm,count,lon,lat\nupland,artillery,122,4,30.6,48.25\nupland,tank,,,30.6,48.25\n'
      },
      known
    )
    const places = 'refused' in table ? [] : table.map((one, at) => ({ ...one, row: at + 1 }))
    expect(read).toEqual(places)
  })

  test.each([
    [placemarks(point(data({ party: 'lowland' }))), 'placemark 1, data party has `lowland`'],
    [placemarks(), 'no row'],
    ['<kml>', 'no table, no GeoJSON and no KML'],
    [
      placemarks(point(data({ party: 'upland', class: 'tank' }), 'north')),
      'placemark 1, lon and lat'
    ]
  ])('that cannot be read are told: %s', (text, why) => {
    const read = importPositions({ name: 'a.kml', text }, { parties: ['upland'], withdrawals: [] })
    expect('refused' in read ? read.refused : '').toContain(why)
  })

  test('a list without any point is refused', () => {
    for (const [name, text] of [
      ['a.kml', KML],
      ['a.geojson', LINE]
    ] as const)
      expect(() => importSettlements(name, text)).toThrow('no-point')
  })
})
