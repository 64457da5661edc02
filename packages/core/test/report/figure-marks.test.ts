import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askCheck } from '../../src/ask/check.ts'
import { readCase } from '../../src/case/read.ts'
import { diffCases } from '../../src/check/diff.ts'
import type { Case } from '../../src/model/case.ts'
import { whoseFigure } from '../../src/model/whose.ts'
import type { Block } from '../../src/report/blocks.ts'
import { briefing } from '../../src/report/briefing/briefing.ts'
import { checkReport } from '../../src/report/check/check-report.ts'
import { diffReport } from '../../src/report/diff-report.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { placesIn } from '../../src/report/study/input-words.ts'
import type { Rich } from '../../src/report/words/index.ts'
import { figureMark, lettersOf, withMarkSquare, words } from '../../src/report/words/index.ts'
import { textsIn } from '../folder.ts'

const FEW = { draws: 200, seed: 1 }
const cases = join(import.meta.dirname, '../../../../cases')
const FOLDERS = globSync('**/case.yaml', { cwd: cases })
  .map((path) => dirname(path))
  .sort()
const reading = (folder: string) => readCase(textsIn(folder))

function sound(folder: string): Case {
  const { case: source } = reading(folder)
  if (!source) throw new Error(`${folder} does not read`)
  return source
}

/** The texts that a report says in sentences; tables say whose a figure is in their heads. */
const sentences = (blocks: readonly Block<Rich>[]): readonly string[] =>
  blocks.flatMap((block) => {
    if (block.kind === 'paragraph') return [lettersOf(block.text)]
    if (block.kind === 'list') return block.items.map(lettersOf)
    return block.kind === 'facts' ? block.rows.map(([, text]) => lettersOf(text)) : []
  })

