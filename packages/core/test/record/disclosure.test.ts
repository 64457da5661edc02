import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { gridCellOf } from '../../src/record/disclosure/coarse.ts'
import type { Daily, Disclosure } from '../../src/record/index.ts'
import { daily, disclosureFor, mayRead, readableBy } from '../../src/record/index.ts'
import { renderHtml } from '../../src/report/html.ts'
import { renderMarkdown, renderPlain } from '../../src/report/index.ts'
import { outputSchemas } from '../../src/report/output-schemas.ts'
import { dailyJson, dailyMap, dailyReport } from '../../src/report/record/index.ts'
import { tried } from '../laws.ts'
import type { Told } from './told-entries.ts'
import { folded, told } from './told-entries.ts'

const CUT_OFF = { zone: 'Europe/Kyiv', time: '19:30' }
const PUBLIC = disclosureFor({ of: 'public' })
const radians = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres on a ball, by the spherical law of cosines in its form for the chord. */
function apartKm(one: readonly [number, number], other: readonly [number, number]): number {
  const point = ([lon, lat]: readonly [number, number]): readonly number[] => [
    Math.cos(radians(lat)) * Math.cos(radians(lon)),
    Math.cos(radians(lat)) * Math.sin(radians(lon)),
    Math.sin(radians(lat))
  ]
  const [a, b] = [point(one), point(other)]
  const chord = Math.hypot(...a.map((value, at) => value - (b[at] ?? 0)))
  return 2 * 6371.0088 * Math.asin(Math.min(1, chord / 2))
}

/** Every text that a report comes to. */
function texts(about: Daily): readonly string[] {
  const { source } = folded([])
  const map = dailyMap(source, about, new Map())
  const blocks = dailyReport(source, about, map)
  return [
    renderMarkdown(blocks),
    renderPlain(blocks, { width: 120, colour: false }),
    renderHtml(blocks),
    JSON.stringify(dailyJson(source, about))
  ]
}

describe('a cell of the grid', () => {
  const place = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true })
  )
  const km = fc.integer({ min: 1, max: 500 })

  it('holds its places within the radius that is told, and its middle lies in it', () => {
    tried(
      fc.property(place, km, ([lon, lat], wide) => {
        const cell = gridCellOf(lon, lat, wide)
        expect(apartKm([lon, lat], [cell.lon, cell.lat])).toBeLessThanOrEqual(cell.km + 0.02)
        expect(gridCellOf(cell.lon, cell.lat, wide)).toEqual(cell)
      }),
      { seed: 11, runs: 167, seeds: 12 }
    )
  })

  it('is nowhere much narrower than was asked: two places in one row are as wide apart', () => {
    tried(
      fc.property(place, km, ([lon, lat], wide) => {
        fc.pre(Math.abs(lat) < 70 && Math.abs(lon) < 170)
        const cell = gridCellOf(lon, lat, wide)
        const step = (1.5 * wide) / (111.195 * Math.cos(radians(cell.lat)))
        const east = gridCellOf(cell.lon + step, cell.lat, wide)
        expect(apartKm([cell.lon, cell.lat], [east.lon, east.lat])).toBeGreaterThan(0.9 * wide)
      }),
      { seed: 12, runs: 100, seeds: 12 }
    )
  })
})

/** What may be told of an incident, and what may not. */
interface Happened {
  readonly open: {
    readonly day: number
    readonly cell: number
    readonly count: number
    readonly category: 'fire' | 'harm-to-civilians' | 'freedom-of-movement'
    readonly outcome: 'confirmed' | 'inconclusive' | undefined
    readonly disputed: boolean
  }
  readonly secret: {
    readonly minute: number
    readonly told: number
    readonly east: number
    readonly north: number
    readonly text: string
    readonly party: 'norway' | 'india'
  }
}

const secret = fc.record({
  minute: fc.integer({ min: 0, max: 22 * 60 }),
  told: fc.integer({ min: 0, max: 22 * 60 }),
  east: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
  north: fc.double({ min: -0.03, max: 0.03, noNaN: true }),
  text: fc.stringMatching(/^[a-z]{8,12}$/),
  party: fc.constantFrom('norway' as const, 'india' as const)
})
const open = fc.record({
  day: fc.integer({ min: 0, max: 3 }),
  cell: fc.integer({ min: 0, max: 3 }),
  count: fc.integer({ min: 1, max: 90 }),
  category: fc.constantFrom('fire' as const, 'harm-to-civilians', 'freedom-of-movement'),
  outcome: fc.constantFrom('confirmed' as const, 'inconclusive', undefined),
  disputed: fc.boolean()
})

