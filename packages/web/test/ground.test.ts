import { readCase } from '@truce/core/case'
import type { Judged, Observed } from '@truce/core/geo'
import { apart } from '@truce/core/geo'
import { exportPositions, importPositions } from '@truce/interchange'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { positionsAnswer } from '../src/engine/positions-judged.ts'
import { zonesAnswer } from '../src/engine/zones.ts'
import type { SeenState } from '../src/rooms/map/ground-marks.ts'
import { inZone, isIn, seenState } from '../src/rooms/map/ground-marks.ts'
import { readPlaces } from '../src/rooms/map/read-places.ts'
import { readSeen, withoutRow, withRows } from '../src/rooms/map/seen-list.ts'

const CASE = `truce: 1
title: Ford and weir
as-of: 2024-06-01
sources:
  own: {title: Made up for this test, kind: assumption}
parties:
  upland: {name: Upland, kind: state, role: belligerent, clock: Europe/Vienna}
  lowland: {name: Lowland, kind: state, role: belligerent, clock: Europe/Kyiv}
issues:
  ford: {title: The ford, options: {open: Open, shut: Shut}, if-silent: shut}
stances:
  upland:
    interests: {ford: {weight: 1, values: {open: 100, shut: 0}, source: own}}
    no-deal: {base: {terms: {ford: shut}}, source: own}
  lowland:
    interests: {ford: {weight: 1, values: {open: 0, shut: 100}, source: own}}
    no-deal: {base: {terms: {ford: shut}}, source: own}
proposals:
  way: {title: A way across, terms: {ford: open}}
lines:
  weir: {kind: contact, as-of: 2024-05-01, geometry: weir.geojson, sides: {upland: [30, 49], lowland: [30, 47]}, source: own}
withdrawals:
  - id: guns
    weapon: {class: artillery, at-least-mm: 100}
    measure: {distance-from-line-km: 20}
    baseline: {upland: lines.weir, lowland: lines.weir}
    starts: "2024-07-01T08:00[Europe/Kyiv]"
    ends: "2024-07-11T08:00[Europe/Kyiv]"
    source: own
`
const COURSE = '{"type":"LineString","coordinates":[[29,48],[31,48]]}'
const FILES = [
  { name: 'case.yaml', text: CASE },
  { name: 'weir.geojson', text: COURSE }
]
const reading = readCase(FILES)
const given = { ...reading, files: FILES, hash: `sha256:${'0'.repeat(64)}` }
if (!reading.case) throw new Error(JSON.stringify(reading.diagnostics))
const source = reading.case

const gun = (lon: number, lat: number, more: Partial<Observed> = {}): Observed => ({
  row: 1,
  party: 'upland',
  weapon: 'artillery',
  place: [lon, lat],
  count: 1,
  calibreMm: 122,
  ...more
})

const judgedAt = (at: string, seen: readonly Observed[]) =>
  positionsAnswer(given, { language: 'en', seen, at })

type Stood = readonly [
  at: string,
  but: Partial<Omit<Observed, 'calibreMm'>> & { readonly calibreMm?: number | 'none' },
  state: SeenState
]

