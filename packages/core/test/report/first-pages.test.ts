import { globSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { askReport } from '../../src/ask/report.ts'
import { readCase } from '../../src/case/read.ts'
import type { Case } from '../../src/model/case.ts'
import { textIn } from '../../src/model/package.ts'
import type { Block } from '../../src/report/blocks.ts'
import { renderPlain } from '../../src/report/plain.ts'
import { textsIn } from '../folder.ts'

const cases = join(import.meta.dirname, '../../../../cases')
const FOLDERS = globSync('**/case.yaml', { cwd: cases })
  .map((path) => dirname(path))
  .sort()

/** Every text that stands on a page. */
const textsOf = (blocks: readonly Block[]): readonly string[] => blocks.flatMap(textsOfBlock)

function textsOfBlock(block: Block): readonly string[] {
  if (block.kind === 'list') return block.items
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()]
  if (block.kind === 'facts') return block.rows.flat()
  return block.kind === 'figure' ? [block.title, block.text] : [block.text]
}

/** What authors wrote for readers: whatever it holds is theirs to say. */
function written(value: unknown, key = ''): readonly string[] {
  if (typeof value === 'string') return TEXTS.has(key) ? [value] : []
  if (value instanceof Map) return [...value.values()].flatMap((one) => written(one, key))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, one]) =>
    written(one, Array.isArray(value) || name === 'en' ? key : name)
  )
}
const TEXTS = new Set(['title', 'name', 'view', 'says', 'author', 'unit', 'date'])

/** The ids of a case, by their own list. */
const idsOf = (source: Case): readonly string[] => [
  ...source.parties.keys(),
  ...source.sources.keys(),
  ...source.polls.keys(),
  ...source.issues.flatMap(({ id, options }) => [id, ...options.map((option) => option.id)]),
  ...source.scenarios.map(({ id }) => id),
  ...source.proposals.map(({ id }) => id),
  ...[...source.stances.values()].flatMap(({ redlines, ratification }) =>
    [...redlines, ...ratification].map(({ id }) => id)
  ),
  ...(source.graph?.states ?? []).map(({ id }) => id),
  ...(source.graph?.moves ?? []).flatMap(({ id, party }) => [id, `${party}.${id}`])
]

const JARGON =
  /\b(Nash|GMR|SMR|S?SEQ|SIM|equilibri\w+|draws?|joint|Pareto|frontier|seed|standard error|Sobol)\b/i

/** What a first page may not hold: ids in brackets or backticks, ids no reader takes for a word. */
function stray(text: string, ids: readonly string[], own: readonly string[]): readonly string[] {
  const left = own.reduce((rest, one) => (one.length < 2 ? rest : rest.replaceAll(one, ' ')), text)
  const marked = ids.filter((id) =>
    [`(${id})`, `[${id}]`, `\`${id}\``, `${id}:`, `"${id}"`].some((mark) => left.includes(mark))
  )
  const bare = ids.filter((id) => /[-._]/.test(id) && left.includes(id))
  const other = [
    /\.yaml|stances\//,
    /\b0\.\d/,
    /\b[YN-]*[YN][YN-]*[YN][YN-]*\b(?<=[YN-]{3,})/,
    JARGON,
    /NaN|undefined|\{\w+\}/
  ].flatMap((pattern) => pattern.exec(left)?.[0] ?? [])
  return [...marked, ...bare, ...other]
}

describe('the law itself', () => {
  it('sees ids, places, letters, decimals and terms of art, and no word of the case', () => {
    const found = (text: string): readonly string[] =>
      stray(text, ['framework', 'full-withdrawal'], ['The framework (framework)'])
    expect(found('The plan (framework)')).toEqual(['framework'])
    expect(found('over full-withdrawal')).toEqual(['full-withdrawal'])
    expect(found('see stances/x.yaml:9')).toHaveLength(1)
    expect(found('it leads to YYNNY')).toEqual(['YYNNY'])
    expect(found('a chance of 0.06')).toHaveLength(1)
    expect(found('holds under Nash')).toEqual(['Nash'])
    expect(found('The framework (framework) is unlikely, 6%: a framework')).toEqual([])
  })
  it('has cases to be held against', () => expect(FOLDERS.length).toBeGreaterThan(50))
})

const short = async (folder: string, proposals?: readonly string[]) => {
  const reading = readCase(textsIn(folder))
  const answer = await askReport(
    { ...reading, hash: 'sha256:0' },
    { draws: 200, seed: 1, short: true, ...(proposals ? { proposals } : {}) }
  )
  if (answer.refused) throw new Error(`${folder} is refused`)
  return { source: answer.source, blocks: answer.document(), check: answer.result.check }
}

describe.each(FOLDERS)('the first pages of %s', (folder) => {
  it('hold no id, no place and no term of art', async () => {
    const { source, blocks } = await short(folder)
    const own = [...new Set(written(source))].sort((a, b) => b.length - a.length)
    const found = textsOf(blocks).flatMap((text) =>
      stray(text, idsOf(source), own).map((one) => `${one} in: ${text}`)
    )
    expect(found).toEqual([])
    // `yes` never stands without the chance that it is signed
    const text = renderPlain(blocks, { width: 10_000 })
    if (/If it were, (yes|in part)/.test(text)) expect(text).toContain('the chance of that is')
  })
})

describe('the first pages', () => {
  it('speak of the one asked for, else of the nearest, and name each other in a line', async () => {
    const [all, one] = [
      await short('panama-canal/1977'),
      await short('panama-canal/1977', ['all-us'])
    ]
    const { proposals } = all.check
    const best = Math.max(...proposals.map(({ joint }) => joint.p))
    const lead = proposals.find(({ joint }) => joint.p === best)
    const text = renderPlain(all.blocks, { width: 10_000 })
    expect(text.split('\n')).toContainEqual(
      expect.stringContaining(`“${lead && textIn(lead.proposal.title)}”.`)
    )
    const rest = proposals.filter((other) => other !== lead)
    for (const { proposal } of rest)
      expect(
        text.split('\n').filter((line) => line.includes(`“${textIn(proposal.title)}”:`))
      ).toHaveLength(1)
    expect(renderPlain(one.blocks)).not.toContain('Also on the table')
  })

  it('are the same with the annex behind them', async () => {
    const reading = { ...readCase(textsIn('panama-canal/1977')), hash: 'sha256:0' }
    const [brief, whole] = [
      await askReport(reading, { draws: 200, seed: 1, short: true }),
      await askReport(reading, { draws: 200, seed: 1 })
    ]
    if (brief.refused || whole.refused) throw new Error('refused')
    const pages = brief.document()
    expect(whole.document().slice(0, pages.length)).toEqual(pages)
    expect(whole.document()[pages.length]).toMatchObject({ kind: 'heading', level: 1 })
  })
})
