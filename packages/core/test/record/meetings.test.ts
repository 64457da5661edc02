import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Attendant } from '../../src/record/kinds/meeting-kinds.ts'
import { agendaFor } from '../../src/record/meetings/agenda-for.ts'
import { heldAtLeast } from '../../src/record/meetings/held-share.ts'
import { minutesOf } from '../../src/record/meetings/minutes.ts'
import { seriesAccount } from '../../src/record/meetings/series.ts'
import { undertakingsOf } from '../../src/record/meetings/undertakings.ts'
import { tried } from '../laws.ts'
import { Told, utc, withFlag } from './told.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
/** 10:00 in Kyiv on 10 February. */
const TEN = Date.parse('2025-02-10T08:00:00Z')

const general = (party: string, more: Partial<Attendant> = {}): Attendant => ({
  party,
  as: 'party',
  rank: 'Brigadier',
  grade: { low: 'OF-6', high: 'OF-6', basis: 'practice' },
  ...more
})

const held = (due: number, more = {}) => ({
  meeting: 'flag',
  due: utc(due),
  started: utc(due),
  ended: utc(due + HOUR),
  attendance: [general('russia'), general('ukraine')],
  ...more
})

/** Every minute at which the clocks of Kyiv show an hour, found by looking at each. */
function byHand(time: string, [from, until]: readonly [number, number]): readonly number[] {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/Kyiv',
    hour: '2-digit',
    minute: '2-digit'
  })
  const found: number[] = []
  for (let at = from; at <= until; at += MINUTE) if (clock.format(at) === time) found.push(at)
  return found
}

const ENTRY_INTO_FORCE = Date.parse('2025-01-31T22:00:00Z')
const dues = (told: Told, now: number) =>
  seriesAccount(told.state, 'flag', now)?.due.map(({ due }) => due)

describe('the cadence of a meeting', () => {
  it('is what stepping through the minutes finds, over both changes of the clocks', () => {
    const now = Date.parse('2025-11-15T00:00:00Z')
    const spring = Date.parse('2025-04-10T00:00:00Z')
    expect(dues(new Told(), spring)).toEqual(byHand('10:00', [ENTRY_INTO_FORCE, spring]))
    const late = dues(new Told(), now)?.filter((due) => due > Date.parse('2025-10-15T00:00:00Z'))
    expect(late).toEqual(byHand('10:00', [Date.parse('2025-10-15T00:00:00Z'), now]))
  })

  it('says where the clocks skip its hour', () => {
    const told = new Told(withFlag({ hour: { time: '03:30', zone: 'Europe/Kyiv' } }))
    const due = seriesAccount(told.state, 'flag', Date.parse('2025-04-01T00:00:00Z'))?.due ?? []
    expect(due.filter(({ slip }) => slip)).toMatchObject([
      { due: Date.parse('2025-03-30T01:30:00Z'), slip: 'skipped' }
    ])
  })

  it('leaves out the hours of a recess that all sides agreed to, up to a recall', () => {
    const days = fc.integer({ min: 0, max: 12 })
    tried(
      fc.property(days, days, fc.option(days, { nil: undefined }), (start, length, recall) => {
        const told = new Told()
        const [from, until] = [TEN + start * DAY, TEN + (start + length) * DAY]
        told.tell(
          'meeting.recessed',
          { meeting: 'flag', from: utc(from), until: utc(until), agreedBy: ['russia', 'ukraine'] },
          { by: 'ukraine', at: TEN - DAY }
        )
        const at = recall === undefined ? undefined : TEN + recall * DAY + 3 * HOUR
        if (at !== undefined)
          told.tell('meeting.recalled', { meeting: 'flag', at: utc(at) }, { by: 'russia', at: TEN })
        const now = TEN + 20 * DAY
        const end = at !== undefined && from <= at && at < until ? at : until
        const wanted = byHand('10:00', [ENTRY_INTO_FORCE, now]).filter(
          (due) => !(from <= due && due < end)
        )
        expect(dues(told, now)).toEqual(
          [...wanted, ...(at === undefined ? [] : [at])].sort((a, b) => a - b)
        )
      }),
      { seed: 601, runs: 8, seeds: 5 }
    )
  })

  it('leaves out the days of a recess that the case says, on the clocks of its zone', () => {
    const told = new Told(
      withFlag({ recesses: [{ from: '2025-03-29', until: '2025-03-31', at: 'meetings/flag' }] })
    )
    const now = Date.parse('2025-04-05T00:00:00Z')
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Kyiv' })
    const off = ['2025-03-29', '2025-03-30', '2025-03-31']
    expect(dues(told, now)).toEqual(
      byHand('10:00', [ENTRY_INTO_FORCE, now]).filter((due) => !off.includes(day.format(due)))
    )
    const account = seriesAccount(told.state, 'flag', now)
    expect(account?.inRecess.map(({ recess }) => recess)).toEqual(
      Array(3).fill('2025-03-29/2025-03-31')
    )
  })

  it('goes on in a recess to which one side has not agreed, or from which it dissents', () => {
    const told = new Told()
    const recess = (agreedBy: string[]) => ({
      meeting: 'flag',
      from: utc(TEN),
      until: utc(TEN + 2 * DAY),
      agreedBy
    })
    told.tell('meeting.recessed', recess(['russia']), { by: 'russia', at: TEN - HOUR })
    const other = told.tell('meeting.recessed', recess(['russia', 'ukraine']), {
      by: 'russia',
      at: TEN - HOUR
    })
    told.tell('dissent', { about: other, because: 'never' }, { by: 'ukraine', at: TEN - MINUTE })
    const [due] = seriesAccount(told.state, 'flag', TEN + MINUTE)?.due.slice(-1) ?? []
    expect(due).toMatchObject({ due: TEN, notAgreed: { by: ['ukraine'] } })
  })
})

