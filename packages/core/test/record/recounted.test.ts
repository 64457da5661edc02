// What a record says of itself against a slow count of the same entries that shares no code with it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SeenEntry } from '../../src/record/index.ts'
import {
  dutiesOf,
  gatesOf,
  incidentsByStatus,
  matrixAt,
  RecordState,
  readContent
} from '../../src/record/index.ts'
import { caseIn } from '../folder.ts'
import { sampled, tried } from '../laws.ts'
import { heardBy, recountedStatus } from '../oracle/recounted-days.ts'
import type { Recounting } from '../oracle/recounted-gates.ts'
import { recountedEnds, recountedGates, recountedRating } from '../oracle/recounted-gates.ts'
import { anyEntry, hour, tellDrawn } from './drawn-entries.ts'

const flagship = caseIn('ukraine/2024-maitra')
const SCRIPT = join(import.meta.dirname, '../../../../cases/ukraine/2024-maitra/exercise.jsonl')
// As the case says: the ceasefire enters into force at midnight of 1 February 2025 in Kyiv.
const CLOCK = { zone: 'Europe/Kyiv', firstDay: '2025-02-01' }

/** The script of the month as a record takes it in, unsigned. */
const month = readFileSync(SCRIPT, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line))
  .filter(({ kind }) => kind !== undefined)
  .map((line, number): SeenEntry => {
    const read = readContent({
      number: number + 1,
      id: line.id ?? `line-${number}`,
      kind: line.kind,
      author: { party: line.as, key: line.as, role: line.role ?? 'head' },
      recorded: line.at,
      received: line.at,
      content: line.content,
      ...(line.supersedes && { supersedes: line.supersedes })
    })
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    return read.entry
  })

function foldedFrom(entries: readonly SeenEntry[]): RecordState {
  const state = new RecordState(flagship)
  for (const entry of entries) state.apply(entry)
  return state
}

const DEEDS = ['heavy', 'rockets', 'armour', 'pull-back-2022']

/** Whatever a record says at an instant that can be counted again is as the slow count has it. */
function same(all: readonly SeenEntry[], now: number): void {
  const known = heardBy(all, now)
  const state = foldedFrom(known)
  const about: Recounting = { all: known, source: flagship, now, ...CLOCK }
  expect(incidentsByStatus(state)).toEqual(recountedStatus(known))
  const told = gatesOf(state, now).map(({ id, answer, undecided }) => ({ id, answer, undecided }))
  expect(told).toEqual(recountedGates(about))
  const rows = matrixAt(state, now).rows
  const duties = dutiesOf(state, now)
  for (const id of DEEDS) {
    const of = flagship.process.withdrawals.has(id) ? `withdrawal.${id}` : `deliverable.${id}`
    expect([id, rows.find((row) => row.of === of)?.rating]).toEqual([
      id,
      recountedRating(known, flagship, id)
    ])
    for (const { party, stands } of recountedEnds(known, flagship, id)) {
      const duty = duties.find(
        (one) => one.of === of && one.party === party && /completion|deliverable/.test(one.kind)
      )
      // Both ends of a withdrawal are due on 1 March, 08:00 in Kyiv; the pull-back waits for `heavy`.
      const late = of.startsWith('withdrawal.') && now > Date.parse('2025-03-01T06:00:00.000Z')
      const open = of.startsWith('withdrawal.')
        ? [late ? 'late' : 'due']
        : ['due', 'late', 'waiting']
      expect(stands === 'open' ? open : [stands]).toContain(duty?.state)
    }
  }
}

describe('the month of the exercise, counted again', () => {
  const days = Array.from(
    { length: 30 },
    (_, at) => Date.parse('2025-02-01T12:00:00.000Z') + at * 86_400_000
  )
  const every = days.filter((_, at) => at % 7 === 3 || at === 28)
  it.each(sampled(days, every).map((now) => [new Date(now).toISOString(), now]))(
    'at %s',
    (_, now) => same(month, Number(now))
  )

  it('has gates that open and gates that do not, so that the count says something', () => {
    const answers = days.flatMap((now) => gatesOf(foldedFrom(month), now).map((one) => one.answer))
    expect(new Set(answers)).toContain('open')
    expect(new Set(answers)).toContain('shut')
  })
})

describe('small records at random, counted again', () => {
  it('say the same of incidents, gates, ratings and duties', () => {
    tried(
      fc.property(
        fc.array(anyEntry, { maxLength: 40 }),
        fc.integer({ min: 30, max: 110 }),
        (all, at) => same(tellDrawn(all), Date.parse(hour(at)))
      ),
      { seed: 14, runs: 20, seeds: 30 }
    )
  })
})

/** Other names for parties, entries and places, in an order of their own. */
const OTHER = new Map([
  ...[...flagship.parties.keys()].map((id, at) => [id, `side-${99 - at}`] as const),
  ['the ford', 'another place']
])
const BACK = new Map([...OTHER].map(([from, to]) => [to, from]))

/** Everything with its names exchanged, those within such as `delivered.russia` too. */
function renamed<T>(value: T, names: ReadonlyMap<string, string>): T {
  const other = (one: unknown): unknown => {
    if (typeof one === 'string')
      return (
        names.get(one) ??
        one
          .split('.')
          .map((part) => names.get(part) ?? part)
          .join('.')
      )
    if (Array.isArray(one)) return one.map(other)
    if (one instanceof Map) return new Map([...one].map(([key, held]) => [other(key), other(held)]))
    if (one instanceof Set) return new Set([...one].map(other))
    if (one === null || typeof one !== 'object' || Object.getPrototypeOf(one) !== Object.prototype)
      return one
    return Object.fromEntries(Object.entries(one).map(([key, held]) => [key, other(held)]))
  }
  return other(value) as T
}

/** Lists in one order, whatever the names in them. */
const ordered = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(ordered).sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    : value !== null && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([key, held]) => [key, ordered(held)]))
      : value

describe('other names for parties, entries and places', () => {
  it('change the names in what gates answer, and nothing else', () => {
    tried(
      fc.property(fc.array(anyEntry, { maxLength: 40 }), (drawn) => {
        const all = tellDrawn(drawn)
        const now = Date.parse(hour(105))
        const ids = all.map(({ id }, at) => [id, `other-${999 - at}`] as const)
        const state = new RecordState(renamed(flagship, OTHER))
        for (const entry of renamed(all, new Map([...OTHER, ...ids]))) state.apply(entry)
        const back = new Map([...BACK, ...ids.map(([from, to]) => [to, from] as const)])
        expect(ordered(renamed(gatesOf(state, now), back))).toEqual(
          ordered(gatesOf(foldedFrom(all), now))
        )
      }),
      { seed: 41, runs: 20, seeds: 15 }
    )
  })
})
