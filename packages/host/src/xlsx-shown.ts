import { sheetExcess } from './xlsx-sheet.ts'

/**
 * A workbook whose cells hold as texts what a reader of values would lose: numbers that are shown as
 * per cent (a cell that shows 55% holds 0.55), and errors (`#N/A`, which would read as an empty
 * cell). All else stays as it is. ECMA-376, part 1, 18.3.1.4 and 18.8. Throws when the archive's
 * directory leads to more than `most` bytes, or to files that are too much for a reader: it may lead
 * elsewhere than the files that stand one after the other.
 */
export async function asShown(bytes: Buffer, most: number): Promise<Buffer> {
  const { strFromU8, strToU8, unzipSync, zipSync } = await import('fflate')
  let size = 0
  const filter = ({ originalSize }: { readonly originalSize: number }): boolean => {
    size += originalSize
    if (size > most) throw new Error('the directory leads to too much')
    return true
  }
  const files = unzipSync(bytes, { filter })
  if (Object.values(files).some((file) => sheetExcess(Buffer.from(file)) !== undefined))
    throw new Error('the directory leads to files of its own')
  const styles = Object.entries(files).find(([name]) => /^xl\/styles\.xml$/i.test(name))?.[1]
  const percent = styles ? percentStyles(strFromU8(styles)) : new Set<number>()
  const shown = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [
      name,
      /^xl\/worksheets\/[^/]+\.xml$/i.test(name)
        ? strToU8(sheetAsShown(strFromU8(file), percent))
        : file
    ])
  )
  return Buffer.from(zipSync(shown, { level: 0 }))
}

/** The built-in formats `0%` and `0.00%`. */
const BUILT_IN = [9, 10]

/** Which of the styles of cells, by number, show per cent. */
function percentStyles(xml: string): ReadonlySet<number> {
  const formats = new Set(BUILT_IN)
  for (const [tag] of xml.matchAll(/<(?:\w+:)?numFmt\b[^>]*>/g))
    if (isPercentFormat(attribute(tag, 'formatCode') ?? ''))
      formats.add(Number(attribute(tag, 'numFmtId')))
  const [cells = ''] = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml) ?? []
  const styles = [...cells.matchAll(/<(?:\w+:)?xf\b[^>]*>/g)].map(([tag]) =>
    Number(attribute(tag, 'numFmtId') ?? 0)
  )
  return new Set([...styles.keys()].filter((style) => formats.has(styles[style] as number)))
}

/** A sign of per cent that is neither quoted nor escaped, so that it multiplies what is shown. */
const isPercentFormat = (code: string): boolean =>
  code
    .replace(/&quot;/g, '"')
    .replace(/"[^"]*"|\\./g, '')
    .includes('%')

function sheetAsShown(xml: string, percent: ReadonlySet<number>): string {
  return xml.replace(
    /<((?:\w+:)?c)\b([^>]*[^/>])?>([\s\S]*?)<\/\1>/g,
    (cell: string, name: string, attributes: string | undefined, content: string) => {
      const tag = `<c ${attributes ?? ''}>`
      const type = attribute(tag, 't') ?? 'n'
      const text = /<(?:\w+:)?v>([^<]*)<\/(?:\w+:)?v>/.exec(content)?.[1]
      if (text === undefined) return cell
      const asText = (shown: string): string =>
        `<${name} r="${attribute(tag, 'r') ?? ''}" t="str"><${name.replace(/c$/, 'v')}>${shown}</${name.replace(/c$/, 'v')}></${name}>`
      if (type === 'e') return asText(text)
      const isShare = type === 'n' && percent.has(Number(attribute(tag, 's') ?? -1))
      return isShare && Number.isFinite(Number(text)) ? asText(`${inPercent(Number(text))}%`) : cell
    }
  )
}

/** Fifteen digits: a hundred times 0.07 is 7, not 7.000000000000001. */
const inPercent = (share: number): number => Number((100 * share).toPrecision(15))

const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
    .exec(tag)
    ?.slice(1)
    .find((value) => value !== undefined)
