import { describe, expect, it } from 'vitest'
import { daily } from '../../src/record/index.ts'
import { renderMarkdown, renderPlain } from '../../src/report/index.ts'
import { outputSchemas } from '../../src/report/output-schemas.ts'
import { dailyJson, dailyMap, dailyReport } from '../../src/report/record/index.ts'
import type { Told } from './told-entries.ts'
import { folded, told } from './told-entries.ts'

const CUT_OFF = { zone: 'Europe/Kyiv', time: '19:30' }
const asked = { days: { day: '2025-03-30', days: 1 }, cutOff: CUT_OFF }

const seen = (id: string, at: string, more: object = {}): Told<'incident.reported'> =>
  told({
    party: 'norway',
    id,
    kind: 'incident.reported',
    received: '2025-03-30T16:00:00.000Z',
    content: {
      occurred: { at, precision: 'minute' },
      place: { lon: 37.8, lat: 48, area: 'Donetsk', name: 'the bridge' },
      category: 'fire',
      means: ['heard'],
      ...more
    }
  })

const entries: readonly Told[] = [
  seen('old-fire', '2025-03-29T10:00:00Z', { observed: { count: 4, of: 'shot' } }),
  seen('some-fire', '2025-03-30T10:00:00Z', {
    observed: { count: 60, of: 'explosion', about: true, direction: 'undetermined' },
    weapon: 'mortar',
    killed: { low: 1, best: 1, high: 2 }
  }),
  told({
    party: 'ukraine',
    id: 'other-word',
    kind: 'incident.account',
    received: '2025-03-30T16:00:00.000Z',
    content: {
      ...seen('any-one', '2025-03-30T10:05:00Z').content,
      incident: 'some-fire',
      observed: { count: 72, of: 'explosion' }
    } as never
  }),
  told({
    party: 'norway',
    id: 'looked-into',
    kind: 'incident.verified',
    received: '2025-03-30T16:00:00.000Z',
    content: { incident: 'some-fire', outcome: 'confirmed', by: ['norway'], means: ['saw'] }
  }),
  seen('held-back', '2025-03-30T11:00:00Z', {
    category: 'freedom-of-movement',
    restriction: 'denial',
    place: { name: 'checkpoint' }
  }),
  seen('only-lead', '2025-03-30T12:00:00Z', { lead: true }),
  { ...seen('came-late', '2025-03-30T12:30:00Z'), received: '2025-03-31T08:00:00.000Z' },
  seen('tank-there', '2025-03-30T13:00:00Z', { category: 'weapons-beyond-line', weapon: 'tank' })
]

describe('the daily report', () => {
  const state = folded(entries)
  const about = daily(state, { ...asked, knownAt: Date.parse('2025-03-30T16:30:00Z') / 1000 })

  it('counts a day of 23 hours against the one before, as known at its end', () => {
    expect(about.period.to - about.period.from).toBe(23 * 3600)
    expect(about.violations.total.counted).toEqual({
      events: 1,
      low: 60,
      high: 72,
      loose: 0,
      entries: ['other-word', 'some-fire', 'looked-into']
    })
    expect(about.violations.total.previous).toMatchObject({ low: 4, entries: ['old-fire'] })
    expect(about.violations.total.byStanding.lead).toMatchObject({ events: 1 })
    expect(about.killed).toMatchObject({ range: { low: 1, best: 1, high: 2 } })
    expect(about.injured.range).toBeUndefined()
    expect(about.weapons.total.counted.entries).toEqual(['tank-there'])
    expect(about.restrictions.filter(({ counted }) => counted.events > 0)).toMatchObject([
      { restriction: 'denial', counted: { events: 1, entries: ['held-back'] } }
    ])
    expect(
      about.open.map(({ standing, events }) => [standing, events.map(({ id }) => id)])
    ).toEqual([
      ['unverified', ['held-back', 'tank-there']],
      ['lead', ['only-lead']]
    ])
  })

  it('tells on the next day what came late', () => {
    const next = daily(state, { ...asked, days: { day: '2025-03-31', days: 1 } })
    expect(next.late).toMatchObject({ events: 1, entries: ['came-late'] })
    expect(next.violations.total.previous.events).toBe(2)
  })

  it('counts on since an instant', () => {
    const since = Date.parse('2025-03-01T00:00:00Z') / 1000
    expect(daily(state, { ...asked, since }).cumulative?.counted).toMatchObject({
      low: 65,
      high: 77
    })
  })

  it('leads each number in words to its entries', () => {
    const map = dailyMap(state.source, about, new Map())
    const text = renderMarkdown(dailyReport(state.source, about, map), () => 'map.svg')
    expect(text).toContain('# Daily report 1/2025')
    expect(text).toContain('from 2025-03-29 19:30 to 2025-03-30 19:30')
    expect(text).toMatch(
      /- Donetsk: 60 to 72 ceasefire violations as accounts differ, 4 in the period before. \\\[1\\\]/
    )
    expect(text).toContain('**\\[1\\]:** other-word, some-fire, looked-into')
    expect(text).toContain('about 60 explosions: fire; mortar')
    expect(text).toContain('![2 events with a place')
    for (const [, mark] of text.matchAll(/\\\[(\d+)\\\]/g))
      expect(text).toContain(`**\\[${mark}\\]:**`)
    expect(
      renderPlain(dailyReport(state.source, about))
        .split('\n')
        .every((line) => line.length < 100)
    ).toBe(true)
  })

  it('has a document of the shape that is promised', () => {
    expect(outputSchemas['record-daily'].parse(dailyJson(state.source, about))).toBeDefined()
  })

  it('tells of nothing where there is nothing', () => {
    const none = folded([])
    const text = renderPlain(dailyReport(none.source, daily(none, asked)))
    expect(text).toContain('No ceasefire violation was recorded, 0 in the period before.')
    expect(text).toContain('a record without entries')
    expect(dailyMap(none.source, daily(none, asked), new Map())).toBeUndefined()
  })
})
