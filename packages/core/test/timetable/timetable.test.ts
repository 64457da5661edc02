import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../src/calendar/calendar.ts'
import type { Case } from '../../src/model/case.ts'
import { atLocal, laterBy, localAt, slipOf, wallOf } from '../../src/time/counted.ts'
import { changesBetween } from '../../src/time/offsets.ts'
import type { Timetable, TimetableEntry, Wait } from '../../src/timetable/index.ts'
import { LEAD_TIMES, timetable } from '../../src/timetable/index.ts'
import { read } from '../case/reading.ts'
import { tried } from '../laws.ts'
import { daysLater, shownBy } from './local-time.ts'
import type { RandomPlan } from './random-plan.ts'
import { after, caseWith, moment, processOf, zoneAt } from './random-plan.ts'

const START = Date.parse('2024-01-01T00:00Z') / 1000
const quarters = (years: number) =>
  fc.integer({ min: 0, max: years * 366 * 96 }).map((n) => START + n * 900)
const zones = fc.nat({ max: 3 }).map(zoneAt)

describe('local time', () => {
  it('is what the formatter of the runtime shows', () => {
    tried(
      fc.property(quarters(6), zones, (seconds, zone) => {
        expect(localAt(seconds, zone)).toBe(shownBy(zone)(seconds))
      }),
      { seed: 1, runs: 75, seeds: 4 }
    )
  })

  it('so many days later shows the same on that day, or was skipped; and is what Temporal says', () => {
    tried(
      fc.property(quarters(6), zones, fc.nat({ max: 400 }), (seconds, zone, days) => {
        const found = laterBy({ seconds, zone }, { days, seconds: days * 86_400 }).seconds
        const tried = daysLater(shownBy(zone), seconds, days)
        if (tried !== undefined) expect(found).toBe(days === 0 ? seconds : tried)
        const other = Temporal.Instant.fromEpochMilliseconds(seconds * 1000)
          .toZonedDateTimeISO(zone)
          .add({ days })
        expect(found).toBe(other.epochMilliseconds / 1000)
      }),
      { seed: 2, runs: 75, seeds: 4 }
    )
  })

  it('that is skipped or shown twice is said to be so', () => {
    const kyiv = 'Europe/Kyiv'
    expect(atLocal(wallOf('2025-03-30T03:30'), kyiv)).toMatchObject({ slip: 'skipped' })
    expect(atLocal(wallOf('2025-10-26T03:30'), kyiv)).toMatchObject({ slip: 'twice' })
    expect(atLocal(wallOf('2025-03-30T03:30'), 'Europe/Moscow')).not.toHaveProperty('slip')
    const before = { seconds: Date.parse('2025-03-28T01:30Z') / 1000, zone: kyiv }
    expect([slipOf(before, 1), slipOf(before, 2), slipOf(before, 3)]).toEqual([
      undefined,
      'skipped',
      undefined
    ])
  })

  it('changes in Kyiv on two Sundays of a year, and not in Moscow', () => {
    const year = [2025, 2026].map((one) => Date.UTC(one, 0, 1) / 1000)
    const between = [year[0] ?? 0, year[1] ?? 0] as const
    expect(
      changesBetween('Europe/Kyiv', between).map(({ seconds, after: to }) => [
        new Date(seconds * 1000).toISOString(),
        to
      ])
    ).toEqual([
      ['2025-03-30T01:00:00.000Z', 10_800],
      ['2025-10-26T01:00:00.000Z', 7200]
    ])
    expect(changesBetween('Europe/Moscow', between)).toEqual([])
  })
})

