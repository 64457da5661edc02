import { readCase } from '@truce/core'
import { judgementsIn } from '@truce/core/model'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import texts from '../src/messages/en/case.ts'
import { citationsIn } from '../src/rooms/case/citations.ts'
import { counts, processParts } from '../src/rooms/case/contents.ts'
import { idFrom, redlineEntry } from '../src/rooms/case/entries.ts'
import { wantedBy } from '../src/rooms/case/focus.ts'
import { keyed } from '../src/rooms/case/keys.ts'
import { locate, writtenAt } from '../src/rooms/case/places.ts'
import {
  branches,
  handlesOf,
  isAllowed,
  moved,
  scaleOf,
  share,
  typed,
  written
} from '../src/rooms/case/scale.ts'
import { conditionWords } from '../src/rooms/case/wording.ts'
import { setAt } from '../src/state/yaml-edit.ts'
import { namesIn, pointerWords } from '../src/ui/names.ts'
import { CASE, FILES, stance } from './case-fixture.ts'

const say = (key: string, values: Record<string, string | number> = {}): string =>
  (texts[key] ?? key).replace(/\{(\w+)\}/g, (_, name: string) => String(values[name]))

const NAMES = namesIn(CASE, 'en')

describe('places', () => {
  it('finds a pointer in whichever file it leads deepest, by position or id', () => {
    const byId = locate(FILES, 'stances/up/redlines/water/firmness')
    expect(byId).toMatchObject({ file: 'stances/up.yaml', line: 7, exact: true })
    expect(locate(FILES, 'stances/up/redlines/1/firmness')).toEqual(byId)
    expect(stance.slice(byId?.start, byId?.end)).toBe(
      'firmness: [{if: {scenario: drought}, is: [0.8, 1]}, 0.5]'
    )
  })
  it('takes the nearest thing around what is not there, and says so', () => {
    expect(locate(FILES, 'stances/up/redlines/water/because')).toMatchObject({
      line: 5,
      exact: false
    })
  })
  it('reads what is written, and nothing where nothing is', () => {
    expect(writtenAt(FILES, 'parties/low/name')).toEqual({ en: 'Lowland', fr: 'Aval' })
    expect(writtenAt(FILES, 'parties/low/source')).toBeUndefined()
  })
})

describe('judged numbers', () => {
  it('are found wherever they stand, and each is where its pointer says', () => {
    const all = judgementsIn(CASE).map(({ at }) => at)
    expect(all).toContain('guarantees/0/chance')
    expect(all.length).toBe(13)
    for (const at of all) expect(locate(FILES, at)?.exact).toBe(true)
    expect(judgementsIn(CASE.process.guarantees[0]).map(({ at }) => at)).toEqual([
      'guarantees/0/chance',
      'guarantees/0/penalty'
    ])
  })
  it('are written back where they were read, one scenario at a time', () => {
    for (const judgement of judgementsIn(CASE))
      for (const { at, range } of branches(judgement)) {
        const changed = setAt(FILES, at, written({ low: range.low, high: range.high + 0 }))
        expect(readCase(changed).sound, at).toBe(true)
      }
    const under = branches(CASE.stances.get('up')?.redlines[1]?.firmness as never)
    expect(under.map(({ at }) => at)).toEqual([
      'stances/up/redlines/1/firmness/0/is',
      'stances/up/redlines/1/firmness/1'
    ])
    const changed = readCase(setAt(FILES, under[0]?.at ?? '', [0.6, 0.7, 0.9])).case
    expect(changed?.stances.get('up')?.redlines[1]?.firmness.cases[0]?.range).toEqual({
      low: 0.6,
      mode: 0.7,
      high: 0.9
    })
    expect(changed?.stances.get('up')?.redlines[1]?.firmness.range).toEqual({ low: 0.5, high: 0.5 })
  })
  it('have a scale that fits what they are', () => {
    expect(scaleOf('stances/up/redlines/0/firmness', { low: 0, high: 1 })).toMatchObject({
      min: 0,
      max: 1,
      step: 0.01
    })
    expect(scaleOf('stances/up/redlines/1/firmness/0/is', { low: 0, high: 1 })).toMatchObject({
      max: 1
    })
    expect(scaleOf('stances/up/interests/water/values/half', { low: 40, high: 50 })).toMatchObject({
      min: 0,
      max: 100
    })
    expect(scaleOf('stances/up/interests/water/weight', { low: 20, high: 40 })).toMatchObject({
      min: 0,
      max: 70
    })
    expect(scaleOf('stances/up/no-deal/base', { low: -20, high: 30 })).toMatchObject({
      min: -50,
      max: 50
    })
    expect(scaleOf('parties/up/risk', { low: 0, high: 40 })).toMatchObject({ max: 100 })
    expect(scaleOf('escalation/ladder/0/risk', { low: 0, high: 0.4 })).toMatchObject({ max: 1 })
  })
  it('stay in order and on the scale, whichever handle goes where', () => {
    const numbers = fc.integer({ min: 0, max: 100 })
    const ranges = fc
      .tuple(numbers, numbers, numbers, fc.boolean())
      .map(([a, b, c, withMode]) => [a, b, c].sort((x, y) => x - y).concat(withMode ? 1 : 0))
      .map(([low = 0, mode = 0, high = 0, withMode]) =>
        withMode ? { low, mode, high } : { low, high }
      )
    const scale = { min: 0, max: 100, step: 1 }
    fc.assert(
      fc.property(ranges, fc.nat(2), fc.integer({ min: -50, max: 150 }), (range, which, to) => {
        const handles = handlesOf(range)
        const handle = handles[which % handles.length] ?? 'low'
        const next = moved(range, { handle, to }, scale)
        const line = [next.low, next.mode ?? next.low, next.high]
        expect(line).toEqual([...line].sort((a, b) => a - b))
        expect(next.low >= 0 && next.high <= 100).toBe(true)
        for (const other of handles) if (other !== handle) expect(next[other]).toBe(range[other])
      }),
      { numRuns: 300 }
    )
  })
  it('are free of the dust of binary fractions', () => {
    const scale = { min: 0, max: 1, step: 0.01 }
    expect(moved({ low: 0.1, high: 0.9 }, { handle: 'low', to: 0.1 + 0.2 }, scale).low).toBe(0.3)
    expect(share(0.25, scale)).toBe(0.25)
  })
  it('can be typed, in percent and with a comma too, but only in order', () => {
    expect(typed('0,2', '', '60%')).toEqual({ low: 0.2, high: 0.6 })
    expect(typed('1', '2', '3')).toEqual({ low: 1, mode: 2, high: 3 })
    for (const wrong of [
      ['3', '', '1'],
      ['1', '9', '3'],
      ['x', '', '3'],
      ['', '', '3']
    ] as const)
      expect(typed(wrong[0], wrong[1], wrong[2])).toBeUndefined()
  })
  it('are refused where the language does not allow them', () => {
    expect(isAllowed('parties/russia/capability', { low: 60, mode: 75, high: 150 })).toBe(false)
    expect(isAllowed('parties/russia/capability', { low: 60, mode: 75, high: 100 })).toBe(true)
    expect(isAllowed('stances/russia/redlines/no-nato/firmness', { low: 0.5, high: 1.1 })).toBe(
      false
    )
    expect(isAllowed('stances/russia/interests/status/weight', { low: -1, high: 4 })).toBe(false)
    expect(isAllowed('stances/russia/interests/status/weight', { low: 1, high: 400 })).toBe(true)
  })
  it('move by keys', () => {
    const scale = { min: 0, max: 1, step: 0.01 }
    expect(keyed('ArrowUp', 0.5, scale)).toBeCloseTo(0.51)
    expect(keyed('PageDown', 0.5, scale)).toBeCloseTo(0.4)
    expect(keyed('End', 0.5, scale)).toBe(1)
    expect(keyed('a', 0.5, scale)).toBeUndefined()
  })
})

