import type { Block } from '@truce/core/report'
import { clean, stretches } from '@truce/core/report/briefing'
import type { IParagraphOptions, ParagraphChild } from 'docx'
import {
  AlignmentType,
  BorderStyle,
  ExternalHyperlink,
  HeadingLevel,
  ImageRun,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType
} from 'docx'
import { columnsOf, widthsIn } from './columns.ts'
import type { Pictures } from './pictures.ts'
import { shownSize } from './pictures.ts'

/** The name of the list style. */
export const BULLETS = 'bullets'

type Written = Paragraph | Table
type Of<K extends Block['kind']> = Extract<Block, { readonly kind: K }>

const HEADINGS = {
  1: HeadingLevel.HEADING_1,
  2: HeadingLevel.HEADING_2,
  3: HeadingLevel.HEADING_3
} as const

/** A block as paragraphs and tables of Word; `at` is its place in the document. */
export async function writtenOf(
  block: Block,
  at: number,
  pictures: Promise<Pictures>
): Promise<readonly Written[]> {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: HEADINGS[block.level],
          // an annex begins on a page of its own
          pageBreakBefore: block.level === 1 && at > 0,
          children: [new TextRun(clean(block.text))]
        })
      ]
    case 'paragraph':
      return [new Paragraph({ children: [...runs(block.text)] })]
    case 'list':
      return block.items.map((item) =>
        line(item, { numbering: { reference: BULLETS, level: 0 }, spacing: { after: 60 } })
      )
    case 'facts':
      return block.rows.flatMap(factOf)
    case 'table':
      return [tableOf(block), new Paragraph({ spacing: { after: 60 }, children: [] })]
    case 'literal':
      return block.text.split('\n').map(
        (text) =>
          new Paragraph({
            children: [new TextRun({ text: clean(text), font: 'Courier New', size: 18 })]
          })
      )
    case 'figure':
      return figureOf(block, await pictures)
  }
}

const line = (text: string, options: IParagraphOptions = {}): Paragraph =>
  new Paragraph({ ...options, children: [...runs(text)] })

/** A text with its web addresses as links. */
function runs(
  text: string,
  more: { readonly size?: number; readonly bold?: boolean } = {}
): readonly ParagraphChild[] {
  return stretches(clean(text)).map((part) =>
    part.href === undefined
      ? new TextRun({ text: part.text, ...more })
      : new ExternalHyperlink({
          link: part.href,
          children: [new TextRun({ text: part.text, style: 'Hyperlink', ...more })]
        })
  )
}

function factOf([label, text]: readonly [string, string]): readonly Paragraph[] {
  const head = new Paragraph({
    keepNext: true,
    spacing: { before: 140, after: 40 },
    children: [new TextRun({ text: clean(label), bold: true })]
  })
  return [head, ...text.split('\n').map((one) => line(one, { spacing: { after: 60 } }))]
}

/** The width of the text, in twentieths of a point. */
const ROOM = 9306
/** What a letter of a table takes. */
const LETTER = 112

function tableOf({ head, rows }: Of<'table'>): Table {
  const columns = columnsOf({ head, rows })
  const columnWidths = widthsIn(columns, ROOM / LETTER).map((one) => Math.floor(one * LETTER))
  const row = (texts: readonly string[], isHead: boolean): TableRow =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: texts.map((text, column) =>
        cellOf(text, {
          isHead,
          width: columnWidths[column] ?? 0,
          numeric: columns[column]?.numeric === true
        })
      )
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: ROOM, type: WidthType.DXA },
    columnWidths: [...columnWidths],
    borders: BORDERS,
    rows: [row(head, true), ...rows.map((texts) => row(texts, false))]
  })
}

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const RULE = { style: BorderStyle.SINGLE, size: 4, color: 'BFBFBF' } as const
const BORDERS = {
  top: NONE,
  left: NONE,
  right: NONE,
  insideVertical: NONE,
  bottom: RULE,
  insideHorizontal: RULE
}

function cellOf(
  text: string,
  {
    isHead,
    width,
    numeric
  }: { readonly isHead: boolean; readonly width: number; readonly numeric: boolean }
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    margins: { top: 40, bottom: 40, left: 60, right: 60 },
    children: [
      new Paragraph({
        alignment: numeric ? AlignmentType.END : AlignmentType.START,
        spacing: { after: 0, line: 250, lineRule: LineRuleType.AUTO },
        keepNext: isHead,
        children: [...runs(text, { size: 18, bold: isHead })]
      })
    ]
  })
}

function figureOf(
  { id, title, text, svg }: Of<'figure'>,
  pictures: Pictures
): readonly Paragraph[] {
  const image = new ImageRun({
    type: 'svg',
    data: Buffer.from(svg),
    transformation: shownSize(svg),
    fallback: { type: 'png', data: Buffer.from(pictures.get(svg) as Uint8Array) },
    altText: { name: id, title: clean(title), description: clean(text) }
  })
  return [
    new Paragraph({ keepNext: true, children: [image] }),
    new Paragraph({
      children: [
        new TextRun({ text: `${clean(title)}. `, bold: true, size: 18 }),
        new TextRun({ text: clean(text), size: 18, color: '595959' })
      ]
    })
  ]
}