describe('a meeting that was due', () => {
  const state = (told: Told, now = TEN + DAY + HOUR) =>
    seriesAccount(told.state, 'flag', now)?.due.find(({ due }) => due === TEN)

  it('is awaited for a day, then unaccounted for', () => {
    expect(state(new Told(), TEN + DAY)?.state).toBe('awaited')
    expect(state(new Told(), TEN + DAY + 1)?.state).toBe('unaccounted')
  })

  it('is held, late, without quorum, below the floor, failed or contested', () => {
    const outcome = (...tell: ((told: Told) => void)[]) => {
      const told = new Told()
      for (const one of tell) one(told)
      return state(told)
    }
    const by = { by: 'us', at: TEN + 2 * HOUR }
    const meeting =
      (more = {}) =>
      (told: Told) => {
        told.tell('meeting.held', held(TEN, more), by)
      }
    const failure = (told: Told) => {
      told.tell(
        'meeting.failed',
        { meeting: 'flag', due: utc(TEN), absent: ['russia'], notice: utc(TEN - 3 * HOUR) },
        by
      )
    }
    expect(outcome(meeting())?.state).toBe('held')
    expect(outcome(meeting({ started: utc(TEN + 15 * MINUTE) }))?.state).toBe('held')
    expect(outcome(meeting({ started: utc(TEN + 16 * MINUTE) }))).toMatchObject({
      state: 'late',
      lateBy: 16
    })
    expect(outcome(meeting({ attendance: [general('russia')] }))).toMatchObject({
      state: 'no-quorum',
      quorum: [
        { party: 'russia', there: 1, needed: 1 },
        { party: 'ukraine', there: 0, needed: 1 }
      ]
    })
    const colonel = general('russia', { grade: { low: 'OF-5', high: 'OF-5', basis: 'stars' } })
    expect(outcome(meeting({ attendance: [colonel, general('ukraine')] }))?.state).toBe(
      'below-floor'
    )
    expect(outcome(failure)).toMatchObject({
      state: 'failed',
      absent: ['russia'],
      noticeHours: 3
    })
    expect(outcome(meeting(), failure)?.state).toBe('contested')
    expect(
      outcome(meeting(), (told) => {
        told.tell(
          'dissent',
          { about: 'entry-000000', because: 'not so' },
          { by: 'russia', at: TEN + DAY }
        )
      })
    ).toMatchObject({ state: 'contested', dissent: ['russia'] })
  })
})

