import { expect, test } from 'vitest'
import { askZones } from '../../src/ask/zones.ts'
import { readCase } from '../../src/case/read.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import type { LonLat, Observed } from '../../src/geo/index.ts'
import { readGeoJson } from '../../src/geo/read-geojson.ts'
import { parseInstant } from '../../src/time/instant.ts'
import { dice, slowDistance } from '../geo/drawn-lines.ts'

/** It runs from west to east, so that upland is north of it everywhere. */
const LINE = {
  points: Array.from({ length: 21 }, (_, at): LonLat => [30 + at / 20, 48.5 + 0.03 * Math.sin(at)]),
  closed: false
}
const northOf = ([lon, lat]: LonLat): boolean => {
  const at = Math.min(19, Math.max(0, Math.floor((lon - 30) * 20)))
  const [[x, y], [u, v]] = [LINE.points[at] ?? [0, 0], LINE.points[at + 1] ?? [1, 0]]
  return lat > y + ((lon - x) / (u - x)) * (v - y)
}

function judged(at: string, seen: readonly Observed[]) {
  const sides = '{upland: [30.5, 50], lowland: [30.5, 47]}'
  const both = 'baseline: {upland: lines.front, lowland: lines.front}'
  const given = {
    ...readCase([
      {
        name: 'case.yaml',
        text: exampleText({
          lines: `
          front: {as-of: 2024-05-01, kind: contact, geometry: f.geojson, sides: ${sides}, source: talks}`,
          withdrawals: `
          - {id: guns, weapon: {class: artillery, at-least-mm: 100}, measure: {band-km: [4, 12]}, ceiling: {upland: 20, lowland: 1000}, ${both}, starts: "2024-07-01T08:00[Europe/Vienna]", ends: "2024-07-11T08:00[Europe/Vienna]", source: talks}`
        })
      }
    ]),
    hash: `sha256:${'0'.repeat(64)}`
  }
  const parsed = parseInstant(at)
  if (!parsed.ok) throw new Error(parsed.problem)
  const drawing = readGeoJson(JSON.stringify({ type: 'LineString', coordinates: LINE.points }))
  const answer = askZones(given, {
    drawings: new Map([['front', drawing]]),
    positions: { at: parsed.instant, seen }
  })
  if (answer.refused || !answer.result.judged) throw new Error(JSON.stringify(answer.findings))
  return answer.result.judged
}

/** Places away from the ends of the line, and not within 30 m of an edge. */
function scattered(seed: number): readonly Observed[] {
  const roll = dice(seed)
  return Array.from({ length: 120 }, (_, at): Observed => {
    const calibre = roll(3)
    return {
      row: at + 2,
      party: roll(2) < 1 ? 'upland' : 'lowland',
      weapon: roll(5) < 1 ? 'tank' : 'artillery',
      place: [30.3 + roll(0.4), 48.3 + roll(0.4)],
      count: 1 + Math.floor(roll(4)),
      ...(calibre < 1 ? {} : { calibreMm: calibre < 2 ? 82 : 122 })
    }
  }).filter(({ place }) => [0, 4, 12].every((km) => Math.abs(slowDistance(LINE, place) - km) > 0.1))
}

const AT = '2024-08-01T00:00[Europe/Vienna]'

test.each([1, 2, 3, 4])('sums are those of counting by brute force (seed %i)', (seed) => {
  const seen = scattered(seed)
  for (const tally of judged(AT, seen).tallies) {
    const own = seen.filter(({ party, weapon }) => party === tally.party && weapon === 'artillery')
    const sum = (isMeant: (one: Observed) => boolean): number =>
      own.filter(isMeant).reduce((whole, { count }) => whole + count, 0)
    const isHome = ({ place }: Observed): boolean => northOf(place) === (tally.party === 'upland')
    const isWithin = (one: Observed): boolean => {
      const far = slowDistance(LINE, one.place)
      return isHome(one) && far > 4 && far < 12
    }
    expect(tally.within).toBe(sum((one) => isWithin(one) && one.calibreMm === 122))
    expect(tally.perhaps).toBe(sum((one) => isWithin(one) && one.calibreMm === undefined))
    expect(tally.across).toBe(sum((one) => !isHome(one) && one.calibreMm !== 82))
    expect(tally.verdict).toBe(
      tally.within > (tally.ceiling ?? 0)
        ? 'over'
        : tally.within + tally.perhaps > (tally.ceiling ?? 0)
          ? 'perhaps-over'
          : 'under'
    )
  }
})

test.each([
  ['2024-07-01T07:59[Europe/Vienna]', 'not-begun', 0],
  ['2024-07-01T08:00[Europe/Vienna]', 'under-way', 2],
  ['2024-07-11T07:59[Europe/Vienna]', 'under-way', 2],
  ['2024-07-11T08:00[Europe/Vienna]', 'due', 2]
])('at %s it is %s', (at, state, tallies) => {
  const found = judged(at, scattered(9))
  expect(found.dues.map((due) => due.state)).toEqual([state])
  expect(found.tallies).toHaveLength(tallies)
})

test('what was seen later is left out, by the minute and by the day of the moment', () => {
  const [one] = scattered(5)
  if (!one) throw new Error('nothing')
  const seen = (when: string): number => judged(AT, [{ ...one, when }]).later.length
  expect(seen('2024-07-31')).toBe(0)
  expect(seen('2024-08-01')).toBe(0)
  expect(seen('2024-08-02')).toBe(1)
  expect(seen('2024-08-01T00:01[Europe/Vienna]')).toBe(1)
  expect(seen('2024-08-01T00:59[Europe/Kyiv]')).toBe(0)
})

test('the order of the list changes no sum', () => {
  const seen = scattered(7)
  expect(judged(AT, seen.toReversed()).tallies).toEqual(judged(AT, seen).tallies)
})
