import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  COUNTING,
  cumulativeBetween,
  dayLater,
  daysBefore,
  duplicatesAmong,
  EVENT_STANDINGS,
  endOfDay,
  eventsOf,
  fallsIn,
  periodOf,
  reportDayOf,
  violationsIn
} from '../../src/record/index.ts'
import { tried } from '../laws.ts'
import type { Told } from './told-entries.ts'
import { folded, told } from './told-entries.ts'

const KYIV = { zone: 'Europe/Kyiv', time: '19:30' }
const AREAS = ['Donetsk', 'Luhansk', undefined] as const
const PARTIES = ['ukraine', 'russia', 'norway', 'india'] as const

const report = (
  id: string,
  at: string,
  { party = 'norway', ...more }: { readonly party?: string } & Record<string, unknown> = {}
): Told<'incident.reported'> =>
  told({
    party,
    id,
    kind: 'incident.reported',
    content: {
      occurred: { at, precision: 'minute' },
      place: { lon: 37.8, lat: 48, within: 500, area: 'Donetsk' },
      category: 'fire',
      means: ['saw'],
      ...more
    }
  })

describe('days of reports', () => {
  it('end at the cut-off on the clocks of their zone, with 23 and 25 hours where they change', () => {
    const hours = (day: string): number => {
      const { from, to } = periodOf({ day, days: 1 }, KYIV)
      return (to - from) / 3600
    }
    expect(['2025-03-29', '2025-03-30', '2025-10-26'].map(hours)).toEqual([24, 23, 25])
    expect(new Date(endOfDay('2020-07-30', KYIV) * 1000).toISOString()).toBe(
      '2020-07-30T16:30:00.000Z'
    )
  })

  it('hold every instant exactly once, in any zone and at any cut-off', () => {
    const zone = fc.constantFrom(
      'Europe/Kyiv',
      'Pacific/Apia',
      'America/St_Johns',
      'Australia/Lord_Howe',
      'Asia/Kathmandu',
      'UTC'
    )
    const time = fc.constantFrom('00:00', '02:30', '03:00', '19:30', '23:59')
    const law = fc.property(
      zone,
      time,
      fc.integer({ min: 1_290_000_000, max: 1_760_000_000 }),
      (zone, time, seconds) => {
        const cutOff = { zone, time }
        const day = reportDayOf(seconds, cutOff)
        const holding = [-2, -1, 0, 1, 2]
          .map((days) => dayLater(day, days))
          .filter((one) => fallsIn(periodOf({ day: one, days: 1 }, cutOff), seconds))
        expect(holding).toEqual([day])
      }
    )
    tried(law, { seed: 21, runs: 300, seeds: 10 })
  })
})

