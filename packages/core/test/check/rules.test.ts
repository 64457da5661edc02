import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import { orderOf } from '../../src/check/derived-order.ts'
import { graphRules } from '../../src/check/rules/graph-rules.ts'
import { checkPages } from '../../src/check/rules/index.ts'
import type { Diagnostic, Example } from '../../src/diagnostic/diagnostic.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import type { Case } from '../../src/model/case.ts'
import type { Graph, NamedState, Preference } from '../../src/model/graph.ts'
import type { Condition } from '../../src/model/judgement.ts'

/** Everything that reader and judgement find in one file. */
function findingsIn(text: string): readonly Diagnostic[] {
  const reading = readCase([{ name: 'case.yaml', text }])
  if (!reading.case || !reading.sound) return reading.diagnostics
  const { findings } = check(reading.case, { draws: 200, repairs: 0, spanOf: reading.spanOf })
  return [...reading.diagnostics, ...findings]
}

const codes = (found: readonly Diagnostic[]): readonly string[] => found.map(({ code }) => code)

/** The rules of a graph as such are tested beside the graph model. */
const pages = checkPages.filter(({ code }) => !graphRules.some(({ page }) => page.code === code))

/** The text that each failing example is marked at. */
const MARKED: Readonly<Record<string, string>> = {
  CF101: '"2023-07-01T00:00[Europe/Vienna]"',
  CF102: '"2024-06-20T08:00[Europe/Vienna]"',
  CF103: 'upland',
  CF105: '"2024-06-15T10:00[Europe/Vienna]"',
  CF106: '{until: "2024-06-15T00:00[Europe/Vienna]", renewal: by both}',
  CF900: 'preliminary',
  ES001: 'Half each',
  GA001: 'summer',
  GA002: 'deliverable.trench',
  GA003: '[lowland]',
  GA004: '{verified: [survey]}',
  GR001: '{upland.open: no}',
  GR900: 'Two states and one gate',
  GU001: 'union',
  ND003: '95',
  OW001: 'Lowland',
  PO001: 'survey',
  PO002: 'assembly',
  PO003: '{agree: 62, disagree: 30}',
  PO004: 'assembly',
  PO005: '{water: half}',
  PO006: '{when: {water: full}, chance: [30%, 60%]}',
  PR001: 'Half each',
  RL001: 'half',
  RL002: 'half',
  RL003: 'none-of-it',
  RL004: 'not-all',
  RL005: '0',
  RL006: 'Lowland',
  RL007: '{by: lowland, act: raids}',
  RL008: 'a-third-at-most',
  RL009: 'half',
  RQ001: 'Lowland',
  RU001:
    '{never: {water: [third, half, full]}, because: the gates are closed for repair, source: talks}',
  RU002: 'half'
}

describe('a poll counted twice', () => {
  it('is told once, however many interests rest on it', () => {
    const failing = checkPages.find(({ code }) => code === 'PO001')?.examples?.failing
    const text = exampleText(failing as Example)
    const dam = text
      .replace(
        /^issues:\n/m,
        'issues:\n  dam: {title: The dam, options: {built: Built, none: None}}\n'
      )
      .replace(
        /^( +)(water: \{weight.*source: survey\})$/m,
        '$1$2\n$1dam: {weight: 1, values: {built: 100, none: 0}, source: survey}'
      )
      .replace('terms: {water: half}', 'terms: {water: half, dam: none}')
    const said = (one: string): readonly string[] =>
      findingsIn(one)
        .filter(({ code }) => code === 'PO001')
        .map(({ message }) => message)
    expect(said(text)).toEqual([
      "`lowland`'s interest in `water` rests on `survey`, which also feeds its ratification"
    ])
    expect(said(dam)).toEqual([
      "`lowland`'s 2 interests in `dam`, `water` rest on `survey`, which also feeds its ratification"
    ])
  })
})