const plans = fc.record<RandomPlan>({
  eif: fc
    .tuple(fc.nat({ max: 700 }), fc.nat({ max: 3 }))
    .map(
      ([day, zone]) =>
        `${new Date((START + day * 86_400) * 1000).toISOString().slice(0, 10)}T12:00[${zoneAt(zone)}]`
    ),
  dues: fc.array(
    fc.record({
      on: fc.nat({ max: 1000 }),
      days: fc.nat({ max: 60 }),
      hours: fc.constantFrom(0, 0, 0, 6, 30)
    }),
    { minLength: 2, maxLength: 12 }
  ),
  gates: fc.array(
    fc.record({
      opens: fc.nat({ max: 1000 }),
      wants: fc.array(fc.nat({ max: 1000 }), { maxLength: 3 }),
      quiet: fc.constantFrom(0, 0, 7, 30),
      ways: fc.array(fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 2 }), {
        maxLength: 3
      })
    }),
    { maxLength: 5 }
  )
})

/**
 * Relaxation until nothing changes: every due by the formatter's days and exact hours, every gate the
 * latest of what it wants.
 */
function relaxed({ process }: Case): ReadonlyMap<string, number> {
  const { ceasefire, deliverables, gates } = process
  const start = ceasefire?.entersIntoForce
  if (!start || 'after' in start) throw new Error('no instant')
  const shown = shownBy(start.zone)
  const places = new Map([['ceasefire', Date.parse(start.utc) / 1000]])
  for (let round = 0; round <= deliverables.size + gates.size; round++) {
    for (const { id, due } of deliverables.values()) {
      if (!due || !('after' in due)) continue
      const from = places.get(due.after)
      if (from === undefined) continue
      const day = daysLater(shown, from, due.days ?? 0) ?? Number.NaN
      places.set(`deliverable.${id}`, day + due.seconds - (due.days ?? 0) * 86_400)
    }
    for (const { id, when } of gates.values()) {
      const last = (ids: readonly string[]): number =>
        Math.max(...ids.map((one) => places.get(`deliverable.${one}`) ?? Number.NaN))
      const wants = when.verified.length > 0 ? [last(when.verified)] : []
      if (when.any.length > 0) wants.push(Math.min(...when.any.map((way) => last(way.verified))))
      const quiet = when.violationsPerDay?.forDays
      const eif = places.get('ceasefire') ?? 0
      if (quiet !== undefined) wants.push(daysLater(shown, eif, quiet) ?? Number.NaN)
      if (wants.length > 0) places.set(`gate.${id}`, Math.max(...wants))
    }
  }
  return places
}

const placeIn = ({ when }: TimetableEntry): number | undefined =>
  'at' in when ? when.at.seconds : undefined

const placesOf = ({ entries }: Timetable): ReadonlyMap<string, number | undefined> =>
  new Map(entries.map((one) => [one.id, placeIn(one)]))

describe('moments of a process', () => {
  it('are those of a naive relaxation by another clock', () => {
    tried(
      fc.property(plans, (plan) => {
        const source = caseWith(processOf(plan))
        const naive = relaxed(source)
        // a local time that is skipped is settled by a rule, which the test above compares
        fc.pre([...naive.values()].every(Number.isFinite))
        const found = placesOf(timetable(source))
        for (const [id, place] of naive) expect([id, found.get(id)]).toEqual([id, place])
      }),
      { seed: 3, runs: 15, seeds: 4 }
    )
  })

  it('move by as many calendar days as entry into force does, where days are counted', () => {
    tried(
      fc.property(plans, fc.nat({ max: 200 }), (plan, days) => {
        const inDays = { ...plan, dues: plan.dues.map((one) => ({ ...one, hours: 0 })) }
        const source = caseWith(processOf(inDays))
        const [first, zone = ''] = plan.eif.split('T12:00[')
        const later = new Date(Date.parse(`${first}T00:00Z`) + days * 86_400_000)
        const eif = moment(`${later.toISOString().slice(0, 10)}T12:00[${zone}`)
        const [was, is] = [timetable(source), timetable(source, { eif })]
        for (const one of was.entries) {
          const other = is.entries.find(({ id }) => id === one.id)
          expect(other?.eif).toBe(one.eif)
          const [a, b] = [placeIn(one) ?? 0, other ? (placeIn(other) ?? 0) : 0]
          expect((wallOf(localAt(b, was.zone)) - wallOf(localAt(a, was.zone))) / 86_400).toBe(days)
          expect(other?.moved).toBe(b - a)
        }
      }),
      { seed: 4, runs: 15, seeds: 4 }
    )
  })

  it('and all that is told of them hang on no order of the file', () => {
    tried(
      fc.property(plans, (plan) => {
        const made = processOf(plan)
        const turned = {
          ...made,
          deliverables: new Map([...(made.deliverables ?? [])].reverse()),
          gates: new Map([...(made.gates ?? [])].reverse())
        }
        const told = (process: Partial<Case['process']>): unknown => {
          const { entries, conflicts, chain, changes } = timetable(caseWith(process))
          return { entries, conflicts, chain, changes }
        }
        expect(told(turned)).toEqual(told(made))
      }),
      { seed: 5, runs: 15, seeds: 4 }
    )
  })
})