/** Random records: reports of several authors, accounts, verifications, joinings, replacements. */
const step = fc.record({
  what: fc.constantFrom(
    'report',
    'report',
    'report',
    'account',
    'verify',
    'join',
    'replace',
    'find'
  ),
  party: fc.constantFrom(...PARTIES),
  of: fc.nat(),
  with: fc.nat(),
  minute: fc.integer({ min: 0, max: 4 * 1440 }),
  area: fc.constantFrom(...AREAS),
  count: fc.option(fc.nat(9), { nil: undefined }),
  lead: fc.boolean(),
  outcome: fc.constantFrom('confirmed', 'not-confirmed', 'inconclusive', 'no-access'),
  violation: fc.boolean(),
  category: fc.constantFrom('fire', 'uav', 'freedom-of-movement')
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const START = Date.parse('2025-03-28T17:30:00Z')
const stamp = (minute: number): string => new Date(START + minute * 60_000).toISOString()

function recordOf(steps: readonly Step[]): readonly Told[] {
  const entries: Told[] = []
  const reports: string[] = []
  /** What may be replaced: the newest of each chain, with its party. */
  const newest = new Map<string, { id: string; party: string }>()
  for (const [at, one] of steps.entries()) {
    const id = `entry-${String(at).padStart(4, '0')}`
    const content = {
      occurred: { at: stamp(one.minute), precision: 'minute' as const },
      place: one.area === undefined ? { name: 'a place' } : { area: one.area },
      category: one.category as 'fire',
      means: ['saw' as const],
      ...(one.count === undefined
        ? {}
        : { observed: { count: one.count, of: 'explosion' as const } })
    }
    const incident = reports[one.of % Math.max(reports.length, 1)]
    const other = reports[one.with % Math.max(reports.length, 1)]
    const { party } = one
    if (one.what === 'report' || incident === undefined || other === undefined) {
      reports.push(id)
      newest.set(id, { id, party })
      entries.push({
        party,
        id,
        kind: 'incident.reported',
        content: { ...content, ...(one.lead ? { lead: true } : {}) }
      })
    } else if (one.what === 'account')
      entries.push({ party, id, kind: 'incident.account', content: { incident, ...content } })
    else if (one.what === 'verify')
      entries.push({
        party,
        id,
        kind: 'incident.verified',
        content: { incident, outcome: one.outcome as 'confirmed', by: [party], means: ['saw'] }
      })
    else if (one.what === 'find')
      entries.push({
        party,
        id,
        kind: 'incident.found',
        content: { incident, violation: one.violation }
      })
    else if (one.what === 'join' && incident !== other)
      entries.push({
        party,
        id,
        kind: 'incident.joined',
        content: { incident, with: other, because: 'the same' }
      })
    else if (one.what === 'replace') {
      const before = newest.get(incident)
      if (!before) continue
      newest.set(incident, { id, party: before.party })
      entries.push({
        party: before.party,
        id,
        kind: 'incident.reported',
        content,
        supersedes: before.id
      })
    }
  }
  return entries
}

const some = fc.array(step, { minLength: 1, maxLength: 40 }).map(recordOf)
const DAYS = { day: '2025-03-30', days: 2 }

/** The same by brute force over the entries: nothing is folded, everything looked up again. */
function recounted(entries: readonly Told[]): Record<string, readonly [number, number, number]> {
  const replaced = new Set(entries.map(({ supersedes }) => supersedes))
  const standing = entries.filter(({ id }) => !replaced.has(id))
  const origin = (id: string): string => {
    const { supersedes } = entries.find((one) => one.id === id) ?? {}
    return supersedes === undefined ? id : origin(supersedes)
  }
  const about = (one: Told): string =>
    one.kind === 'incident.reported'
      ? origin(one.id)
      : String((one.content as { incident?: string }).incident)
  const group = new Map<string, string>()
  for (const one of entries)
    if (one.kind === 'incident.reported') group.set(origin(one.id), origin(one.id))
  for (let again = true; again; ) {
    again = false
    for (const one of standing) {
      if (one.kind !== 'incident.joined') continue
      const { incident, with: other } = one.content as { incident: string; with: string }
      const least = [group.get(incident), group.get(other)].sort()[0] ?? ''
      for (const id of [incident, other])
        if (group.get(id) !== least) {
          group.set(id, least)
          again = true
        }
    }
  }
  const period = {
    from: Date.parse('2025-03-28T17:30:00Z') / 1000,
    // The clocks went forward on the night to the 30th.
    to: Date.parse('2025-03-30T16:30:00Z') / 1000
  }
  const found: Record<string, [number, number, number]> = {}
  for (const least of new Set(group.values())) {
    const own = standing.filter((one) => group.get(about(one)) === least)
    const accounts = own.filter(
      ({ kind }) => kind === 'incident.reported' || kind === 'incident.account'
    )
    const contents = accounts.map(({ content }) => content as Told<'incident.reported'>['content'])
    if (!contents.some(({ category }) => category !== 'freedom-of-movement')) continue
    const at = Math.min(...contents.map(({ occurred }) => Date.parse(occurred.at) / 1000))
    if (at < period.from || at >= period.to) continue
    const words = (kind: string, key: string): Set<unknown> =>
      new Set(
        PARTIES.flatMap((party) => {
          const last = own.filter((one) => one.kind === kind && one.party === party).at(-1)
          return last ? [(last.content as Record<string, unknown>)[key]] : []
        })
      )
    const finding = words('incident.found', 'violation')
    const looked = words('incident.verified', 'outcome')
    const both = finding.has(true) && finding.has(false)
    const opposite = looked.has('confirmed') && looked.has('not-confirmed')
    if (!both && finding.has(false)) continue
    if (!both && !opposite && !looked.has('confirmed')) {
      if (looked.has('not-confirmed')) continue
      if (contents.every(({ lead }) => lead === true)) continue
    }
    const areas = [...new Set(contents.flatMap(({ place }) => place.area ?? []))].sort().join('+')
    const numbers = contents.flatMap(({ observed }) => observed?.count ?? [])
    const row = found[areas] ?? [0, 0, 0]
    found[areas] = row
    row[0] += 1
    row[1] += numbers.length === 0 ? 1 : Math.min(...numbers)
    row[2] += numbers.length === 0 ? 1 : Math.max(...numbers)
  }
  return found
}

describe('violations counted', () => {
  it('are those of a count by hand over the entries', () => {
    const law = fc.property(some, (entries) => {
      const { rows } = violationsIn(eventsOf(folded(entries)), { days: DAYS, cutOff: KYIV })
      const got = Object.fromEntries(
        rows
          .filter(({ counted }) => counted.events > 0)
          .map(({ areas, counted }) => [
            areas.join('+'),
            [counted.events, counted.low, counted.high]
          ])
      )
      expect(got).toEqual(recounted(entries))
    })
    tried(law, { seed: 5, runs: 200, seeds: 10 })
  })

  it('add up: standings to all, areas to the total, days to the stretch, stretches to the whole', () => {
    const law = fc.property(some, (entries) => {
      const events = eventsOf(folded(entries))
      const { total, rows, byDay } = violationsIn(events, { days: DAYS, cutOff: KYIV })
      const inPeriod = events.filter(
        (one) => one.kind === 'violation' && fallsIn(periodOf(DAYS, KYIV), one.from)
      )
      const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
      expect(sum(EVENT_STANDINGS.map((one) => total.byStanding[one].events))).toBe(inPeriod.length)
      expect(sum([...COUNTING].map((one) => total.byStanding[one].events))).toBe(
        total.counted.events
      )
      expect(sum(rows.map(({ counted }) => counted.high))).toBe(total.counted.high)
      expect(sum(rows.map(({ previous }) => previous.low))).toBe(total.previous.low)
      expect(sum(byDay.map(({ counted }) => counted.low))).toBe(total.counted.low)
      const before = violationsIn(events, { days: daysBefore(DAYS), cutOff: KYIV })
      expect(before.total.counted).toEqual(total.previous)
      const both = cumulativeBetween(events, {
        from: periodOf(daysBefore(DAYS), KYIV).from,
        to: periodOf(DAYS, KYIV).to
      })
      expect(both.events).toBe(total.counted.events + total.previous.events)
    })
    tried(law, { seed: 6, runs: 100, seeds: 10 })
  })

  it('hang neither on the order in which different authors wrote nor on the names of areas', () => {
    const law = fc.property(some, fc.infiniteStream(fc.nat()), (entries, choices) => {
      const asked = { days: DAYS, cutOff: KYIV }
      const first = violationsIn(eventsOf(folded(entries)), asked)
      const shuffled = violationsIn(eventsOf(folded(mixed(entries, choices))), asked)
      expect(shuffled).toEqual(first)
      const renamed = entries.map((one) => ({
        ...one,
        content: JSON.parse(
          JSON.stringify(one.content)
            .replaceAll('Donetsk', 'Zone B')
            .replaceAll('Luhansk', 'Zone A')
        )
      }))
      const after = violationsIn(eventsOf(folded(renamed)), asked)
      expect(after.total).toEqual(first.total)
      expect(after.rows.map(({ counted }) => counted.high).sort()).toEqual(
        first.rows.map(({ counted }) => counted.high).sort()
      )
    })
    tried(law, { seed: 7, runs: 100, seeds: 10 })
  })

  it('count what was replaced twice once, as it was last told', () => {
    const entries = [
      report('first-one', '2025-03-29T10:00:00Z', { observed: { count: 5, of: 'explosion' } }),
      { ...report('second-one', '2025-03-29T10:00:00Z'), supersedes: 'first-one' },
      {
        ...report('third-one', '2025-03-29T10:00:00Z', { observed: { count: 7, of: 'burst' } }),
        supersedes: 'second-one'
      }
    ]
    const [event, ...rest] = eventsOf(folded(entries))
    expect(rest).toEqual([])
    expect(event).toMatchObject({
      id: 'first-one',
      violations: { low: 7, high: 7 },
      entries: ['third-one']
    })
  })

  it('keep accounts apart: fewest and most, and no likeliest number where they differ', () => {
    const entries = [
      report('by-patrol', '2025-03-29T10:00:00Z', {
        observed: { count: 5, of: 'explosion' },
        killed: { low: 1, best: 2, high: 3 }
      }),
      told({
        party: 'ukraine',
        id: 'by-ukraine',
        kind: 'incident.account',
        content: {
          ...report('any-one', '2025-03-29T09:50:00Z').content,
          incident: 'by-patrol',
          observed: { count: 9, of: 'explosion' },
          killed: { low: 2, best: 4, high: 4 }
        } as never
      })
    ]
    const [event] = eventsOf(folded(entries))
    expect(event).toMatchObject({ violations: { low: 5, high: 9 }, killed: { low: 1, high: 4 } })
    expect(event?.killed?.best).toBeUndefined()
    expect(event?.from).toBe(Date.parse('2025-03-29T09:50:00Z') / 1000)
  })

  it('find areas by ground where no account names one', () => {
    const square = (west: number) => [
      [
        [
          [west, 47],
          [west + 1, 47],
          [west + 1, 49],
          [west, 49],
          [west, 47]
        ] as const
      ]
    ]
    const grounds = [
      { name: 'West', area: square(37) },
      { name: 'East', area: square(38) }
    ]
    const entries = [report('in-west', '2025-03-29T10:00:00Z', { place: { lon: 37.8, lat: 48 } })]
    expect(eventsOf(folded(entries), grounds)[0]?.areas).toEqual(['West'])
  })
})

/** The same entries, those of each author in their order, authors mixed anew, and no answer before its report. */
function mixed(entries: readonly Told[], choices: fc.Stream<number>): readonly Told[] {
  const left = Map.groupBy(entries, ({ party }) => party)
  const out: Told[] = []
  const there = new Set<string>()
  const ready = (one: Told | undefined): boolean => {
    if (!one) return false
    const { incident, with: other } = one.content as { incident?: string; with?: string }
    return [incident, other, one.supersedes].every((id) => id === undefined || there.has(id))
  }
  while (out.length < entries.length) {
    const open = [...left.values()].filter((own) => ready(own[0]))
    const own = open[Number(choices.next().value) % open.length]
    const next = own?.shift()
    if (!next) throw new Error('nobody can go on')
    there.add(next.id)
    out.push(next)
  }
  return out
}

describe('duplicates', () => {
  it('are proposed with what speaks for them, and never merged', () => {
    const entries = [
      report('one-here', '2025-03-29T10:00:00Z'),
      report('one-near', '2025-03-29T10:00:40Z', {
        place: { lon: 37.81, lat: 48, within: 500 },
        party: 'ukraine'
      }),
      report('far-away', '2025-03-29T10:00:00Z', { place: { lon: 37.9, lat: 48, within: 500 } }),
      report('too-late', '2025-03-29T10:02:00Z'),
      report('not-alike', '2025-03-29T10:00:00Z', { category: 'uav' })
    ]
    const events = eventsOf(folded(entries))
    expect(events).toHaveLength(5)
    expect(duplicatesAmong(events)).toEqual({
      found: 1,
      proposed: [
        {
          one: 'one-here',
          other: 'one-near',
          accounts: ['one-here', 'one-near'],
          category: 'fire',
          metres: 746,
          within: 1000,
          seconds: 40,
          tolerance: 60
        }
      ]
    })
  })

  it('lie on both sides of the date line, whichever of the two reaches over it', () => {
    const west = { lon: -179.95, lat: 48, within: 3000 }
    const east = { lon: 179.95, lat: 48, within: 5000 }
    for (const places of [
      [west, east],
      [east, west]
    ]) {
      const entries = places.map((place, at) =>
        report(`report-${at}`, '2025-03-29T10:00:00Z', { place })
      )
      expect(duplicatesAmong(eventsOf(folded(entries))).found).toBe(1)
    }
  })

  it('are those of a comparison of all with all', () => {
    const place = fc.record({
      lon: fc.integer({ min: -1800, max: 1800 }).map((tenth) => tenth / 10),
      lat: fc.integer({ min: 480, max: 482 }).map((tenth) => tenth / 10),
      within: fc.constantFrom(0, 5000, 12_000)
    })
    const close = fc.record({
      lon: fc.constantFrom(179.95, -179.95, 30, 30.1),
      lat: fc.constantFrom(48, 48.05),
      within: fc.constantFrom(0, 3000, 5000)
    })
    const made = fc.record({
      place: fc.oneof(place, close),
      minute: fc.integer({ min: 0, max: 3000 }),
      precision: fc.constantFrom('minute', 'hour', 'day', 'unknown')
    })
    const law = fc.property(fc.array(made, { maxLength: 25 }), (all) => {
      const entries = all.map(({ place, minute, precision }, at) =>
        report(`incident-${at}`, stamp(minute), {
          place,
          occurred: { at: stamp(minute), precision }
        })
      )
      const limits: Record<string, number> = { minute: 60, hour: 3600, day: 86_400 }
      let pairs = 0
      for (const [at, one] of all.entries())
        for (const other of all.slice(at + 1)) {
          const limit = Math.max(limits[one.precision] ?? -1, limits[other.precision] ?? -1)
          if (one.precision === 'unknown' || other.precision === 'unknown') continue
          if (Math.abs(one.minute - other.minute) * 60 > limit) continue
          const apart = greatCircle(one.place, other.place)
          const reach = one.place.within + other.place.within
          // The ball is not the ellipsoid: what is near the limit is judged by the other tests.
          if (Math.abs(apart - reach) < 0.005 * reach) return
          if (apart <= reach) pairs++
        }
      expect(duplicatesAmong(eventsOf(folded(entries))).found).toBe(pairs)
    })
    tried(law, { seed: 8, runs: 150, seeds: 10 })
  })
})

type Spot = { readonly lon: number; readonly lat: number }

/** Metres on a ball. */
function greatCircle(one: Spot, other: Spot): number {
  const rad = (degrees: number): number => (degrees * Math.PI) / 180
  const half =
    Math.sin(rad(other.lat - one.lat) / 2) ** 2 +
    Math.cos(rad(one.lat)) * Math.cos(rad(other.lat)) * Math.sin(rad(other.lon - one.lon) / 2) ** 2
  return 2 * 6_371_000 * Math.asin(Math.sqrt(half))
}
