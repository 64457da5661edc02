import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import type { Block } from '@truce/core/report'
import { clean, stretches } from '@truce/core/report/briefing'
import type { DocumentAbout } from './about.ts'
import { dateOf } from './about.ts'
import type { Column } from './columns.ts'
import { columnsOf, widthsIn } from './columns.ts'
import { FAMILY, fonts } from './fonts.ts'
import { TEMPLATE } from './template.ts'

/** Thrown when Typst does not set the document; its own words say why. */
export class NotSet extends Error {}

const MAIN = '/main.typ'
/** Diagnostics as full texts. */
const FULL = 2

/**
 * A report as PDF by Typst. The texts go in as data, never as markup, so that no text of a case can
 * act.
 */
export async function pdfOf(blocks: readonly Block[], about: DocumentAbout): Promise<Uint8Array> {
  const compiler = await compilerOf()
  try {
    const [year, month, day] = dateOf(about.asOf)
    const data = {
      title: clean(about.title),
      asOf: clean(about.asOf),
      date: { year, month, day },
      language: about.language ?? 'en',
      family: FAMILY,
      blocks: blocks.map(dataOf)
    }
    put(compiler, '/report.json', JSON.stringify(data))
    for (const block of blocks)
      if (block.kind === 'figure') put(compiler, `/${block.id}.svg`, block.svg)
    compiler.add_source(MAIN, TEMPLATE)
    const { result, diagnostics } = compiler.compile(MAIN, undefined, 'pdf', FULL) as Compiled
    if (!result) throw new NotSet(`the PDF could not be set: ${JSON.stringify(diagnostics)}`)
    return result
  } finally {
    compiler.free()
  }
}

interface Compiled {
  readonly result?: Uint8Array
  readonly diagnostics?: unknown
}

/** Letters of a table that stand beside each other on a page. */
const ACROSS = 95

/** Columns that all are short take what they need; else the width of the page is shared. */
function sharesOf(
  columns: readonly Column[]
): readonly { readonly share: number; readonly numeric: boolean }[] {
  const isShort = columns.every(({ narrow }) => narrow)
  const widths = widthsIn(columns, ACROSS)
  return columns.map(({ numeric }, at) => ({ share: isShort ? 0 : (widths[at] ?? 0), numeric }))
}

const put = (compiler: TypstCompiler, path: string, text: string): void =>
  void compiler.map_shadow(path, new TextEncoder().encode(text))

async function compilerOf(): Promise<TypstCompiler> {
  const typst = await import('@myriaddreamin/typst-ts-web-compiler')
  await typst.default()
  const builder = new typst.TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of await fonts()) await builder.add_raw_font(font)
  return builder.build()
}

/**
 * A block as the template reads it: every text in stretches, tables with how their columns are set.
 */
function dataOf(block: Block): object {
  switch (block.kind) {
    case 'heading':
      return { ...block, text: clean(block.text) }
    case 'paragraph':
      return { kind: 'paragraph', text: prose(block.text) }
    case 'list':
      return { kind: 'list', items: block.items.map(prose) }
    case 'facts':
      return {
        kind: 'facts',
        rows: block.rows.map(([label, text]) => ({
          label: clean(label),
          lines: text.split('\n').map(prose)
        }))
      }
    case 'table':
      return {
        kind: 'table',
        columns: sharesOf(columnsOf(block)),
        head: block.head.map(clean),
        cells: block.rows.flatMap((row) => row.map(prose))
      }
    case 'literal':
      return { kind: 'literal', text: clean(block.text) }
    case 'figure':
      return {
        kind: 'figure',
        file: `/${block.id}.svg`,
        title: clean(block.title),
        text: clean(block.text)
      }
  }
}

const prose = (text: string): readonly object[] =>
  stretches(clean(text)).map((part) => ({
    text: breakable(part.text),
    ...(part.href === undefined ? {} : { href: part.href })
  }))

/** Words too long for a line may be broken anywhere. */
const breakable = (text: string): string =>
  text.replace(/\S{40,}/g, (word) => word.replace(/.{12}/gu, '$&\u200b'))
