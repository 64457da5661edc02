import type { Block } from '@truce/core/report'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { dateOf } from '../src/documents/about.ts'
import { columnsOf, widthsIn } from '../src/documents/columns.ts'
import { docxOf, lettersMissing, pdfOf } from '../src/documents/index.ts'

const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"><circle cx="50" cy="25" r="20" fill="#00757f"/></svg>'

const BLOCKS: readonly Block[] = [
  { kind: 'heading', level: 1, text: 'Мир & <b>peace</b> #evil[x] $x$ *y*' },
  {
    kind: 'paragraph',
    text: 'See https://example.org/a?b=1&c=2 and a bell \u0007, half a pair \ud800.'
  },
  { kind: 'list', items: ['#panic("no")', 'two'] },
  { kind: 'facts', rows: [['Case', `sha256:${'0'.repeat(64)}\nsecond line`]] },
  {
    kind: 'table',
    head: ['proposal', 'verdict', 'chance'],
    rows: [['A longer title of a proposal', 'dead on arrival', '<0.01']]
  },
  { kind: 'literal', text: 'a\n  b' },
  { kind: 'figure', id: 'one', title: 'A disc', text: 'A disc in the middle.', svg: SVG },
  { kind: 'figure', id: 'two', title: 'Again', text: 'The same disc.', svg: SVG }
]
const ABOUT = { title: 'Мир & peace', asOf: '1962-10-28' }

describe('a Word document', async () => {
  const bytes = await docxOf(BLOCKS, ABOUT)
  const files = unzipSync(bytes)
  const text = (name: string): string => strFromU8(files[name] ?? new Uint8Array())

  it('is the same twice, without the time or the place of its making', async () => {
    expect(Buffer.from(await docxOf(BLOCKS, ABOUT)).equals(Buffer.from(bytes))).toBe(true)
    expect(text('docProps/core.xml').match(/\d{4}-\d\d-\d\dT[\d:]+Z/g)).toEqual([
      '1962-10-28T00:00:00Z',
      '1962-10-28T00:00:00Z'
    ])
  })

  it('is well-formed, and every relation it uses is there', () => {
    const parts = Object.keys(files).filter((name) => /\.(?:xml|rels)$/.test(name))
    expect(parts).toContain('word/document.xml')
    for (const name of parts) expect([name, fault(text(name))]).toEqual([name, undefined])
    expect(fault('<a><b></a></b>')).toBe('</a> closes b')
    expect(fault('<a>&nbsp;</a>')).toBe('&nbsp; in a text')
    const used = [...text('word/document.xml').matchAll(/r:(?:id|embed|link)="([^"]+)"/g)].map(
      ([, id]) => id
    )
    const known = [...text('word/_rels/document.xml.rels').matchAll(/ Id="([^"]+)"/g)].map(
      ([, id]) => id
    )
    expect(used.length).toBeGreaterThan(0)
    expect(known).toEqual(expect.arrayContaining(used))
  })

  it('holds the texts as texts, its pictures as SVG with dots beside, and a head on its table', () => {
    const document = text('word/document.xml')
    expect(document).toContain('Мир &amp; &lt;b&gt;peace&lt;/b&gt; #evil[x] $x$ *y*')
    expect(document).toContain('<w:tblHeader/>')
    expect(document).toContain('descr="A disc in the middle."')
    const media = Object.keys(files).filter((name) => name.startsWith('word/media/'))
    expect(media.map((name) => name.split('.').at(-1)).sort()).toEqual(
      expect.arrayContaining(['png', 'svg'])
    )
    const png = files[media.find((name) => name.endsWith('.png')) ?? ''] ?? new Uint8Array()
    expect([...png.slice(1, 4)]).toEqual([...Buffer.from('PNG')])
    // 620 pixels wide on the page, two dots to a pixel
    expect(new DataView(png.buffer, png.byteOffset).getUint32(16)).toBe(1240)
  })
})

