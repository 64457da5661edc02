import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { askReport } from '../../src/ask/report.ts'
import { readCase } from '../../src/case/read.ts'
import { diffCases } from '../../src/check/diff.ts'
import { sorted } from '../../src/diagnostic/diagnostic.ts'
import { keptOrders } from '../../src/plan/index.ts'
import type { Block } from '../../src/report/blocks.ts'
import { briefing } from '../../src/report/briefing/briefing.ts'
import type { Material } from '../../src/report/briefing/material.ts'
import { checkReport } from '../../src/report/check/check-report.ts'
import { checkJson, findingsJson } from '../../src/report/check-json.ts'
import { diffReport } from '../../src/report/diff-report.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderPlain } from '../../src/report/plain.ts'
import type { Rich } from '../../src/report/words/index.ts'
import { textsIn } from '../folder.ts'
import { ownIn, sentences, statingIn, taken, walk } from './figures-taken.ts'
import { idsOf, stray, textsOf, written } from './stray.ts'

// What must hold of the reports on every case there is. A case is judged once for all of it.

const cases = join(import.meta.dirname, '../../../../cases')
const FOLDERS = globSync('**/case.yaml', { cwd: cases })
  .map((path) => dirname(path))
  .sort()

it('there are cases to be held against', () => expect(FOLDERS.length).toBeGreaterThan(50))

const HASH = 'sha256:0'

describe.each(FOLDERS)('the reports on %s', (folder) => {
  const given = { ...readCase(textsIn(folder)), hash: HASH }
  const stating = statingIn(folder)
  let material: Material
  let first: readonly Block[]
  let whole: readonly Block[]
  beforeAll(async () => {
    const answer = await askReport(given, { draws: 200, seed: 1, short: true })
    if (answer.refused) throw new Error(`${folder} is refused`)
    material = answer.result
    first = answer.document()
    whole = briefing(material)
  })
  const unmarked = (blocks: readonly Block<Rich>[]): readonly string[] =>
    sentences(blocks).flatMap((text) => taken(text, [...material.source.sources.keys()], stating))

  it('hold no id, no place and no term of art on the first pages', () => {
    const { source } = material
    const own = [...new Set(written(source))].sort((a, b) => b.length - a.length)
    const found = textsOf(first).flatMap((text) =>
      stray(text, idsOf(source), own).map((one) => `${one} in: ${text}`)
    )
    expect(found).toEqual([])
    // `yes` never stands without the chance that it is signed
    const text = renderPlain(first, { width: 10_000 })
    if (/If it were, (yes|in part)/.test(text)) expect(text).toContain('the chance of that is')
  })

  it('give nobody another’s figure in check, its summary, and beside another case', () => {
    const { source, check: result } = material
    for (const summary of [true, false])
      expect(unmarked(checkReport(source, result, { summary }))).toEqual([])
    const other = { source, result }
    expect(unmarked(diffReport(diffCases(other, other)))).toEqual([])
  })

  it('give nobody another’s figure in the briefing', () => {
    expect(unmarked(whole)).toEqual([])
    // the texts of documents are these sentences, so the oldest form is nowhere in them
    const plain = renderPlain(whole, { width: 1e6 })
    const markdown = renderMarkdown(whole)
    for (const id of material.source.sources.keys()) {
      if (stating.includes(id)) continue
      expect(plain).not.toMatch(new RegExp(`firmness [\\d.]+( \\([^)]*\\))? [([]${id}[)\\]]`))
      expect(markdown).not.toMatch(new RegExp(`firmness [\\d.]+ [([]${id}[)\\]]`))
    }
  })

  it('say in JSON whose a figure is that has a source', () => {
    const { source, check } = material
    const orders = keptOrders(source)
    const document = checkJson(source, orders.size > 0 ? { ...check, orders } : check, {
      hash: HASH,
      findings: findingsJson(sorted([...given.diagnostics, ...check.findings]), given.files)
    })
    const lacking: string[] = []
    walk(JSON.parse(JSON.stringify(document)), '', lacking)
    expect(lacking).toEqual([])
  })

  it('list every figure of the case’s own among the assumptions, and none of a source', () => {
    const from = whole.findIndex((one) => one.kind === 'heading' && one.text === 'Assumptions')
    const until = whole.findIndex((one) => one.kind === 'heading' && one.text === 'Method')
    const rows = whole
      .slice(from, until)
      .flatMap((one) => (one.kind === 'table' ? one.rows.map((row) => [...row]) : []))
    const listed = rows
      .filter(([what]) => !what?.startsWith('errors of the poll'))
      .reduce((n, [, figures = '']) => n + figures.split('; ').length, 0)
    expect(listed).toBe(ownIn(material.source))
    const ids = [...material.source.sources.keys()]
    for (const [, , claim = ''] of rows)
      for (const id of claim.matchAll(/\[([^\]]+)\]/g)) expect(ids).toContain(id[1])
  })
})
