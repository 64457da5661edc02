import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../src/report/blocks.ts'
import { cells, wrap } from '../../src/report/cells.ts'
import { renderPlain } from '../../src/report/plain.ts'
import type { Rich } from '../../src/report/words/index.ts'
import { lettersOf } from '../../src/report/words/index.ts'

describe('cells of a terminal', () => {
  it('are counted as they are drawn', () => {
    const widths = {
      Russia: 6,
      대한민국: 8,
      中国: 4,
      'e\u0301te\u0301': 3,
      'Cote\u0302 d’Ivoire': 13,
      السعودية: 8,
      سُورِيَا: 5,
      '🕊️': 2,
      '👩‍👩‍👧': 2,
      '± … –': 5
    }
    for (const [text, width] of Object.entries(widths)) expect(cells(text), text).toBe(width)
  })

  it('are what lines are broken by', () => {
    expect(wrap('aa bb cc', 5)).toEqual(['aa bb', 'cc'])
    expect([wrap('  nato', 9), wrap('a  b ', 9)]).toEqual([['nato'], ['a  b ']])
    expect(wrap('한국 정부 입장', 9)).toEqual(['한국 정부', '입장'])
    expect(wrap('ééé ééé', 3)).toEqual(['ééé', 'ééé'])
    expect(wrap('停战以后的边界，由谁来定', 8)).toEqual(['停战以后', '的边', '界，由谁', '来定'])
    expect(wrap('停战 now', 8)).toEqual(['停战 now'])
  })
})

/** Lines of plain ASCII by the number of letters, words joined one by one. */
function byLetters(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return [...lines, line]
}

it('plain ASCII is broken by its letters, spaces at the beginning and between words as they were', () => {
  const text = fc.array(fc.constantFrom(' ', ' ', 'a', 'b,', '-c')).map((all) => all.join(''))
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 12 }), (given, width) => {
      expect(wrap(given, width)).toEqual(byLetters(given, width))
      const marked = [given.slice(0, 3), { verdict: 'likely', text: given.slice(3) }] as const
      expect(wrap(marked, width).map(lettersOf)).toEqual(byLetters(given, width))
    })
  )
})

describe('a table', () => {
  const names = [
    'Korea',
    '대한민국',
    '中华人民共和国',
    'Cote\u0302 d’Ivoire',
    'السعودية',
    'Peace 🕊️'
  ]
  const table: Block = {
    kind: 'table',
    head: ['party', 'accepts', 'words'],
    rows: names.map((name) => [name, '0.50', 'ends here'])
  }

  it('keeps its columns whatever the script', () => {
    const [head = '', rule = '', ...rows] = renderPlain([table]).trimEnd().split('\n')
    const second = cells(head.slice(0, head.indexOf('words')))
    expect(rule).toBe(`  ${'-'.repeat(14)}  ${'-'.repeat(7)}  ${'-'.repeat(9)}`)
    expect(rows).toHaveLength(names.length)
    for (const row of rows) expect(cells(row.slice(0, row.indexOf('ends'))), row).toBe(second)
  })

  it('too wide for the page breaks Chinese between its letters', () => {
    const wide: Block = {
      kind: 'table',
      head: ['', 'n'],
      rows: [['关于停火之后如何撤军的建议', '1']]
    }
    const lines = renderPlain([wide], { width: 20 }).trimEnd().split('\n')
    for (const line of lines) expect(cells(line)).toBeLessThanOrEqual(20)
    expect(lines.length).toBeGreaterThan(3)
  })
})

describe('colours', () => {
  const verdict = { verdict: 'dead-on-arrival', text: 'DEAD ON ARRIVAL' } as const
  const blocks: readonly Block<Rich>[] = [
    { kind: 'heading', level: 2, text: ['gift: ', verdict] },
    { kind: 'paragraph', text: 'The minister said: DEAD ON ARRIVAL, most LIKELY.' },
    { kind: 'facts', rows: [['why', ['a\nb: ', verdict, ', 0.10']]] },
    { kind: 'table', head: ['', 'LIKELY'], rows: [['x', [verdict]]] }
  ]

  it('are those of verdicts, never of what a case says', () => {
    const RED = '\u001b[31;1mDEAD ON ARRIVAL\u001b[0m'
    expect(renderPlain(blocks, { colour: true }).trimStart().split('\n')).toEqual([
      `gift: ${RED}`,
      '-'.repeat(21),
      'The minister said: DEAD ON ARRIVAL, most LIKELY.',
      '  why  a',
      `       b: ${RED}, 0.10`,
      '     LIKELY',
      '  -  ---------------',
      `  x  ${RED}`,
      ''
    ])
  })

  it('change nothing else', () => {
    for (const width of [20, 40, 80]) {
      const coloured = renderPlain(blocks, { width, colour: true })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: escapes are what is looked for
      expect(coloured.replaceAll(/\u001b\[[\d;]*m/g, '')).toBe(renderPlain(blocks, { width }))
    }
  })

  it('are kept by each part of a verdict that a line breaks', () => {
    const narrow = renderPlain([{ kind: 'paragraph', text: [verdict] }], { width: 8, colour: true })
    expect(narrow).toBe('\u001b[31;1mDEAD ON\u001b[0m\n\u001b[31;1mARRIVAL\u001b[0m\n')
  })

  it('of a case are shown, not obeyed', () => {
    expect(renderPlain([{ kind: 'paragraph', text: '\u001b[31mred' }], { colour: true })).toBe(
      '\ufffd[31mred\n'
    )
  })
})