describe('words', () => {
  it('say conditions with the titles of the case', () => {
    const [dam, water] = CASE.stances.get('up')?.redlines ?? []
    expect(dam?.crossedWhen && conditionWords(dam.crossedWhen, NAMES, say)).toBe(
      'The dam: Not built'
    )
    expect(water?.crossedWhen && conditionWords(water.crossedWhen, NAMES, say)).toBe(
      'not (Water: anything but A third)'
    )
  })
  it('set what is joined inside something joined in brackets', () => {
    const is = (option: string) => ({ kind: 'is', issue: 'dam', options: [option] }) as const
    const any = { kind: 'any', parts: [is('built'), is('none')] } as const
    expect(
      conditionWords({ kind: 'all', parts: [any, { kind: 'scenario', id: 'drought' }] }, NAMES, say)
    ).toBe('(The dam: Built or The dam: Not built) and A dry summer')
  })
  it('name pointers by parties and issues', () => {
    expect(pointerWords(['stances', 'up', 'interests', 'water'], NAMES)).toBe(
      'Upland · interests · Water'
    )
  })
})

describe('the contents', () => {
  it('count what each section holds', () => {
    expect(counts(CASE)).toMatchObject({
      parties: 2,
      issues: 2,
      proposals: 1,
      polls: 0,
      sources: 2,
      scenarios: 1,
      graph: 0,
      process: 2
    })
    expect(processParts(CASE).map(({ kind, entries }) => [kind, entries[0]?.at])).toEqual(
      expect.arrayContaining([
        ['lines', 'lines/old'],
        ['guarantees', 'guarantees/0']
      ])
    )
  })
  it('know what rests on a source: claims, figures and proposals, but no party called like one', () => {
    const cites = citationsIn(FILES)
    expect(cites.get('talks')?.map(({ at, as }) => `${at} ${as}`)).toEqual([
      'proposals/halves by',
      'lines/old source',
      'stances/up/redlines/0 source',
      'stances/up/redlines/1 source'
    ])
    expect(cites.get('ours')).toContainEqual({
      at: 'stances/up/redlines/1',
      named: ['stances', 'up', 'redlines', 'water'],
      as: 'numbers'
    })
    expect(cites.has('low')).toBe(false)
  })
  it('reads what the address asks for', () => {
    expect(wantedBy('text:stances/up')).toEqual({ mode: 'text', at: 'stances/up' })
    expect(wantedBy('text:')).toEqual({ mode: 'text', at: undefined })
    expect(wantedBy('parties/up')).toEqual({ mode: 'read', at: 'parties/up' })
  })
})

describe('new entries', () => {
  it('get an id that is allowed and free', () => {
    expect(idFrom('No côté: the Élan of it all', [])).toBe('no-cote-the-elan-of')
    expect(idFrom('Not', [])).toBe('not-2')
    expect(idFrom('…', ['new', 'new-2'])).toBe('new-3')
  })
  it('read as a sound redline once they are in the file', () => {
    const form = {
      says: 'No water, no deal',
      form: 'must',
      issue: 'water',
      options: ['half', 'full'],
      low: 0.4,
      high: 0.8,
      source: 'talks'
    } as const
    const made = readCase(
      setAt(FILES, 'stances/up/redlines/2', redlineEntry(form, ['some-dam', 'water']))
    )
    expect(made.sound).toBe(true)
    expect(made.case?.stances.get('up')?.redlines[2]).toMatchObject({
      id: 'no-water-no-deal',
      form: 'must',
      source: 'talks'
    })
  })
})
