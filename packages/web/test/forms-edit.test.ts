import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '@truce/core'
import { readCase } from '@truce/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { STARTING_CASE } from '../../cli/src/commands/new.ts'
import type { Trouble } from '../src/engine/protocol.ts'
import { troublesBetween } from '../src/engine/trial.ts'
import { partOf, removalOf, removed } from '../src/removing/removal.ts'
import { readsDate, suggestedDate } from '../src/rooms/case/forms/dates.ts'
import { weightsByRank, weightsByRatios, worthsByRank } from '../src/rooms/case/forms/elicit.ts'
import { pointerAt } from '../src/state/pointer.ts'
import type { Change } from '../src/state/yaml-edit.ts'
import { setAll, setAt } from '../src/state/yaml-edit.ts'

const files = Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text }))
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const flagship = readdirSync(FLAGSHIP, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .map((name) => ({ name, text: readFileSync(join(FLAGSHIP, name), 'utf8') }))

const lines = (texts: readonly SourceFile[]): readonly string[] =>
  texts.flatMap(({ text }) => text.split('\n'))

/** The comments of the files, in their order. */
const comments = (texts: readonly SourceFile[]): readonly string[] =>
  lines(texts).flatMap((line) => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? [])

/** Every file as plain data, by another reader of YAML than the edits use. */
const data = (texts: readonly SourceFile[]): readonly unknown[] =>
  texts.map(({ text }) => parse(text) as unknown)

/** One change of each kind that forms make. */
const KINDS: readonly (readonly [string, Change])[] = [
  ['a party', { at: 'parties/delta', value: { name: 'Delta', kind: 'people', role: 'third' } }],
  [
    'an issue',
    { at: 'issues/fees', value: { title: 'Fees', options: { high: 'High', low: 'Low' } } }
  ],
  ['an option', { at: 'issues/dam/options/later', value: 'Later' }],
  ['a rule', { at: 'rules/1', value: { never: { water: 'third', dam: 'none' }, source: 'ours' } }],
  [
    'a source',
    { at: 'sources/speech', value: { title: 'A: speech', kind: 'statement', date: '2024-05' } }
  ],
  [
    'a redline',
    {
      at: 'stances/upland/redlines/1',
      value: {
        id: 'more',
        never: { water: ['half', 'full'] },
        firmness: [0.5, 0.9],
        source: 'talks'
      }
    }
  ],
  [
    'the first redline of a party',
    {
      at: 'stances/lowland/redlines',
      value: [{ id: 'x', must: { dam: 'none' }, firmness: 1, source: 'talks' }]
    }
  ],
  ['a worth', { at: 'stances/upland/interests/dam/values/none', value: [1, 2, 3] }],
  [
    'a base',
    { at: 'stances/lowland/no-deal/base', value: { terms: { water: 'third', dam: 'none' } } }
  ],
  [
    'a body',
    {
      at: 'stances/upland/ratification',
      value: [{ body: 'assembly', threshold: 0.5, source: 'ours' }]
    }
  ],
  [
    'the first poll',
    {
      at: 'polls/wells',
      value: {
        population: 'upland',
        field: '2024-01',
        answers: { yes: 60, no: 40 },
        source: 'talks'
      }
    }
  ],
  [
    'a staged term',
    {
      at: 'proposals/halves/terms/water',
      value: { first: 'third', then: 'half', chance: [0.5, 0.9] }
    }
  ],
  [
    'the first move',
    { at: 'graph/moves/upland/build', value: { title: 'Build', sets: { dam: 'built' } } }
  ]
]

describe('an edit of each kind', () => {
  it.each(KINDS)(
    'writes %s, keeps every other line and all comments, and reads as meant',
    (_, change) => {
      const now = setAt(files, change.at, change.value)
      const [old, next] = [lines(files), lines(now)]
      expect(old.filter((line) => !next.includes(line)).length).toBeLessThanOrEqual(1)
      expect(comments(now)).toEqual(comments(files))
      const before = readCase(files).diagnostics.filter(({ severity }) => severity === 'error')
      expect(before).toEqual([])
      const wrong = readCase(now).diagnostics.filter(({ severity }) => severity === 'error')
      // An option that nobody values yet is the one thing that the reader minds.
      expect(wrong.map(({ code }) => code).filter((code) => code !== 'IS002')).toEqual([])
      expect(plain(now, change.at)).toEqual(change.value)
    }
  )

  it('is gone without a trace when it is taken away again', () => {
    for (const [, { at, value }] of KINDS) {
      if (plain(files, at) !== undefined) continue
      const back = setAt(setAt(files, at, value), at, undefined)
      expect(data(back), at).toEqual(data(files))
      expect(comments(back), at).toEqual(comments(files))
    }
  })
})

/** What stands at a pointer, by another reader of YAML. */
function plain(texts: readonly SourceFile[], at: string): unknown {
  const found = data(texts).map((whole) =>
    at
      .split('/')
      .reduce<unknown>(
        (inner, step) =>
          typeof inner === 'object' && inner !== null ? Reflect.get(inner, step) : undefined,
        whole
      )
  )
  return found.find((one) => one !== undefined)
}

describe('every entry of the flagship', () => {
  const entries = data(flagship).flatMap((whole) =>
    Object.entries(whole as Record<string, unknown>).flatMap(([top, told]) =>
      typeof told === 'object' && told !== null
        ? Object.keys(told).map((key) => `${top}/${key}`)
        : []
    )
  )

  it('can be taken away with nothing else changed but its own lines', () => {
    expect(entries.length).toBeGreaterThan(80)
    const old = new Set(lines(flagship))
    // Every seventh: each takes the whole case to be read again.
    for (const at of entries.filter((_, index) => index % 7 === 0)) {
      const now = setAt(flagship, at, undefined)
      // Between brackets the entry's line stays, without it.
      expect(lines(now).filter((line) => !old.has(line)).length, at).toBeLessThanOrEqual(1)
      expect(comments(flagship)).toEqual(expect.arrayContaining([...comments(now)]))
      if (!/\/\d+$/.test(at)) expect(plain(now, at), at).toBeUndefined()
    }
  })

  it('is found again from its place in the text', () => {
    const reading = readCase(flagship)
    for (const at of entries) {
      const span = reading.spanOf(at)
      expect(pointerAt(flagship, span).startsWith(at), `${at}: ${pointerAt(flagship, span)}`).toBe(
        true
      )
    }
  })
})

describe('removing what other entries name', () => {
  const tried = async (after: readonly SourceFile[]): Promise<readonly Trouble[]> =>
    troublesBetween(readCase(files), readCase(after))

  it.each(['parties/lowland', 'issues/dam', 'issues/dam/options/none', 'sources/talks'])(
    '%s takes with it what cannot stay, and leaves no name that leads nowhere',
    async (at) => {
      const { also } = await removalOf(files, at, tried)
      expect(also.length).toBeGreaterThan(0)
      const after = readCase(setAll(files, removed(at, also)))
      const names = after.diagnostics.filter(({ code }) => /^RF/.test(code))
      expect(names.map(({ message }) => message)).toEqual([])
    }
  )

  it('takes nothing with it where nothing names it', async () => {
    expect(await removalOf(files, 'proposals/halves', tried)).toEqual({ also: [], missed: [] })
  })

  it('leaves no half sentence: a redline goes whole, a term alone', () => {
    expect(partOf('stances/up/redlines/2/never/dam')).toBe('stances/up/redlines/2')
    expect(partOf('stances/up/interests/dam/values/none')).toBe(
      'stances/up/interests/dam/values/none'
    )
    expect(partOf('proposals/halves/terms/dam')).toBe('proposals/halves/terms/dam')
  })
})

describe('figures from an order', () => {
  // Barron and Barrett 1996, table 1: rank-order centroid weights.
  it('are the published centroids', () => {
    expect(weightsByRank(2).map(({ mode }) => mode)).toEqual([75, 25])
    expect(weightsByRank(3).map(({ mode }) => mode)).toEqual([61, 28, 11])
    expect(weightsByRank(4).map(({ mode }) => mode)).toEqual([52, 27, 15, 6])
  })

  it('never turn the order round, whatever is drawn', () => {
    for (let count = 1; count < 9; count++)
      for (const ranges of [weightsByRank(count), worthsByRank(count)])
        for (const [index, { low }] of ranges.entries())
          expect(low).toBeGreaterThanOrEqual(ranges[index + 1]?.high ?? 0)
  })

  it('hold the weights that gave the answers', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.double({ min: 0, max: 1, noNaN: true }),
            fc.double({ min: 0, max: 1, noNaN: true })
          )
        ),
        (pairs) => {
          const ratios = pairs.map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
          let weight = 100
          const ranges = weightsByRatios(ratios)
          for (const [index, { low, high }] of ratios.entries()) {
            weight *= (low + high) / 2
            const range = ranges[index + 1]
            expect(weight).toBeGreaterThanOrEqual((range?.low ?? 0) - 0.5)
            expect(weight).toBeLessThanOrEqual((range?.high ?? 0) + 0.5)
          }
        }
      )
    )
  })
})

