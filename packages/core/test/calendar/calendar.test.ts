import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Calendar } from '../../src/calendar/calendar.ts'
import { inOrderOfNeed } from '../../src/calendar/in-order.ts'
import type { Gate } from '../../src/model/gates.ts'
import { localAt } from '../../src/time/counted.ts'
import { timetable } from '../../src/timetable/index.ts'
import { read } from '../case/reading.ts'
import { sampled, tried } from '../laws.ts'
import { after, caseWith, moment, processOf } from '../timetable/random-plan.ts'

const LINKS = 5000

const start = (text: string) =>
  ({
    class: 'preliminary',
    entersIntoForce: moment(text),
    prohibited: [],
    permitted: [],
    at: 'ceasefire'
  }) as const

const deliverable = (id: string, rest: object = {}) => ({
  id,
  by: 'upland',
  with: [],
  cost: new Map(),
  stream: new Map(),
  grab: new Map(),
  verifiedBy: [],
  at: `deliverables/${id}`,
  ...rest
})

const gate = (id: string, opens: string, when: Partial<Gate['when']>): Gate => ({
  id,
  opens: `deliverable.${opens}`,
  when: { verified: [], all: [], any: [], at: id, ...when },
  decidedBy: [],
  evidenceNotOnlyFrom: [],
  at: `gates/${id}`
})

const byId = <T extends { readonly id: string }>(...all: readonly T[]): ReadonlyMap<string, T> =>
  new Map(all.map((one) => [one.id, one]))

describe('the order in which moments are reckoned', () => {
  it('has all that a thing needs before it, circles as one', () => {
    const graphs = fc.array(fc.array(fc.nat({ max: 11 }), { maxLength: 3 }), {
      minLength: 12,
      maxLength: 12
    })
    tried(
      fc.property(graphs, (graph) => {
        const needs = (one: number): readonly number[] => graph[one] ?? []
        const reachable = (from: number): ReadonlySet<number> => {
          const found = new Set<number>(needs(from))
          for (const one of found) for (const next of needs(one)) found.add(next)
          return found
        }
        const settled = new Set<number>()
        inOrderOfNeed(0, needs, (together, circle) => {
          for (const one of together) {
            const reach = reachable(one)
            expect(circle).toBe(reach.has(one))
            for (const other of reach)
              expect(settled.has(other) || together.includes(other)).toBe(true)
            for (const other of together)
              if (other !== one) expect(reach.has(other) && reachable(other).has(one)).toBe(true)
          }
          for (const one of together) settled.add(one)
        })
        expect(settled).toEqual(new Set([0, ...reachable(0)]))
      }),
      { seed: 12, runs: 75, seeds: 4 }
    )
  })
})

describe('a gate', () => {
  it('that the day of a deliverable counts from must be open before it is done, as one that opens it', () => {
    const process = caseWith({
      ceasefire: start('2025-02-01T12:00[Europe/Kyiv]'),
      deliverables: byId(deliverable('a', { due: after('gate.late', 0) }), deliverable('b')),
      gates: byId(
        gate('late', 'b', quiet(30)),
        gate('early', 'a', quiet(10)),
        gate('behind', 'b', { all: [verified('a')] })
      )
    }).process
    const calendar = new Calendar(process, { done: 'soonest' })
    expect(localAt(instant(calendar, 'behind'), 'Europe/Kyiv')).toBe('2025-03-03T12:00')
  })

  it('that could wait for itself comes by its other way, whoever is asked first', () => {
    const process = caseWith({
      ceasefire: start('2025-02-01T12:00[Europe/Kyiv]'),
      deliverables: byId(deliverable('a'), deliverable('b'), deliverable('c')),
      gates: byId(
        gate('to-a', 'a', { any: [verified('b'), { ...quiet(10), verified: [] }] }),
        gate('to-b', 'b', { any: [verified('a'), { ...quiet(30), verified: [] }] }),
        gate('to-c', 'c', { all: [verified('a'), verified('b')] })
      )
    }).process
    const days = (order: readonly string[]): Readonly<Record<string, string>> => {
      const calendar = new Calendar(process, { done: 'soonest' })
      return Object.fromEntries(
        order.map((id) => [id, localAt(instant(calendar, id), 'Europe/Kyiv')]).sort()
      )
    }
    const found = days(['to-a', 'to-b', 'to-c'])
    expect(found).toEqual({
      'to-a': '2025-02-11T12:00',
      'to-b': '2025-02-11T12:00',
      'to-c': '2025-02-11T12:00'
    })
    expect(days(['to-b', 'to-a', 'to-c'])).toEqual(found)
    expect(days(['to-c', 'to-b', 'to-a'])).toEqual(found)
  })

  it('counts days without fire and of meetings by the calendar, over a change of clocks', () => {
    const { process } = caseWith({
      ceasefire: start('2025-03-29T12:00[Europe/Kyiv]'),
      deliverables: byId(deliverable('a')),
      gates: byId(
        gate('quiet', 'a', quiet(2)),
        gate('held', 'a', { meetings: { id: 'weekly', heldAtLeast: 0.9 } })
      ),
      meetings: new Map([
        [
          'weekly',
          {
            id: 'weekly',
            kind: 'working-group' as const,
            cadence: 'weekly' as const,
            hour: { time: '10:00', zone: 'Europe/Kyiv' },
            quorum: new Map(),
            attend: new Map(),
            minutes: [],
            recesses: [],
            at: 'meetings/0'
          }
        ]
      ])
    })
    const calendar = new Calendar(process)
    const local = (id: string): string => localAt(instant(calendar, id), 'Europe/Kyiv')
    expect([local('quiet'), local('held')]).toEqual(['2025-03-31T12:00', '2025-04-05T12:00'])
  })
})

