import { describe, expect, it } from 'vitest'
import { localAt } from '../../src/time/counted.ts'
import type { Timetable, TimetableSettings } from '../../src/timetable/index.ts'
import { timetable } from '../../src/timetable/index.ts'
import { read } from '../case/reading.ts'

/** A ceasefire over the change of clocks in Kyiv on 30 March 2025, with what is given beside. */
function made(
  clauses: string,
  keys: Readonly<Record<string, string>> = {},
  settings: TimetableSettings = {}
): Timetable {
  const { case: source, diagnostics } = read({
    parties: `
    upland: {name: Upland, kind: state, role: belligerent, clock: Europe/Kyiv}
    lowland: {name: Lowland, kind: state, role: belligerent, clock: Europe/Moscow}`,
    lines: '{river: {as-of: 2024-01-01, kind: contact, source: talks}}',
    ceasefire: `{class: preliminary, enters-into-force: "2025-03-28T12:00[Europe/Kyiv]"${clauses}}`,
    ...keys
  })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (!source || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '))
  return timetable(source, settings)
}

const withdrawals = (rest: string): Readonly<Record<string, string>> => ({
  withdrawals: `
    - {id: guns, weapon: {class: artillery}, measure: {zone-width-km: 5}, baseline: {upland: lines.river, lowland: lines.river}, starts: {after: ceasefire, days: 1}, ${rest}}`
})

/** What stands when, on the clocks of Kyiv. */
const days = ({ entries }: Timetable): Readonly<Record<string, string>> =>
  Object.fromEntries(
    entries.flatMap(({ id, when }) =>
      'at' in when ? [[id, localAt(when.at.seconds, 'Europe/Kyiv')]] : []
    )
  )

const conflicts = (one: Timetable): readonly string[] =>
  one.conflicts.map(({ kind, of }) => `${kind}: ${of.join(', ')}`)

describe('what the text of a ceasefire dates', () => {
  it('is orders, the date settled, inventories and the end: days of the calendar, hours exact', () => {
    const one = made(
      ', date: {decided-by: [upland], with: [lowland], until: "2025-03-20T12:00[Europe/Kyiv]"}, orders: {by: [upland, lowland], lead: PT36H}, inventories: {by: {after: ceasefire, days: 5}, verified-by: {after: ceasefire, days: 30}}, duration: {lasts: P180D}'
    )
    expect(days(one)).toEqual({
      'date-settled': '2025-03-20T12:00',
      orders: '2025-03-27T00:00',
      ceasefire: '2025-03-28T12:00',
      inventories: '2025-04-02T12:00',
      'inventories.verified': '2025-04-27T12:00',
      'ceasefire.ends': '2025-09-24T12:00'
    })
    expect(conflicts(one)).toEqual([])
    const settled = one.entries.find(({ id }) => id === 'date-settled')
    expect(settled?.parties).toEqual(['upland', 'lowland'])
  })

  it('moves with the ceasefire, orders before it too', () => {
    const eif = made('').source.process.ceasefire?.entersIntoForce
    if (!eif || 'after' in eif) throw new Error('no moment')
    const later = { ...eif, utc: '2025-04-02T09:00:00Z', local: '2025-04-02T12:00' }
    const one = made(', orders: {lead: P3D}', {}, { eif: later })
    expect(days(one)).toEqual({ orders: '2025-03-30T12:00', ceasefire: '2025-04-02T12:00' })
  })

  it('without an instant is told before or after what nobody can date', () => {
    const one = made('', {
      ceasefire: '{class: preliminary, enters-into-force: signature, orders: {lead: PT12H}}'
    })
    const orders = one.entries.find(({ id }) => id === 'orders')
    expect(orders?.when).toEqual({ after: 'signature', days: 0, seconds: -43_200 })
  })

  it('is tranches, each bound to whom it names', () => {
    const one = made(
      '',
      withdrawals(
        'tranches: [{count: 20, by: {after: starts, days: 2}}, {count: 5, party: lowland, by: {after: starts, days: 3}}], ends: {after: starts, days: 9}'
      )
    )
    expect(days(one)).toMatchObject({
      'withdrawal.guns.tranche.20': '2025-03-31T12:00',
      'withdrawal.guns.tranche.5.lowland': '2025-04-01T12:00'
    })
    const own = one.entries.filter(({ kind }) => kind === 'tranche')
    expect(own.map(({ parties, count }) => [count, parties])).toEqual([
      [20, ['upland', 'lowland']],
      [5, ['lowland']]
    ])
  })

  it('is talks that begin on a day, or once the gate before them can open', () => {
    const one = made('', {
      tracks: `
    first: {kind: 1, format: contact-group, seats: {upland: party, lowland: party}, starts: {after: ceasefire, days: 7}, source: talks}
    second: {kind: 1, format: contact-group, seats: {upland: party, lowland: party}, source: talks}`,
      gates:
        '[{id: quiet, opens: track.second, when: {violations-per-day: {at-most: 1, for-days: 14}}, source: talks}]'
    })
    expect(days(one)).toMatchObject({
      'track.first': '2025-04-04T12:00',
      'track.second': '2025-04-11T12:00'
    })
  })

  it('is inspections again and again, and clocks that run from an event', () => {
    const one = made(
      ', monitoring: {by: [lowland], inspections: fortnightly}, complaints: {within: PT24H, verified-within: PT48H, investigated-by: [upland], investigated-within: P7D, decided-within: P10D}, civilian-works: {notice: P7D}',
      {
        ...withdrawals('storage: {site: depots, inspections: weekly}, verified-by: [upland]'),
        channels:
          '[{id: phone, ends: [upland, lowland], acknowledge-within: PT10M, answer-within: PT2H}]'
      }
    )
    const { standing, running } = one
    expect(standing.map(({ id, cadence, first }) => [id, cadence, first?.seconds])).toEqual([
      ['inspections', 'fortnightly', Date.parse('2025-03-28T10:00Z') / 1000],
      ['inspections.storage.guns', 'weekly', Date.parse('2025-03-29T10:00Z') / 1000]
    ])
    const day = 86_400
    expect(running.map(({ id, seconds }) => [id, seconds])).toEqual([
      ['channel.phone.acknowledge', 600],
      ['channel.phone.answer', 7200],
      ['complaint.complain', day],
      ['complaint.decide', 10 * day],
      ['complaint.investigate', 7 * day],
      ['complaint.verify', 2 * day],
      ['works.notice', 7 * day]
    ])
  })
})

describe('what cannot be kept of it, or is not clear', () => {
  it('is inventories verified before they are declared', () => {
    const early =
      ', inventories: {by: {after: ceasefire, days: 9}, verified-by: {after: ceasefire, days: 8}}'
    expect(conflicts(made(early))).toEqual(['before-declared: inventories.verified, inventories'])
  })

  it('is a tranche after the end of its withdrawal, or before its start', () => {
    const one = (by: string): readonly string[] =>
      conflicts(
        made('', withdrawals(`tranches: [{count: 3, by: ${by}}], ends: {after: starts, days: 9}`))
      )
    expect(one('{after: starts, days: 10}')).toEqual([
      'before-tranche: withdrawal.guns.ends, withdrawal.guns.tranche.3'
    ])
    expect(one('{after: ceasefire, hours: 1}')).toEqual([
      'ends-before-start: withdrawal.guns.tranche.3, withdrawal.guns'
    ])
    expect(one('{after: starts, days: 9}')).toEqual([])
  })

  it('is what comes after the end of the ceasefire, and two ends', () => {
    const late = withdrawals('ends: {after: starts, days: 9}, verified-by: [upland]')
    expect(conflicts(made(', duration: {lasts: P5D}', late))).toEqual([
      'after-end: verified.guns, ceasefire.ends',
      'after-end: withdrawal.guns.ends, ceasefire.ends'
    ])
    const two = ', duration: {lasts: P90D, until: "2025-05-01T12:00[Europe/Kyiv]"}'
    expect(conflicts(made(two))).toEqual(['two-ends: ceasefire.ends, ceasefire.ends.lasts'])
  })

  it('is orders out later than the time wanted for them, and a ceasefire before its date is settled', () => {
    const orders = (hour: string): readonly string[] =>
      conflicts(made(`, orders: {lead: PT24H, out-by: "2025-03-27T${hour}[Europe/Kyiv]"}`))
    expect(orders('13:00')).toEqual(['before-lead: orders.lead, orders'])
    expect(orders('12:00')).toEqual([])
    expect(
      conflicts(made(', date: {decided-by: [upland], until: "2025-03-29T12:00[Europe/Kyiv]"}'))
    ).toEqual(['before-settled: ceasefire, date-settled'])
  })

  it('is synchronised completions of one class at two instants', () => {
    const gun = (id: string, days: number): string =>
      `\n    - {id: ${id}, weapon: {class: artillery}, measure: {zone-width-km: 5}, baseline: {upland: lines.river, lowland: lines.river}, starts: {after: ceasefire, days: 1}, ends: {after: starts, days: ${days}}, completion: synchronised}`
    expect(conflicts(made('', { withdrawals: `${gun('a', 4)}${gun('b', 5)}` }))).toEqual([
      'not-synchronised: withdrawal.a.ends, withdrawal.b.ends'
    ])
  })
})