describe('slack', () => {
  /** Whether nothing comes too early and the end stays where one thing comes later by so much. */
  function holds(made: Timetable, [id, delay]: readonly [string, number]): boolean {
    const byId = new Map(made.entries.map((one) => [one.id, one]))
    const shift = new Map(made.entries.map((one) => [one.id, one.id === id ? delay : 0]))
    for (let round = 0; round <= made.entries.length; round++)
      for (const one of made.entries) {
        const at = placeIn(one) ?? 0
        const arrives = (waits: readonly Wait[]): number =>
          Math.max(
            ...waits.map(({ of, lag = 0 }) => {
              const before = byId.get(of)
              return (before ? (placeIn(before) ?? 0) : 0) + (shift.get(of) ?? 0) + lag
            })
          )
        const latest = one.waits.filter(({ how }) => how === 'latest')
        const ways = Map.groupBy(latest, ({ way }) => way ?? -1)
        const must = ways.get(-1) ?? []
        ways.delete(-1)
        const pushed = [
          ...one.waits.filter(({ how }) => how === 'counts').map(({ of }) => shift.get(of) ?? 0),
          ...(must.length > 0 ? [arrives(must) - at] : []),
          ...(ways.size > 0 ? [Math.min(...[...ways.values()].map(arrives)) - at] : [])
        ]
        shift.set(one.id, Math.max(0, one.id === id ? delay : 0, ...pushed))
      }
    const place = (one: TimetableEntry): number => (placeIn(one) ?? 0) + (shift.get(one.id) ?? 0)
    const end = Math.max(...made.entries.map((one) => placeIn(one) ?? 0))
    return made.entries.every(
      (one) =>
        place(one) <= end &&
        one.waits.every(({ of, how }) => {
          const before = byId.get(of)
          return how !== 'after' || !before || place(one) >= place(before)
        })
    )
  }

  it('is the longest delay that a simulation allows', () => {
    fc.assert(
      fc.property(plans, (plan) => {
        // by the calendar an hour may come or go; exact days keep the simulation simple
        const source = caseWith(processOf({ ...plan, eif: '2024-01-01T12:00[Asia/Kathmandu]' }))
        const made = timetable(source)
        // what cannot be kept as it stands allows no delay of anything
        fc.pre(made.conflicts.every(({ severity }) => severity === 'unclear'))
        for (const { id, slack } of made.entries) {
          expect([id, slack.seconds, holds(made, [id, slack.seconds])]).toEqual([
            id,
            slack.seconds,
            true
          ])
          expect(holds(made, [id, slack.seconds / 3])).toBe(true)
          expect(holds(made, [id, slack.seconds + 60])).toBe(false)
          expect(slack.limit.length).toBeGreaterThan(0)
        }
      }),
      { seed: 6, numRuns: 80, maxSkipsPerRun: 1000 }
    )
  })

  it('is 0 along the chain that decides the end', () => {
    tried(
      fc.property(plans, (plan) => {
        const made = timetable(caseWith(processOf({ ...plan, gates: [] })))
        const slack = new Map(made.entries.map((one) => [one.id, one.slack.seconds]))
        for (const id of made.chain.flat()) expect(slack.get(id)).toBe(0)
      }),
      { seed: 7, runs: 10, seeds: 4 }
    )
  })
})