describe('dates', () => {
  it('written otherwise are read where they are clear', () => {
    expect(suggestedDate('3 Nov 2024')).toBe('2024-11-03')
    expect(suggestedDate('November 3, 2024')).toBe('2024-11-03')
    expect(suggestedDate('3.11.2024')).toBe('2024-11-03')
    expect(suggestedDate('March 2024')).toBe('2024-03')
    expect(suggestedDate('last summer')).toBeUndefined()
  })

  it('are taken exactly where the reader takes them', () => {
    for (const text of [
      '2024',
      '2024-02',
      '2024-02-29',
      '2023-02-29',
      '2024-13',
      '2024-1',
      '3 Nov 2024',
      ''
    ]) {
      const told = setAt(files, 'as-of', text)
      const wrong = readCase(told).diagnostics.some(
        ({ severity, code }) => severity === 'error' && /^(SC|TM|DT)/.test(code)
      )
      expect([text, readsDate(text, false)]).toEqual([text, !wrong])
    }
  })
})

describe('links', () => {
  const read = (url: string): readonly string[] =>
    readCase(setAt(files, 'sources/talks/url', url))
      .diagnostics.filter(({ severity }) => severity === 'error')
      .map(({ message }) => message)

  it('lead to the web or the post', () => {
    for (const url of ['https://example.org/a?b=1#c', 'http://x', 'mailto:a@b.org', 'HTTPS://X'])
      expect(read(url)).toEqual([])
  })

  it('that a page would run, or that lead to files, are refused', () => {
    for (const url of [
      'javascript:alert(1)',
      'JavaScript:x',
      'data:text/html,x',
      'file:///etc',
      'x',
      'https://a b'
    ])
      expect(read(url), url).toHaveLength(1)
  })
})
