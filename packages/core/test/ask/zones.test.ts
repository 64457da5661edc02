import { expect, test } from 'vitest'
import type { LineDrawing, ZonesAnswer } from '../../src/ask/zones.ts'
import { askZones } from '../../src/ask/zones.ts'
import { readCase } from '../../src/case/read.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { readGeoJson } from '../../src/geo/read-geojson.ts'
import { Undrawable } from '../../src/geo/remarks.ts'

const line = (lat: number): LineDrawing =>
  readGeoJson(
    JSON.stringify({
      type: 'LineString',
      coordinates: [
        [30, lat],
        [31, lat]
      ]
    })
  )

/** Upland north, lowland south; each counts from its own line. */
const given = (
  upland: string,
  lowland: string,
  sides = '{upland: [30.5, 50], lowland: [30.5, 47]}'
) => ({
  ...readCase([
    {
      name: 'case.yaml',
      text: exampleText({
        lines: `
          north: {as-of: 2024-05-01, kind: contact, geometry: n.geojson, sides: ${sides}, source: talks}
          south: {as-of: 2024-05-01, kind: contact, geometry: s.geojson, sides: ${sides}, source: talks}`,
        withdrawals: `
          - {id: guns, weapon: {class: artillery}, measure: {distance-from-line-km: 10}, baseline: {upland: lines.${upland}, lowland: lines.${lowland}}, starts: "2024-07-01T08:00[Europe/Vienna]", source: talks}`
      })
    }
  ]),
  hash: `sha256:${'0'.repeat(64)}`
})

const drawings = new Map<string, LineDrawing>([
  ['north', line(48.5)],
  ['south', line(48.4)]
])

function answered(upland: string, lowland: string): ZonesAnswer {
  const answer = askZones(given(upland, lowland), { drawings })
  if (answer.refused) throw new Error(JSON.stringify(answer.findings))
  return answer
}

// a tenth of a degree of latitude there is 11.12 km, a degree of longitude 73.9 km
test('apart, the land between is free as well: the zone is wider by it', () => {
  const [{ zone } = never()] = answered('north', 'south').result.zones
  const [facing] = zone.facing
  expect(facing?.lines.median).toBeCloseTo(11.12, 1)
  expect(facing?.betweenSquareKm).toBeCloseTo(73.9 * 11.12, -1)
  expect(facing?.claimedByBothSquareKm).toBe(0)
  expect(facing?.overlapSquareKm).toBeLessThan(1)
  const bands = zone.bands.reduce((sum, { squareKm }) => sum + squareKm, 0)
  expect(zone.squareKm).toBeCloseTo(bands + (facing?.betweenSquareKm ?? 0), -1)
})

test('the other way round both claim the land between, and the bands overlap', () => {
  const [{ zone } = never()] = answered('south', 'north').result.zones
  const [facing] = zone.facing
  expect(facing?.betweenSquareKm).toBe(0)
  expect(facing?.claimedByBothSquareKm).toBeCloseTo(73.9 * 11.12, -1)
  expect(facing?.overlapSquareKm).toBeGreaterThan(500)
})

test('one line has nothing between', () => {
  const [{ zone } = never()] = answered('north', 'north').result.zones
  expect(zone.facing).toEqual([])
  expect(zone.bands.map(({ squareKm }) => squareKm)).toEqual([
    expect.closeTo(73.9 * 10 + 157, -1),
    expect.closeTo(73.9 * 10 + 157, -1)
  ])
})

test('what is missing is said once, at the line', () => {
  const lacking = askZones(given('north', 'north', '{upland: [30.5, 50]}'), { drawings })
  expect(lacking.refused).toBe(true)
  expect(lacking.findings.map(({ code }) => code)).toEqual(['LN004'])
  const bad = new Map<string, LineDrawing>([
    ['north', new Undrawable('swapped', { feature: 1, vertex: 2 })]
  ])
  const refused = askZones(given('north', 'north'), { drawings: bad })
  expect(refused.findings.map(({ code }) => code)).toEqual(['LN001'])
  expect(refused.findings[0]?.span?.file).toBe('case.yaml')
})

const measured = (measure: string, more = '') => ({
  ...readCase([
    {
      name: 'case.yaml',
      text: exampleText({
        lines: `
          north: {as-of: 2024-05-01, kind: contact, geometry: n.geojson, sides: {upland: [30.5, 50], lowland: [30.5, 47]}, source: talks}`,
        withdrawals: `
          - {id: guns, weapon: {class: artillery}, measure: ${measure}, baseline: {upland: lines.north, lowland: lines.north}, ${more} starts: "2024-07-01T08:00[Europe/Vienna]", source: talks}
          - {id: rockets, weapon: {class: mlrs}, measure: {distance-from-line-km: 5}, baseline: {upland: lines.north, lowland: lines.north}, starts: "2024-07-01T08:00[Europe/Vienna]", source: talks}`
      })
    }
  ]),
  hash: `sha256:${'0'.repeat(64)}`
})

test('a band is what lies within its end and not within its beginning', () => {
  const answer = askZones(measured('{band-km: [10, 20]}', 'ceiling: {upland: 36},'), { drawings })
  if (answer.refused) throw new Error('refused')
  const [{ zone } = never()] = answer.result.zones
  // on each side a strip of 10 km, and of two half rings a half
  const expected = 73.9 * 10 + (Math.PI * (20 ** 2 - 10 ** 2)) / 2
  for (const { squareKm } of zone.bands) expect(squareKm / expected).toBeCloseTo(1, 2)
  expect(answer.document()).toMatchObject({
    zones: [
      { fromKm: 10, km: 20, bandKm: [10, 20], bands: [{ ceiling: 36 }, { ceiling: null }] },
      { fromKm: 0, km: 5, bandKm: null }
    ]
  })
})

test.each([
  ['{band-km: [20, 10]}', 'does not end farther'],
  ['{distance-from-line-km: 0}', 'distance is nothing'],
  ['{}', 'says no distance']
])('a withdrawal that makes no zone is said, never passed over: %s', (measure, words) => {
  const answer = askZones(measured(measure), { drawings })
  expect(answer.refused).toBeFalsy()
  const found = answer.findings.filter(({ code }) => code === 'LN006')
  expect(found).toHaveLength(1)
  expect(found[0]?.message).toContain(words)
})

test('a line that faces an area is said to be beyond comparing, not to enclose nothing', () => {
  const area = readGeoJson(
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [30, 48],
          [31, 48],
          [31, 48.3],
          [30, 48.3],
          [30, 48]
        ]
      ]
    })
  )
  const answer = askZones(given('north', 'south'), {
    drawings: new Map([...drawings, ['south', area]])
  })
  if (answer.refused) throw new Error('refused')
  expect(answer.document()).toMatchObject({
    zones: [{ facing: [{ betweenSquareKm: null, claimedByBothSquareKm: null }] }]
  })
})

function never(): never {
  throw new Error('nothing was drawn')
}
