import { describe, expect, it } from 'vitest'
import type { ReportSettings } from '../../src/ask/report.ts'
import { askReport } from '../../src/ask/report.ts'
import { readCase } from '../../src/case/read.ts'
import type { Block } from '../../src/report/blocks.ts'
import { renderHtml, stretches, xml } from '../../src/report/briefing/index.ts'
import { scaleOver } from '../../src/report/briefing/svg.ts'
import { renderMarkdown } from '../../src/report/markdown.ts'
import { renderPlain } from '../../src/report/plain.ts'

const SPELL = '<script>alert(1)</script> [a](javascript:b) *c* \u0007'

const CASE = `
truce: 1
title: "Two hills ${SPELL.replace('\u0007', '\\a')}"
view: as one historian sees it
as-of: 1962-10-28
required: [north, south]
sources:
  paper: {title: A paper, author: A. Writer, kind: analysis, date: 2001, url: "https://example.org/a?b=1&c=2"}
  guess: {title: Judgements of the authors, kind: assumption}
parties:
  north: {name: North, kind: state, role: third}
  south: {name: South, kind: state, role: third}
issues:
  hill: {title: The hill, options: {held: Held by the North, shared: Shared, left: Left to the South}}
  road: {title: The road, options: {open: Open, shut: Shut}}
stances:
  north:
    redlines: [{id: hill, never: {hill: left}, says: We keep the hill, firmness: [0.9, 0.95, 1], source: paper}]
    interests:
      hill: {weight: 60, values: {held: 100, shared: [40, 60], left: 0}, source: paper}
      road: {weight: 40, values: {open: 100, shut: 0}, source: guess}
    no-deal: {base: [20, 40], source: guess}
  south:
    interests:
      hill: {weight: 70, values: {held: 0, shared: [30, 70], left: 100}, source: paper}
      road: {weight: 30, values: {open: 100, shut: 0}, source: paper}
    no-deal: {base: 30, source: paper}
proposals:
  gift: {title: The gift, by: paper, date: 1962, terms: {hill: left, road: shut}}
  half: {title: Half each, by: guess, date: 1962, terms: {hill: shared, road: shut}}
`

async function asked(text: string, settings: ReportSettings): Promise<readonly Block[]> {
  const answer = await askReport(
    { ...readCase([{ name: 'case.yaml', text }]), hash: 'sha256:0' },
    settings
  )
  if (answer.refused) throw new Error(answer.findings.map(({ message }) => message).join('; '))
  return answer.document()
}

const made = (text = CASE, proposals?: readonly string[]): Promise<readonly Block[]> =>
  asked(text, { draws: 1000, seed: 1, ...(proposals ? { proposals } : {}) })

const headings = (blocks: readonly Block[], level: number): readonly string[] =>
  blocks.flatMap((block) => (block.kind === 'heading' && block.level === level ? [block.text] : []))

const PAGES = [
  'What is proposed?',
  'Who would sign?',
  'What stands in the way?',
  'What would help?',
  'How sure is this?',
  'Would it hold?',
  'How to read this'
]