const MARK = /\((?:case's figure|figure: [^;()]+|computed)(?:; (?:claim|polls): [^()]+)?\)/g

/**
 * Where a figure is followed, in the same clause, by brackets that hold nothing but sources: read as
 * theirs. `stating`: sources that may stand so, because the case says that they state figures.
 */
function taken(
  text: string,
  ids: readonly string[],
  stating: readonly string[]
): readonly string[] {
  return text
    .replaceAll(MARK, '')
    .split(/[;:.]\s|\n/)
    .flatMap((clause) => [
      ...clause.matchAll(/\d[^()[\]]*((?:\([^()]*\)\s*)*)[([]+([^()[\]]+)[)\]]/g)
    ])
    .filter(([, , held = '']) => {
      const named = held.split(/, /)
      return named.every((one) => ids.includes(one)) && !named.every((one) => stating.includes(one))
    })
    .map(([all]) => all)
}

/** The sources that the YAML gives figures to, read without the reader. */
const statingIn = (folder: string): readonly string[] =>
  textsIn(folder).flatMap(({ text }) =>
    [...text.matchAll(/numbers: ([\w-]+)/g)].flatMap(([, id = '']) =>
      id === 'authors' ? [] : [id]
    )
  )

describe('the test itself', () => {
  it('sees a figure that stands as a source’s, and no other', () => {
    const found = (text: string): number => taken(text, ['brief', 'poll'], ['book']).length
    expect(found('redline a.b, firmness 0.92 (brief)')).toBe(1)
    expect(found('firmness 0.95 (0.9 to 1) [brief]')).toBe(1)
    expect(found('refuses with chance 0.87 (brief, poll)')).toBe(1)
    expect(found('weight 22 [book]')).toBe(0)
    expect(found("firmness 0.92 (case's figure; claim: brief)")).toBe(0)
    expect(found('It has the chance 0.06. From [brief], 2024-11.')).toBe(0)
  })
  it('has cases to be held against', () => expect(FOLDERS.length).toBeGreaterThan(5))
})

describe.each(FOLDERS)('no figure stands as another’s in %s', (folder) => {
  const given = { ...reading(folder), hash: 'sha256:0' }
  const answer = askCheck(given, FEW)
  if (answer.refused) throw new Error(`${folder} is refused`)
  const { source, result } = answer
  const ids = [...source.sources.keys()]
  const blocks = briefing({ source, hash: given.hash, place: placesIn(given), check: result })
  const unmarked = (blocks: readonly Block<Rich>[]): readonly string[] =>
    sentences(blocks).flatMap((text) => taken(text, ids, statingIn(folder)))

  it('in the report, its summary, and beside another case', () => {
    for (const summary of [true, false])
      expect(unmarked(checkReport(source, result, { summary }))).toEqual([])
    const other = { source, result }
    expect(unmarked(diffReport(diffCases(other, other)))).toEqual([])
  })

  it('in the briefing', () => {
    expect(unmarked(blocks)).toEqual([])
    // the texts of documents are these sentences, so the oldest form is nowhere in them
    const plain = renderPlain(blocks, { width: 1e6 })
    const markdown = renderMarkdown(blocks)
    for (const id of ids.filter((one) => !statingIn(folder).includes(one))) {
      expect(plain).not.toMatch(new RegExp(`firmness [\\d.]+( \\([^)]*\\))? [([]${id}[)\\]]`))
      expect(markdown).not.toMatch(new RegExp(`firmness [\\d.]+ [([]${id}[)\\]]`))
    }
  })

  it('in JSON: what has a source and a figure says whose the figure is', () => {
    const lacking: string[] = []
    walk(JSON.parse(JSON.stringify(answer.document())), '', lacking)
    expect(lacking).toEqual([])
  })

  it('lists every figure of its own among the assumptions, and none that a source states', () => {
    const from = blocks.findIndex((one) => one.kind === 'heading' && one.text === 'Assumptions')
    const until = blocks.findIndex((one) => one.kind === 'heading' && one.text === 'Method')
    const rows = blocks
      .slice(from, until)
      .flatMap((one) => (one.kind === 'table' ? one.rows.map((row) => [...row]) : []))
    const listed = rows
      .filter(([what]) => !what?.startsWith('errors of the poll'))
      .reduce((n, [, figures = '']) => n + figures.split('; ').length, 0)
    expect(listed).toBe(ownIn(source))
    for (const [, , claim = ''] of rows)
      for (const id of claim.matchAll(/\[([^\]]+)\]/g)) expect(ids).toContain(id[1])
  })
})

/** Adds the pointer of everything that has a source and a figure and does not say whose it is. */
function walk(value: unknown, at: string, lacking: string[]): void {
  if (typeof value !== 'object' || value === null) return
  if (!Array.isArray(value)) {
    const { source, sources, whose, message } = value as Record<string, unknown>
    const cites =
      (typeof source === 'string' && source !== '') ||
      (Array.isArray(sources) && sources.length > 0)
    const hasFigure = Object.entries(value).some(
      ([key, one]) =>
        typeof one === 'number' && !['line', 'column', 'endLine', 'endColumn'].includes(key)
    )
    const nested = 'firmness' in value
    if (cites && (hasFigure || nested) && whose === undefined && !/\/whose$/.test(at))
      lacking.push(at)
    if (cites && typeof message === 'string')
      // a cut of the method is nobody's figure
      for (const [figure] of message.matchAll(/(?:firmness|at) (\d\.\d+)(?!\d| \()/g))
        if (figure !== 'firmness 0.9') lacking.push(`${at}: ${message}`)
  }
  for (const [key, one] of Object.entries(value)) walk(one, `${at}/${key}`, lacking)
}

/** How many judgements of a case no source states, counted over the case as it is in memory. */
function ownIn(source: Case): number {
  const seen = new Set<string>()
  const own = new Set<string>()
  const into = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return
    if ('range' in value && 'key' in value && 'at' in value) {
      const { at, numbers = 'authors' } = value as unknown as { at: string; numbers?: string }
      seen.add(at)
      if (numbers === 'authors' || source.sources.get(numbers)?.kind === 'assumption') own.add(at)
      return
    }
    for (const one of value instanceof Map ? value.values() : Object.values(value)) into(one)
  }
  into(source)
  expect(own.size).toBeLessThanOrEqual(seen.size)
  return own.size
}

describe('a mark', () => {
  const own = words()
  it('gives a figure to a source only where the case says so', () => {
    const source = sound('panama-canal/1977')
    const us = source.stances.get('us')
    expect(us?.interests.map(({ weight }) => whoseFigure(source, weight))).toEqual(
      us?.interests.map(() => ({ by: 'source', source: 'raiffa-1982' }))
    )
    expect(whoseFigure(source, us?.noDeal ?? {})).toEqual({ by: 'case' })
    expect(whoseFigure(source, { source: 'raiffa-1982' })).toEqual({ by: 'case' })
    expect(whoseFigure(source, { source: 'raiffa-1982', numbers: 'assumed' })).toEqual({
      by: 'case'
    })
  })
  it('names the figure’s source and the claim’s, once where they are one', () => {
    const whose = { by: 'source', source: 'a' } as const
    expect(figureMark(own, { whose, sources: ['a'] })).toBe('a')
    expect(figureMark(own, { whose, sources: ['b', 'c'] })).toBe('figure: a; claim: b, c')
    expect(figureMark(own, { whose: { by: 'case' }, sources: [] })).toBe("case's figure")
    expect(withMarkSquare(own, 'weight 22', { whose, sources: ['a'] })).toBe('weight 22 [a]')
    expect(withMarkSquare(own, 'weight 22', { whose, sources: ['b'] })).toBe(
      'weight 22 (figure: [a]; claim: [b])'
    )
    expect(
      withMarkSquare(own, 'chance 0.87', {
        whose: { by: 'computed' },
        sources: ['p', 'q'],
        over: 'ratification'
      })
    ).toBe('chance 0.87 (computed; polls: [p], [q])')
  })
  it('is in the case’s own published output', () => {
    const text = readFileSync(join(cases, 'ukraine/2024-maitra/expected/check.txt'), 'utf8')
    expect(text.replaceAll(/\s+/g, ' ')).toContain("(case's figure; claim: maitra-2024)")
  })
})