describe('what was seen, in the page', () => {
  it('has to be out exactly where it is nearer than the distance, once that is due', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 0.4, noNaN: true }), (north) => {
        const { judged } = judgedAt('2024-08-01T00:00[Europe/Kyiv]', [gun(30, 48 + north)])
        // the line is a parallel to within metres here: the nearest of its places is found by walking it
        const km = Math.min(
          ...Array.from({ length: 400 }, (_, k) => apart([30, 48 + north], [29.5 + k / 400, 48]).km)
        )
        if (Math.abs(km - 20) < 0.2) return
        expect(seenState({ row: 1 }, judged)).toBe(km < 20 ? 'out' : 'clear')
      }),
      { numRuns: 30 }
    )
  })

  it.each<Stood>([
    ['2024-06-30T00:00[Europe/Kyiv]', {}, 'unjudged'],
    ['2024-07-05T00:00[Europe/Kyiv]', {}, 'open'],
    ['2024-08-01T00:00[Europe/Kyiv]', { calibreMm: 'none' }, 'open'],
    ['2024-08-01T00:00[Europe/Kyiv]', { calibreMm: 82 }, 'unjudged'],
    ['2024-08-01T00:00[Europe/Kyiv]', { party: 'lowland' }, 'out'],
    ['2024-08-01T00:00[Europe/Kyiv]', { when: '2024-08-02' }, 'unjudged']
  ])('at %s with %j it is %s', (at, { calibreMm = 122, ...more }, state) => {
    const { calibreMm: _, ...bare } = gun(30, 48.05)
    const one: Observed = { ...bare, ...(calibreMm === 'none' ? {} : { calibreMm }), ...more }
    const { judged } = judgedAt(at, [one])
    expect(seenState(one, judged)).toBe(state)
  })

  it('is told with the distance to its line, the way out and since when', () => {
    const { told } = judgedAt('2024-08-01T00:00[Europe/Kyiv]', [gun(30, 48.09)])
    const rows = told.flatMap((block) => (block.kind === 'table' ? block.rows : []))
    const [last] = rows.slice(-1)
    expect(last?.join(' | ')).toMatch(
      /1: 1 artillery of Upland \| artillery \| 10 km behind its line \| 10 km on course (0|360) .* \| since 2024-07-11T08:00\[Europe\/Kyiv\]/
    )
  })

  it('no state without an answer', () => {
    const none: Judged | undefined = undefined
    expect(seenState({ row: 1 }, none)).toBe('unjudged')
  })
})

describe('a list of positions', () => {
  const some = fc.array(
    fc.record({
      lon: fc.integer({ min: 29, max: 31 }),
      lat: fc.integer({ min: 47, max: 49 }),
      count: fc.integer({ min: 1, max: 3 }),
      source: fc.constantFrom('patrol, "one"', 'a; b', '=1+1')
    }),
    { maxLength: 8 }
  )

  it('goes out as a table and comes back the same', () => {
    fc.assert(
      fc.property(some, (all) => {
        const rows = all.map(({ lon, lat, ...rest }, at) => gun(lon, lat, { ...rest, row: at + 2 }))
        if (rows.length === 0) return
        const read = importPositions(
          { name: 'a.csv', text: exportPositions(rows) },
          { parties: ['upland'], withdrawals: [] }
        )
        expect(read).toEqual(rows)
      })
    )
  })

  it('taken twice does not count twice, and is numbered through', () => {
    fc.assert(
      fc.property(some, (all) => {
        const rows = all.map(({ lon, lat, ...rest }) => gun(lon, lat, rest))
        const once = withRows([], rows)
        const twice = withRows(once.rows, rows)
        expect(twice.rows).toEqual(once.rows)
        expect(twice.same).toBe(rows.length)
        const fewer = withoutRow(once.rows, 1)
        expect(fewer.map(({ row }) => row)).toEqual(fewer.map((_, at) => at + 1))
      })
    )
  })

  it('is refused by the place in its file', async () => {
    const read = await readSeen(source, {
      name: 'a.csv',
      text: 'party,class,lon,lat\nhill,tank,1,2\n'
    })
    expect('problem' in read ? read.problem : '').toContain(
      'a.csv: line 2, column party has `hill`'
    )
  })
})

describe('settlements', () => {
  const { zones } = zonesAnswer(given)
  it('lie in the band of the party on whose side they are near', () => {
    const [zone] = zones
    if (!zone) throw new Error('no zone')
    const at = (lat: number) => inZone({ names: ['Ford'], at: [30, lat] }, zone)
    expect(at(48.1).bands).toEqual(['upland'])
    expect(at(47.9).bands).toEqual(['lowland'])
    expect(isIn(at(48.3))).toBe(false)
  })

  it('come from KML as from a table', async () => {
    const kml =
      '<kml><Placemark><name>Ford</name><Point><coordinates>30,48</coordinates></Point></Placemark></kml>'
    const read = await readPlaces({ name: 'a.kml', text: kml })
    expect(read.places).toEqual([{ names: ['Ford'], at: [30, 48] }])
    expect((await readPlaces({ name: 'a.kml', text: '<kml/>' })).problem).toContain('no point')
  })
})