describe('the briefing', () => {
  it('tells in order what a reader asks', async () => {
    const blocks = await made()
    expect(headings(blocks, 2)).toEqual([
      ...PAGES,
      'All proposals side by side',
      'The gift',
      'Half each',
      'The deal space',
      'Gains',
      'If every judgement may lie anywhere in its range',
      'Assumptions',
      'Method',
      'Sources'
    ])
    const text = renderPlain(blocks, { width: 1000 })
    expect(text).toContain(
      "North walks: the proposal crosses its redline \u201cWe keep the hill\u201d, firmness 0.95 (case's figure; claim: [paper])"
    )
    expect(text).toContain('As of 1962-10-28.')
    expect(text).toContain(
      '[paper] A. Writer: A paper. 2001 (analysis) https://example.org/a?b=1&c=2'
    )
  })

  it('says who pays for a repair and what is better for all', async () => {
    const text = renderPlain(await made(), { width: 1000 })
    expect(text).toMatch(
      /The hill: Shared: then unlikely, 0\.\d\d\. South \(-35\) pays; North \(\+30\) gains\./
    )
    expect(text).toMatch(
      /better for all than the proposal\. Against the proposal, in points: North \+40\.0 and South \+30\.0/
    )
  })

  it('lists the figures of its own by party, with the claim and the place of each', async () => {
    const blocks = await made()
    const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === 'Assumptions')
    const parts = blocks.slice(at + 2, at + 6)
    const tables = parts.flatMap((block) => (block.kind === 'table' ? [block.rows] : []))
    const line = (text: string): string =>
      `case.yaml:${CASE.split('\n').findIndex((one) => one.includes(text)) + 1}`
    expect(headings(parts, 3)).toEqual(['North', 'South'])
    expect(tables[0]).toEqual([
      [
        'redline \u201cWe keep the hill\u201d',
        'firmness 0.9..0.95..1',
        '[paper]',
        line('redlines: [{')
      ],
      [
        'The hill',
        'weight 60; held 100; shared 40..60; left 0',
        '[paper]',
        line('hill: {weight: 60')
      ],
      ['The road', 'weight 40; open 100; shut 0', '[guess]', line('road: {weight: 40')],
      ['what no deal is worth', '20..40', '[guess]', line('no-deal: {base: [20, 40]')]
    ])
    expect(tables[1]?.map(([what, , claim]) => [what, claim])).toEqual([
      ['The hill', '[paper]'],
      ['The road', '[paper]'],
      ['what no deal is worth', '[paper]']
    ])
  })

  it('keeps to the proposals asked for, and gives each the verdict it has among all', async () => {
    const [all, one] = [await made(), await made(CASE, ['half'])]
    expect(headings(one, 2)).not.toContain('The gift')
    const verdict = (blocks: readonly Block[]): string | undefined =>
      blocks
        .flatMap((block) => (block.kind === 'table' ? block.rows : []))
        .find(([name]) => name === 'Half each')
        ?.slice(2, 4)
        .join(' ')
    expect(verdict(one)).toMatch(/^\d+ % 0\.\d\d$/)
    expect(verdict(one)).toBe(verdict(all))
  })

  it('does without proposals, gains and graph', async () => {
    const bare = `${CASE.slice(0, CASE.indexOf('stances:'))}stances: {}\nproposals: {}\n`
    const blocks = await made(bare)
    expect(headings(blocks, 2)).toEqual([
      'What is proposed?',
      'How to read this',
      'All proposals side by side',
      'The deal space',
      'Assumptions',
      'Method',
      'Sources'
    ])
    expect(renderPlain(blocks)).toContain('There is no proposal to judge.')
  })

  it('is the same twice, and another with another seed', async () => {
    const [once, again] = [await made(), await made()]
    expect(again).toEqual(once)
    expect(await asked(CASE, { draws: 1000, seed: 2 })).not.toEqual(once)
  })
})

describe('its pictures', () => {
  it('stand alone, with words for who cannot see them, at the places of the gains', async () => {
    const figures = (await made()).flatMap((block) => (block.kind === 'figure' ? [block] : []))
    expect(figures.map(({ id }) => id)).toEqual([
      'readings-gift',
      'readings-half',
      'deal-space',
      'gains'
    ])
    for (const { svg, text } of figures) {
      expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 640 \d+/)
      expect(svg).toContain(`aria-label="${xml(text)}"`)
      expect(svg).not.toMatch(/NaN|Infinity|undefined|href|<script| style=/)
    }
    const [read, , space] = figures
    expect(read?.svg).toContain('how sharply a loss decides')
    expect(space?.svg).toContain('no deal')
    expect(space?.svg).toContain('outside the redlines or rules')
  })

  it('have axes on round numbers that hold every value and no deal', () => {
    const { low, high, ticks, at } = scaleOver([-7, 43], [0, 100])
    expect([low, high, ticks]).toEqual([-10, 50, [-10, 0, 10, 20, 30, 40, 50]])
    expect([at(-10), at(50)]).toEqual([0, 100])
    expect(scaleOver([], [0, 1]).ticks).toContain(0)
    expect(scaleOver([3, 9], [0, 1]).low).toBe(0)
    expect(scaleOver([-9, -3], [0, 1]).ticks).toContain(0)
  })
})

describe('as a page', () => {
  it('lets no text of a case act, and loads nothing', async () => {
    const page = renderHtml(await made())
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toMatch(/<script|href="javascript|<link|<img|src=|@import|url\(/)
    expect(page).not.toContain('\u0007')
    expect(page).toContain(
      `content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"`
    )
    expect(page).toContain(
      '<a href="https://example.org/a?b=1&amp;c=2">https://example.org/a?b=1&amp;c=2</a>'
    )
    expect(page.match(/<svg /g)).toHaveLength(4)
  })

  it('takes addresses out of a text, without the marks around them', () => {
    expect(stretches('see https://a.org/b. (http://c.org) javascript:d')).toEqual([
      { text: 'see ' },
      { text: 'https://a.org/b', href: 'https://a.org/b' },
      { text: '. (' },
      { text: 'http://c.org', href: 'http://c.org' },
      { text: ') javascript:d' }
    ])
  })
})

describe('as Markdown', () => {
  it('holds its pictures, or says where they lie', async () => {
    const blocks = await made()
    const alone = renderMarkdown(blocks)
    const [, data = ''] = /\]\(data:image\/svg\+xml,([^)]*)\)/.exec(alone) ?? []
    const [first] = blocks.flatMap((block) => (block.kind === 'figure' ? [block.svg] : []))
    expect(decodeURIComponent(data)).toBe(first)
    expect(renderMarkdown(blocks, ({ id }) => `x-${id}.svg`)).toContain('](x-deal-space.svg)')
  })
})