const verified = (id: string) => ({ verified: [id], at: id })
const quiet = (forDays: number) => ({ violationsPerDay: { atMost: 1, forDays }, at: 'quiet' })

function instant(calendar: Calendar, id: string): number {
  const found = calendar.event(`gate.${id}`)
  return 'at' in found ? found.at.seconds : Number.NaN
}

describe(`a chain of ${LINKS} links`, () => {
  it('of days is reckoned, with its slack and what decides the end', () => {
    // Slack takes the square of their number.
    const links = sampled(LINKS, 3000)
    const dues = Array.from({ length: links }, (_, at) => ({
      on: Math.max(0, at - 1),
      days: 1,
      hours: 0
    }))
    const source = caseWith(processOf({ eif: '2025-02-01T12:00[Asia/Kathmandu]', dues, gates: [] }))
    const made = timetable(source)
    const last = made.entries.find(({ id }) => id === `deliverable.d${links - 1}`)
    // the first of them counts from the ceasefire, each other from the one before
    expect(last?.eif).toBe(links)
    expect(made.chain).toHaveLength(links + 1)
    expect(made.entries.every(({ slack }) => slack.seconds === 0)).toBe(true)
  })

  it('of gates is reckoned, from whichever end it is asked', () => {
    const { process } = caseWith({
      ceasefire: start('2025-02-01T12:00[Asia/Kathmandu]'),
      deliverables: byId(...Array.from({ length: LINKS }, (_, at) => deliverable(`d${at}`))),
      gates: byId(
        ...Array.from({ length: LINKS }, (_, at) =>
          gate(`g${at}`, `d${at}`, at === 0 ? quiet(3) : { verified: [`d${at - 1}`] })
        )
      )
    })
    const calendar = new Calendar(process, { done: 'soonest' })
    expect(localAt(instant(calendar, `g${LINKS - 1}`), 'Asia/Kathmandu')).toBe('2025-02-04T12:00')
  })

  it('is read from a file, which may have fewer of them', () => {
    const length = 3000
    const links = Array.from(
      { length },
      (_, at) =>
        `\n    - {id: d${at}, by: upland, due: {after: ${at === 0 ? 'ceasefire' : `deliverable.d${at - 1}`}, days: 1}, source: talks}`
    )
    const { case: source, diagnostics } = read({
      ceasefire:
        '{class: preliminary, enters-into-force: "2025-02-01T12:00[Asia/Kathmandu]", source: talks}',
      deliverables: links.join('')
    })
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    const calendar = source && new Calendar(source.process)
    expect(calendar?.event(`deliverable.d${length - 1}`)).toHaveProperty('at')
  })
})

it('what waits for itself is told by what it waits for, and nothing runs on for ever', () => {
  const { process } = caseWith({
    deliverables: byId(
      deliverable('a', { due: after('deliverable.b', 1) }),
      deliverable('b', { due: after('deliverable.a', 1) })
    )
  })
  expect(new Calendar(process).event('deliverable.a')).not.toHaveProperty('at')
})
