import type { Block } from '@truce/core/report'
import { clean } from '@truce/core/report/briefing'
import {
  AlignmentType,
  Document,
  Footer,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  TextRun
} from 'docx'
import type { DocumentAbout } from './about.ts'
import { dateOf } from './about.ts'
import { BULLETS, writtenOf } from './docx-blocks.ts'
import { fixed } from './docx-fixed.ts'
import type { Pictures } from './pictures.ts'

/** A4 and its margins, in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1250, bottom: 1250, left: 1300, right: 1300 }
}
const FONT = 'Georgia'
const INK = '1A1A1A'

/**
 * A report as a Word document, with the headings, tables and bullets of the program itself, so that
 * it can be worked on.
 */
export async function docxOf(
  blocks: readonly Block[],
  about: DocumentAbout,
  pictures: Promise<Pictures>
): Promise<Uint8Array> {
  const written = blocks.map((block, at) => writtenOf(block, at, pictures))
  const children = (await Promise.all(written)).flat()
  const document = new Document({
    title: clean(about.title),
    creator: 'Truce',
    lastModifiedBy: 'Truce',
    styles: STYLES,
    numbering: { config: [{ reference: BULLETS, levels: [BULLET] }] },
    sections: [{ properties: { page: PAGE }, footers: { default: footer(about) }, children }]
  })
  return fixed(await Packer.pack(document, 'uint8array'), dateOf(about.asOf))
}

const BULLET = {
  level: 0,
  format: LevelFormat.BULLET,
  text: '\u2013',
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left: 340, hanging: 240 } } }
} as const

const title = (size: number, before: number): object => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: {
    spacing: { before, after: 120, line: 260, lineRule: LineRuleType.AUTO },
    keepNext: true
  }
})

const STYLES = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: INK },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } }
    },
    heading1: title(36, 0),
    heading2: title(26, 420),
    heading3: title(21, 280)
  }
}

function footer({ title: name, asOf }: DocumentAbout): Footer {
  const small = { size: 16, color: '595959' }
  return new Footer({
    children: [
      new Paragraph({
        children: [
          new TextRun({ text: clean(`${name}, as of ${asOf}   `), ...small }),
          new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], ...small })
        ]
      })
    ]
  })
}