describe('the share of meetings held', () => {
  it('is yes or no beyond doubt, and contested where the doubtful ones decide', () => {
    const told = new Told()
    const first = seriesAccount(told.state, 'flag', TEN + 40 * DAY)?.due[0]?.due ?? 0
    for (let day = 0; day < 10; day++) {
      const due = first + day * DAY
      if (day === 9) continue
      told.tell('meeting.held', held(due), { by: 'us', at: due + 2 * HOUR })
    }
    told.tell(
      'dissent',
      { about: 'entry-000003', because: 'no' },
      { by: 'russia', at: first + 10 * DAY }
    )
    const now = first + 10 * DAY + HOUR
    const share = (atLeast: number) => heldAtLeast(told.state, { meeting: 'flag', atLeast }, now)
    expect(share(0.8)).toMatchObject({
      answer: 'yes',
      due: 10,
      held: 8,
      doubtful: 1,
      low: 0.8,
      high: 0.9
    })
    expect(share(0.9).answer).toBe('contested')
    expect(share(0.91).answer).toBe('no')
    expect(share(0.9).against).toEqual([first + 3 * DAY, first + 9 * DAY])
    expect(heldAtLeast(told.state, { meeting: 'flag', atLeast: 0 }, first - 1).answer).toBe(
      'none-due'
    )
  })
})

describe('minutes', () => {
  it('are complete when each side has signed the last version in every language asked for', () => {
    const told = new Told()
    const id = told.tell('meeting.held', held(TEN), { by: 'us', at: TEN + HOUR })
    const at = TEN + 2 * HOUR
    const write = (language: string, supersedes?: string) =>
      told.tell(
        'minutes.written',
        { held: id, language, text: language },
        { by: 'us', at, ...(supersedes === undefined ? {} : { supersedes }) }
      )
    const [uk, ru] = [write('uk'), write('ru')]
    const sign = (by: string, versions: string[]) =>
      told.tell('minutes.signed', { held: id, versions }, { by, at })
    const [only] = [() => minutesOf(told.state)[0]]
    expect(only()).toMatchObject({ unwritten: ['en'], complete: false })
    const en = write('en')
    sign('russia', [uk, ru, en])
    sign('ukraine', [uk, ru])
    expect(only()?.sides).toMatchObject([
      { party: 'russia', missing: [] },
      { party: 'ukraine', missing: ['en'] }
    ])
    sign('ukraine', [en])
    expect(only()?.complete).toBe(true)
    write('en', en)
    expect(only()?.sides.map(({ missing }) => missing)).toEqual([['en'], ['en']])
  })
})

describe('undertakings and the agenda', () => {
  it('follow a promise from its day over the word of who gave it to what others saw', () => {
    const told = new Told()
    const promise = {
      id: 'clear-road',
      by: 'russia',
      what: 'the road is cleared',
      due: utc(TEN + DAY)
    }
    told.tell('meeting.held', held(TEN, { undertakings: [promise] }), { by: 'us', at: TEN + HOUR })
    const now = TEN + 3 * DAY
    const state = (hour = now) => undertakingsOf(told.state, hour)[0]
    expect(state(TEN + DAY)?.state).toBe('open')
    expect(state()).toMatchObject({ state: 'late', lateBy: 2 * DAY })
    const of = 'undertaking.clear-road' as const
    told.tell('delivery.declared', { of, at: utc(TEN + 2 * DAY) }, { by: 'russia', at: now })
    expect(state()).toMatchObject({ state: 'declared', lateBy: DAY })
    expect(agendaFor(told.state, 'flag', now).map(({ heading }) => heading)).toEqual([
      'minutes',
      'undertakings'
    ])
    told.tell(
      'delivery.verified',
      { of, outcome: 'confirmed', by: ['us'], at: utc(now), means: [] },
      { by: 'us', at: now }
    )
    expect(state()).toMatchObject({ state: 'verified', verified: now })
  })

  it('has every incident that is open, those held to be one event once, and none that is closed', () => {
    const told = new Told()
    const report = (at: number) =>
      told.tell(
        'incident.reported',
        {
          occurred: { at: utc(at), precision: 'minute' },
          place: {},
          category: 'fire',
          means: ['saw']
        },
        { by: 'ukraine', at }
      )
    const [one, two, three] = [report(TEN - 3 * HOUR), report(TEN - 2 * HOUR), report(TEN - HOUR)]
    told.tell(
      'incident.joined',
      { incident: one, with: two, because: 'one hour, one place' },
      { by: 'us', at: TEN }
    )
    told.tell('incident.closed', { incident: three }, { by: 'us', at: TEN })
    expect(agendaFor(told.state, 'flag', TEN + HOUR)).toMatchObject([
      { heading: 'incidents', entries: [one, two], since: TEN - 3 * HOUR }
    ])
  })
})