describe('each rule of the judgement', () => {
  it('has a code of its own, in order', () => {
    expect(pages.map(({ code }) => code)).toEqual(Object.keys(MARKED).sort())
  })

  describe.each(pages.map((page) => [page.code, page] as const))(
    '%s',
    (code, { severity, examples }) => {
      const text = (which: 'failing' | 'passing'): string =>
        exampleText(examples?.[which] as Example)

      it('finds its failing example and nothing else', () => {
        const found = findingsIn(text('failing'))
        expect(codes(found)).toEqual([code])
        expect(found.map((one) => one.severity)).toEqual([severity])
      })

      it('marks the place', () => {
        const [found] = findingsIn(text('failing'))
        expect(text('failing').slice(found?.span?.start, found?.span?.end)).toBe(MARKED[code])
      })

      it('says it in words that stand by themselves', () => {
        const [found] = findingsIn(text('failing'))
        for (const words of [found?.message, found?.help, ...(found?.why ?? [])])
          expect(words ?? '').not.toMatch(/undefined|NaN|\[object/)
        expect(found?.message).toMatch(/^[`a-z]/)
      })

      it('finds nothing in its passing example', () => {
        expect(codes(findingsIn(text('passing')))).toEqual([])
      })
    }
  )
})

/** The one finding of a code in a case laid over the example's. */
function only(code: string, keys: Readonly<Record<string, string>>): Diagnostic | undefined {
  const found = findingsIn(exampleText(keys)).filter((one) => one.code === code)
  expect(found.length).toBeLessThanOrEqual(1)
  return found[0]
}

const failing = (code: string): Readonly<Record<string, string>> =>
  checkPages.find((page) => page.code === code)?.examples?.failing as Readonly<
    Record<string, string>
  >

describe('what a finding says', () => {
  it('marks the proposal where silence crosses the redline, and says what silence means', () => {
    const issues =
      '{water: {title: Water, ordered: true, options: {third: A third, half: Half, full: All}, if-silent: half}}'
    const text = exampleText({
      ...failing('RL001'),
      issues,
      proposals: '{halves: {title: Half each, by: talks, terms: {}}}'
    })
    const found = findingsIn(text).find(({ code }) => code === 'RL001')
    expect(text.slice(found?.span?.start, found?.span?.end)).toBe('Half each')
    expect(found?.why).toContain('`halves` does not name `water`; silence is read as `water: half`')
  })

  it('names the best repair of a dead proposal', () => {
    const reading = readCase([
      { name: 'case.yaml', text: exampleText({ ...failing('RL001'), ...MORE_WATER }) }
    ])
    expect(reading.sound).toBe(true)
    const { findings } = check(reading.case as Case, { draws: 200, spanOf: reading.spanOf })
    expect(findings.find(({ code }) => code === 'RL001')?.help).toMatch(
      /^the best change found: `water: most`; then /
    )
  })

  it('says when a conflict of redlines rests on an assumption, and when it holds at 0.9', () => {
    const sources = '{talks: {title: Minutes, kind: assumption}}'
    const stances = failing('RL008')['stances']?.replaceAll('firmness: 0.6', 'firmness: 0.95') ?? ''
    const found = only('RL008', { ...failing('RL008'), sources, stances })
    expect(found?.why.slice(-2)).toEqual([
      '`upland.a-third-at-most`, `lowland.half-at-least` rest on assumptions',
      'all of them are held at firmness 0.9 or more'
    ])
  })

  it('shows eight conflicts of redlines and counts the others', () => {
    const shown = (count: number): readonly string[] => {
      const ids = Array.from({ length: count }, (_, k) => `i${k}`)
      const redlines = (option: string): string =>
        ids
          .map(
            (id) => `{id: ${option}-${id}, must: {${id}: ${option}}, firmness: 0.6, source: talks}`
          )
          .join(', ')
      const found = findingsIn(
        exampleText({
          issues: `{${ids.map((id) => `${id}: {title: ${id}, options: {a: A, b: B}}`).join(', ')}}`,
          stances: `{upland: {redlines: [${redlines('a')}]}, lowland: {redlines: [${redlines('b')}]}}`,
          proposals: '{}'
        })
      ).filter(({ code }) => code === 'RL008')
      expect(found).toHaveLength(Math.min(count, 8))
      return found.flatMap(({ why }) => why.filter((line) => line.includes('not shown')))
    }
    expect(shown(8)).toEqual([])
    expect(shown(10)).toEqual(['2 more such conflicts are not shown'])
  })

  it('leaves a graph alone whose order a redline explains', () => {
    const stances = failing('RL002')['stances']?.replace('[0.2, 0.4, 0.6]', '0.6') ?? ''
    expect(only('GR001', { ...failing('GR001'), stances })).toBeUndefined()
    expect(only('GR001', failing('GR001'))?.why).toEqual([
      'by its stance `shared` is worth 40 points more than `dispute`; 0 % of the draws agree with the graph'
    ])
  })
})

/** A fourth option, which lowland likes better than upland does. */
const MORE_WATER = {
  issues:
    '{water: {title: Water, ordered: true, options: {third: A third, half: Half, most: Most of it, full: All}}}',
  stances: (failing('RL001')['stances'] ?? '')
    .replace('half: 70,', 'half: 70, most: 60,')
    .replace('half: 60,', 'half: 60, most: 80,')
}

describe('the order of two states by a hand-written preference', () => {
  const move = (id: string, taken = true): Condition => ({
    kind: 'move',
    party: 'a',
    move: id,
    taken
  })
  const state = (...parts: readonly Condition[]): NamedState => ({
    id: 's',
    where: { kind: 'all', parts },
    coalesce: false,
    at: ''
  })
  const moves = ['x', 'y'].map((id) => ({
    party: 'a',
    id,
    title: id,
    direction: 'both' as const,
    sets: new Map(),
    at: ''
  }))
  const graph: Graph = {
    moves,
    infeasible: [],
    exclusive: [],
    atLeastOne: [],
    coalesce: [],
    states: [],
    preferences: new Map(),
    at: 'graph'
  }
  const [nn, yn, yOpen] = [
    state(move('x', false), move('y', false)),
    state(move('x'), move('y', false)),
    state(move('x'))
  ]
  const by = (...statements: readonly Condition[]): Preference => ({
    kind: 'statements',
    statements,
    at: ''
  })
  const ranking: Preference = { kind: 'ranking', ranking: [['YN'], ['YY', 'NY'], ['NN']], at: '' }

  it('is that of the first statement that tells them apart', () => {
    expect(orderOf(by(move('y', false), move('x')), [nn, yn], graph)).toBe(-1)
    expect(orderOf(by(move('x', false), move('y')), [nn, yn], graph)).toBe(1)
    expect(orderOf(by(move('y')), [nn, yn], graph)).toBe(0)
  })

  it('is open where a pattern leaves a statement undecided before they differ', () => {
    expect(orderOf(by(move('y'), move('x')), [nn, yOpen], graph)).toBeUndefined()
    expect(orderOf(by(move('x'), move('y')), [nn, yOpen], graph)).toBe(-1)
  })

  it('follows a ranking, unless a pattern fits several places of it', () => {
    expect(orderOf(ranking, [nn, yn], graph)).toBe(-1)
    expect(orderOf(ranking, [yn, yOpen], graph)).toBeUndefined()
    expect(
      orderOf(
        { ...ranking, ranking: [['u', 'v'], ['w']] },
        [
          { ...nn, node: 'v' },
          { ...nn, node: 'w' }
        ],
        graph
      )
    ).toBe(1)
  })

  it('is unknown where nothing is written', () => {
    expect(orderOf({ kind: 'derived', at: '' }, [nn, yn], graph)).toBeUndefined()
  })
})