/** Days of reports end at 17:30 UTC in January; this is the beginning of the first. */
const FIRST = Date.parse('2025-01-19T17:30:00.000Z')
const DAY_MS = 86_400_000
const instant = (ms: number): string => new Date(ms).toISOString()

function entriesOf(happened: readonly Happened[]): readonly Told[] {
  return happened.flatMap(({ open, secret }, at): readonly Told[] => {
    const id = `incident-${at}`
    const middle = gridCellOf(37.5 + open.cell * 0.4, 48.3, 10)
    const day = FIRST + open.day * DAY_MS
    const received = instant(day + DAY_MS + secret.told * 60_000)
    const said = { text: `${secret.text} saw it`, exhibits: [] }
    return [
      told({
        party: secret.party,
        id,
        kind: 'incident.reported',
        received,
        content: {
          occurred: { at: instant(day + secret.minute * 60_000), precision: 'minute' },
          place: {
            lon: middle.lon + secret.east,
            lat: middle.lat + secret.north,
            within: 100,
            name: `house of ${secret.text}`,
            area: `Sector ${open.cell}`
          },
          category: open.category,
          observed: { count: open.count, of: 'explosion' },
          weaponText: secret.text,
          observedFrom: { lon: middle.lon, lat: middle.lat + secret.north },
          alleged: 'russia',
          means: ['saw'],
          ...said
        }
      }),
      ...(open.outcome
        ? [
            told({
              party: secret.party,
              id: `looked-${at}`,
              kind: 'incident.verified',
              received,
              content: {
                incident: id,
                outcome: open.outcome,
                by: [secret.party],
                means: [],
                ...said
              }
            })
          ]
        : []),
      ...(open.disputed
        ? [
            told({
              party: secret.party === 'norway' ? 'ukraine' : 'russia',
              id: `disputed-${at}`,
              kind: 'incident.disputed',
              received,
              content: { incident: id, because: secret.text }
            })
          ]
        : [])
    ]
  })
}

const asked = { days: { day: '2025-01-23', days: 3 }, cutOff: CUT_OFF, since: FIRST / 1000 }
const of = (happened: readonly Happened[], disclosure: Disclosure): Daily =>
  daily(folded(entriesOf(happened)), { ...asked, disclosure })

describe('a report for the public', () => {
  it('is the same to the letter whatever is not told: minute, place in the cell, texts, authors', () => {
    const twice = fc.array(fc.tuple(open, secret, secret), { minLength: 1, maxLength: 8 })
    tried(
      fc.property(twice, fc.constantFrom('day' as const, 'area' as const), (all, how) => {
        const disclosure: Disclosure = how === 'area' ? { ...PUBLIC, place: 'area' } : PUBLIC
        const one = all.map(([open, secret]) => ({ open, secret }))
        const other = all.map(([open, , secret]) => ({ open, secret }))
        expect(texts(of(one, disclosure))).toEqual(texts(of(other, disclosure)))
      }),
      { seed: 21, runs: 20, seeds: 12 }
    )
  })

  it('counts what the whole report counts', () => {
    const some = fc.array(fc.record({ open, secret }), { minLength: 1, maxLength: 10 })
    tried(
      fc.property(some, (all) => {
        const [whole, told] = [of(all, disclosureFor({ of: 'whole' })), of(all, PUBLIC)]
        expect(numbersOf(told)).toEqual(numbersOf(whole))
      }),
      { seed: 22, runs: 34, seeds: 12 }
    )
  })
})

/** All numbers of a report, without the entries that make them. */
function numbersOf(about: Daily): unknown {
  const { source } = folded([])
  const { events, open, disclosure: _, until: __, ...counted } = dailyJson(source, about)
  const bare = JSON.parse(
    JSON.stringify(counted, (key, value: unknown) => (key === 'entries' ? undefined : value))
  )
  return [bare, events.length, open.map((one) => [one.standing, one.events.length])]
}