const PROCESS = {
  parties: `
    upland: {name: Upland, kind: state, role: belligerent, clock: Europe/Kyiv}
    lowland: {name: Lowland, kind: state, role: belligerent, clock: Europe/Moscow}`,
  lines: '{river: {as-of: 2024-01-01, kind: contact, source: talks}}',
  ceasefire: '{class: preliminary, enters-into-force: "2025-03-28T03:30[Europe/Kyiv]"}'
}

const kinds = (keys: Readonly<Record<string, string>>, settings = {}): readonly string[] => {
  const { case: source, diagnostics } = read({ ...PROCESS, ...keys })
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (!source || errors.length > 0) throw new Error(errors.map(({ message }) => message).join('; '))
  return timetable(source, settings).conflicts.map(({ kind, of }) => `${kind}: ${of.join(', ')}`)
}

const withdrawal = (id: string, rest: string): string =>
  `- {id: ${id}, weapon: {class: artillery}, measure: {zone-width-km: 5}, baseline: {upland: lines.river, lowland: lines.river}, ${rest}}`

describe('what cannot be kept, or is not clear', () => {
  it('is a withdrawal before the ceasefire, or one that ends before it starts', () => {
    const early = withdrawal(
      'guns',
      'starts: "2025-03-27T08:00[Europe/Kyiv]", ends: "2025-03-26T08:00[Europe/Kyiv]"'
    )
    expect(kinds({ withdrawals: `\n    ${early}` })).toEqual([
      'before-ceasefire: withdrawal.guns, ceasefire',
      'ends-before-start: withdrawal.guns.ends, withdrawal.guns'
    ])
  })

  it('is what is due before the gate in front of it, and what is not when both count from one', () => {
    const due = (when: string): readonly string[] =>
      kinds({
        deliverables: `[{id: dam, by: upland, due: ${when}}]`,
        gates:
          '[{id: quiet, opens: deliverable.dam, when: {violations-per-day: {at-most: 1, for-days: 30}}}]'
      })
    expect(due('{after: ceasefire, days: 20}')).toEqual([
      'before-gate: deliverable.dam, gate.quiet'
    ])
    expect(due('{after: gate.quiet, days: 1}')).toEqual([])
  })

  it('is synchronised starts at two instants, or on two days', () => {
    const starts = (one: string, other: string): readonly string[] =>
      kinds({
        withdrawals: `\n    ${withdrawal('a', `synchronised: true, starts: "${one}[Europe/Kyiv]"`)}\n    ${withdrawal('b', `synchronised: true, starts: "${other}[Europe/Kyiv]"`)}`
      })
    expect(starts('2025-04-01T08:00', '2025-04-01T09:00')).toEqual([
      'not-synchronised: withdrawal.a, withdrawal.b'
    ])
    // in winter Moscow is an hour ahead
    expect(starts('2025-11-01T23:30', '2025-11-01T23:30')).toEqual([
      'not-one-day: withdrawal.a',
      'not-one-day: withdrawal.b'
    ])
    expect(starts('2025-07-01T23:30', '2025-07-01T23:30')).toEqual([])
  })

  it('is days counted to a time that the clocks skip, and an hour of a meeting that they do', () => {
    expect(
      kinds({
        deliverables: '[{id: dam, by: upland, due: {after: ceasefire, days: 2}}]',
        meetings: '[{id: flag, kind: flag-meeting, cadence: daily, at: "03:15[Europe/Kyiv]"}]'
      })
    ).toEqual(['skipped: deliverable.dam', 'hour-skipped: meeting.flag'])
  })

  it('is a line check without a zone between different clocks', () => {
    const check = (zone: string): readonly string[] =>
      kinds({
        channels: `[{id: phone, ends: [upland, lowland], acknowledge-within: PT10M, line-check: ["09:30"]${zone}}]`
      })
    expect(check('')).toEqual(['no-zone: line-check.phone.0930'])
    expect(check(', zone: UTC')).toEqual([])
  })

  it('is what is before the signature, what goes together and is due apart, and no completion', () => {
    expect(
      kinds(
        {
          withdrawals: `\n    ${withdrawal('guns', 'starts: {after: ceasefire, hours: 12}')}`,
          deliverables:
            '[{id: a, by: upland, with: [b], due: {after: verified.guns, days: 1}}, {id: b, by: lowland, due: {after: ceasefire, days: 9}}]'
        },
        { signature: moment('2025-03-28T10:00[Europe/Kyiv]') }
      )
    ).toEqual([
      'before-signature: ceasefire, signature',
      'no-completion: verified.guns, deliverable.a',
      'not-together: deliverable.a, deliverable.b'
    ])
  })

  it('is a recess that is too long, or on the day of a first meeting', () => {
    const meetings =
      '[{id: flag, kind: flag-meeting, cadence: daily, at: "10:00[Europe/Kyiv]", recess: {at-most-days: 3, recall-hours: 12}}]'
    const recesses = [{ meeting: 'flag', from: '2025-03-28', until: '2025-03-31' }]
    expect(kinds({ meetings }, { recesses })).toEqual([
      'recess-too-long: meeting.flag',
      'in-recess: meeting.flag'
    ])
  })

  it('is the same of a recess whose days the case says; without a rule they are as long as is agreed', () => {
    const flag = (more: string): string =>
      `[{id: flag, kind: flag-meeting, cadence: daily, at: "10:00[Europe/Kyiv]", ${more}recesses: [{days: 2025-03-28/2025-03-31, because: Easter}]}]`
    expect(kinds({ meetings: flag('recess: {at-most-days: 3, recall-hours: 12}, ') })).toEqual([
      'recess-too-long: meeting.flag',
      'in-recess: meeting.flag'
    ])
    expect(kinds({ meetings: flag('') })).toEqual(['in-recess: meeting.flag'])
  })
})