describe('a PDF', async () => {
  const bytes = await pdfOf(BLOCKS, ABOUT)
  const raw = Buffer.from(bytes).toString('latin1')

  it('is the same twice, dated as the case', async () => {
    expect(Buffer.from(await pdfOf(BLOCKS, ABOUT)).equals(Buffer.from(bytes))).toBe(true)
    expect(raw).toContain('/CreationDate (D:19621028')
    expect(raw.match(/D:\d{8}/g)?.every((date) => date === 'D:19621028')).toBe(true)
  })

  it('has a page, is tagged, and holds its fonts', () => {
    expect(raw.startsWith('%PDF-1.')).toBe(true)
    expect(raw).toMatch(/\/Type ?\/Page\b/)
    expect(raw).toContain('/StructTreeRoot')
    expect(raw).toMatch(/\/FontName ?\/[A-Z]{6}\+SourceSerif4/)
    expect(raw).toContain('https://example.org/a?b=1&c=2')
  })
})

describe('what documents are set by', () => {
  it('fills up a date that names no day', () => {
    expect([dateOf('2024'), dateOf('2024-11'), dateOf('2024-11-05')]).toEqual([
      [2024, 1, 1],
      [2024, 11, 1],
      [2024, 11, 5]
    ])
  })

  it('says which letters the font of PDFs lacks', () => {
    expect(lettersMissing(BLOCKS)).toEqual([])
    expect(
      lettersMissing([{ kind: 'paragraph', text: 'Łódź, Київ, Ἀθῆναι; שלום and 平 twice 平' }])
    ).toEqual(['ש', 'ל', 'ו', 'ם', '平'])
  })

  it('tells columns of numbers, of short words and of long ones', () => {
    const rows = [
      ['A title that is quite a bit longer than others', '-72 to +102', 'robust'],
      ['B', '<0.01', '']
    ]
    expect(
      columnsOf({ head: ['proposal', 'gain', 'verdict'], rows }).map(({ numeric, narrow }) => [
        numeric,
        narrow
      ])
    ).toEqual([
      [false, false],
      [true, true],
      [false, true]
    ])
  })

  it('shares the width of a table so that no word and no number is broken where there is room', () => {
    const head = ['what', 'agreed time', 'UTC', 'on the clock of one', 'on that of the other']
    const at = '2025-02-15 08:00'
    const rows = [
      ['Multiple-launch rocket systems: the withdrawal begins', `${at} Europe/Kyiv`, at, at, at]
    ]
    const columns = columnsOf({ head, rows })
    const widths = widthsIn(columns, 95)
    expect(widths.reduce((sum, one) => sum + one, 0)).toBeCloseTo(95, 6)
    widths.forEach((width, k) => {
      const words = [head[k] ?? '', rows[0]?.[k] ?? ''].flatMap((text) => text.split(' '))
      expect(width).toBeGreaterThan(Math.max(...words.map((word) => word.length)))
      if (k > 1) expect(width).toBeGreaterThan(at.length)
    })
  })

  it('leaves the room of an empty second column to the hand that fills it in', () => {
    const columns = columnsOf({
      head: ['field', 'entry'],
      rows: [
        ['place', ''],
        ['signed', '']
      ]
    })
    const [field = 0, entry = 0] = widthsIn(columns, 95)
    expect(entry).toBeGreaterThan(2 * field)
    expect(columns[1]?.numeric).toBe(false)
  })
})

/** What keeps an XML text from being well-formed, as far as tags and references go. */
function fault(xml: string): string | undefined {
  const open: string[] = []
  for (const [tag, slash, name = '', end] of xml.matchAll(
    /<(\/?)([A-Za-z][\w:.-]*)(?:\s+[\w:.-]+="[^"<]*")*\s*(\/?)>/g
  )) {
    if (slash && open.at(-1) !== name) return `${tag} closes ${open.at(-1)}`
    if (slash) open.pop()
    else if (!end) open.push(name)
  }
  const rest = xml.replace(
    /<\?[^?]*\?>|<\/?[A-Za-z][\w:.-]*(?:\s+[\w:.-]+="[^"<]*")*\s*\/?>|&(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/gi,
    ''
  )
  const [stray] = /&\w*;?|<|(?![\t\n\r])[\p{Cc}\p{Cs}]/u.exec(rest) ?? []
  return stray ? `${stray} in a text` : open.length > 0 ? `${open.at(-1)} is left open` : undefined
}