describe('what is written down nowhere', () => {
  const SECRETS = [
    'Petrenko',
    'petrenko',
    'Mill Lane',
    '37.812',
    '48.045',
    '13:47',
    '13:5',
    '11:47'
  ]
  const entries: readonly Told[] = [
    told({
      party: 'norway',
      id: 'petrenko-report-1347',
      kind: 'incident.reported',
      received: '2025-01-20T13:55:11.000Z',
      content: {
        occurred: {
          at: '2025-01-20T11:47:13Z',
          precision: 'minute',
          until: '2025-01-20T11:58:00Z',
          zone: 'Europe/Kyiv'
        },
        place: {
          lon: 37.8123,
          lat: 48.0456,
          within: 20,
          name: 'Mill Lane 3',
          names: { uk: 'Mill Lane 3' },
          from: { place: 'Mill Lane', km: 0.3, bearing: 'NE' }
        },
        observedFrom: { lon: 37.8111, lat: 48.0411, name: 'Mill Lane' },
        category: 'harm-to-civilians',
        weaponText: 'a mortar, says Petrenko',
        text: 'Ivan Petrenko was hit',
        exhibits: [{ sha256: '0'.repeat(64), name: 'petrenko.jpg', about: 'Petrenko' }],
        provenance: { dataset: 'Petrenko', row: '1347' },
        alleged: 'russia',
        killed: { low: 0, best: 0, high: 0 },
        injured: { low: 1, best: 1, high: 1 },
        means: ['saw']
      }
    }),
    told({
      party: 'india',
      id: 'petrenko-looked',
      kind: 'incident.verified',
      received: '2025-01-20T13:55:11.000Z',
      content: {
        incident: 'petrenko-report-1347',
        outcome: 'confirmed',
        by: ['india'],
        occurred: { at: '2025-01-20T11:47:13Z', precision: 'minute' },
        means: ['saw'],
        text: 'Petrenko told us'
      }
    })
  ]
  const state = folded(entries)
  const about = daily(state, {
    days: { day: '2025-01-20', days: 1 },
    cutOff: CUT_OFF,
    disclosure: PUBLIC
  })

  it('is in no form of the report for the public, which says what it leaves out', () => {
    for (const text of texts(about)) {
      for (const secret of SECRETS) expect(text).not.toContain(secret)
      expect(text).not.toMatch(/Norway|India|norway|india/)
    }
    const [markdown = ''] = texts(about)
    expect(markdown).toContain('the middle of the cell, about 10 km wide')
    expect(markdown).toContain('the day of reports in which they lie')
    expect(markdown).toContain('It is not told who says what.')
    expect(outputSchemas['record-daily'].safeParse(JSON.parse(texts(about)[3] ?? '')).error).toBe(
      undefined
    )
  })

  it('would be found where it is: the whole report has each of these', () => {
    const whole = daily(state, { days: { day: '2025-01-20', days: 1 }, cutOff: CUT_OFF })
    const [markdown = '', , , json = ''] = texts(whole)
    for (const secret of ['petrenko-report-1347', 'Mill Lane', '13:47', 'Norway', 'Petrenko'])
      expect(markdown).toContain(secret)
    expect(json).toContain('11:47:13')
  })
})

describe('an entry for some parties', () => {
  const audience = ['ukraine']
  const entry = { audience, author: { party: 'norway' } }

  it.each([
    [{ of: 'whole' }, true],
    [{ of: 'party', party: 'ukraine' }, true],
    [{ of: 'party', party: 'norway' }, true],
    [{ of: 'party', party: 'russia' }, false],
    [{ of: 'mission', parties: ['austria', 'norway'] }, true],
    [{ of: 'mission', parties: ['austria'] }, false],
    [{ of: 'public' }, false]
  ] as const)('is read by %o: %s', (told, may) => {
    expect(mayRead(told, entry)).toBe(may)
    expect(mayRead(told, { author: entry.author })).toBe(true)
  })

  it('counts nothing for others, who are told that it is there; the public is not', () => {
    const whole = folded([])
    const base = [...folded(entriesOf([HAPPENED])).entries()]
    for (const [at, one] of base.entries()) whole.apply(at === 0 ? { ...one, audience } : one)
    const at = (disclosure: Disclosure): Daily => daily(whole, { ...asked, disclosure })
    const ukraine = at(disclosureFor({ of: 'party', party: 'ukraine' }))
    const russia = at(disclosureFor({ of: 'party', party: 'russia' }))
    expect([ukraine.violations.total.counted.events, ukraine.withheld]).toEqual([1, 0])
    expect([russia.violations.total.counted.events, russia.withheld]).toEqual([0, 1])
    expect(texts(russia)[0]).toContain('1 entry is for others')
    expect(texts(at(PUBLIC))[0]).not.toContain('1 entry')
    expect(dailyJson(whole.source, at(PUBLIC)).withheld).toBe(0)
    expect([...readableBy(whole, { of: 'public' }).state.entries()][0]).not.toHaveProperty(
      'content'
    )
  })
})

const HAPPENED: Happened = {
  open: {
    day: 2,
    cell: 1,
    count: 5,
    category: 'fire',
    outcome: undefined,
    disputed: false
  },
  secret: { minute: 61, told: 5, east: 0.01, north: 0.01, text: 'somewhere', party: 'norway' }
}