describe('what has no instant', () => {
  const source = caseWith({
    ...processOf({
      eif: '2025-02-01T12:00[Europe/Kyiv]',
      dues: [
        { on: 0, days: 5, hours: 6 },
        { on: 0, days: 2, hours: 0 }
      ],
      gates: []
    }),
    ceasefire: {
      class: 'preliminary',
      entersIntoForce: after('signature', 2),
      prohibited: [],
      permitted: [],
      at: 'ceasefire'
    }
  })

  it('is told by days after what nobody can date', () => {
    const due = timetable(source).entries.find(({ id }) => id === 'deliverable.d0')
    expect(due?.when).toEqual({ after: 'signature', days: 7, seconds: 7 * 86_400 + 6 * 3600 })
  })

  it('gets one once that is supposed', () => {
    const signature = moment('2025-03-20T10:00[Europe/Kyiv]')
    const made = timetable(source, { signature })
    const due = made.entries.find(({ id }) => id === 'deliverable.d0')
    expect(due && localAt(placeIn(due) ?? 0, 'Europe/Kyiv')).toBe('2025-03-27T16:00')
    expect(due?.eif).toBe(5)
  })

  it('is what waits for itself, which the reader refuses: nothing runs on for ever', () => {
    const circle = caseWith({
      deliverables: new Map(
        [...(source.process.deliverables ?? [])].map(([id, one]) => [
          id,
          { ...one, due: after(id === 'd0' ? 'deliverable.d1' : 'deliverable.d0', 1) }
        ])
      )
    })
    expect(new Calendar(circle.process).event('deliverable.d0')).not.toHaveProperty('at')
  })
})

it('lead times are those of the texts', () => {
  expect(LEAD_TIMES.map(({ hours }) => hours)).toEqual([12, 72])
})
