import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { NoWorkbook, readXlsx, xlsxOf } from '../src/xlsx.ts'

let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A workbook of the guide's kind with some of its XML changed. */
async function workbook(
  file: 'worksheets/sheet1' | 'sharedStrings',
  change: (xml: string) => string
): Promise<Uint8Array> {
  const made = unzipSync(
    await xlsxOf([
      ['issue', 'option', 'A', 'B'],
      ['x', 'b', 1, 2],
      ['x', 'c', 2, 1]
    ])
  )
  const path = `xl/${file}.xml`
  return zipSync({ ...made, [path]: strToU8(change(strFromU8(made[path] ?? new Uint8Array()))) })
}

describe('a workbook of a few kilobytes that unfolds to much', () => {
  const manyCells = Array.from(
    { length: 5000 },
    (_, k) => `<row r="${k + 4}"><c r="A${k + 4}" t="s"><v>2</v></c></row>`
  )
  const long = ' '.repeat(10_001)
  it.each([
    ['nothing', 'sharedStrings', (xml: string) => xml, undefined],
    [
      'a text of spaces',
      'sharedStrings',
      (xml: string) => xml.replace('<t>x</t>', `<t>${long}</t>`),
      'has a cell of more than 10000 characters'
    ],
    [
      'a text of many stretches',
      'sharedStrings',
      (xml: string) => xml.replace('<t>x</t>', `<r><t>${' '.repeat(9000)}</t></r>`.repeat(100)),
      'has a cell of more than 10000 characters'
    ],
    [
      'stretches behind a remark',
      'sharedStrings',
      (xml: string) => xml.replace('<t>x</t>', '<r><t>x</t></r><!-- </si> -->'),
      'has remarks in its XML, which no spreadsheet writes'
    ],
    [
      'a column that does not exist',
      'worksheets/sheet1',
      (xml: string) => xml.replace('r="C3"', 'r="ZZZZZZ3"'),
      'has a cell beyond the last column of a sheet'
    ],
    [
      'a column far out in a long table',
      'worksheets/sheet1',
      (xml: string) =>
        xml
          .replace('r="C3"', 'r="XFD3"')
          .replace('</sheetData>', `${manyCells.join('')}</sheetData>`),
      'spans 5003 rows and 16384 columns'
    ],
    [
      'cells without an end',
      'worksheets/sheet1',
      (xml: string) => xml.replace('</sheetData>', `${'<c t="s">'.repeat(150_000)}</sheetData>`),
      'has cells that do not end'
    ],
    [
      'more cells than a table',
      'worksheets/sheet1',
      (xml: string) =>
        xml.replace('</sheetData>', `${'<row><c/></row>'.repeat(200_001)}</sheetData>`),
      'has more than 200000 cells'
    ]
  ] as const)('%s', async (_, file, change, words) => {
    const path = join(folder, 'table.xlsx')
    await writeFile(path, await workbook(file, change))
    if (words === undefined) expect(await readXlsx(path)).toHaveLength(3)
    else
      await expect(readXlsx(path)).rejects.toThrow(
        new NoWorkbook(`the workbook ${words}: save the table alone`)
      )
  })

  it('the same rows are the same bytes at any time', async () => {
    const rows = [
      ['issue', 'option', 'A'],
      ['x', 'b', 1]
    ]
    const [first, later] = [await xlsxOf(rows), await xlsxOf(rows)]
    // A zip archive carries a time, in steps of two seconds, for each of its files.
    const times = first
      .toString('latin1')
      .split('PK\u0003\u0004')
      .slice(1)
      .map((entry) => Buffer.from(entry, 'latin1').readUInt32LE(6))
    // The second of January 1980, at no hour.
    expect(new Set(times)).toEqual(new Set([((1 << 5) | 2) << 16]))
    expect(first.equals(later)).toBe(true)
  })
})

it('an archive whose directory names one file a thousand times is refused before it is unpacked', async () => {
  const bytes = Buffer.from(
    zipSync({ 'xl/a.xml': strToU8('a'.repeat(9000).concat('<a/>').repeat(400)) })
  )
  const directory = bytes.readUInt32LE(bytes.length - 6)
  const entry = bytes.subarray(directory, bytes.length - 22)
  const entries = Array.from({ length: 1000 }, (_, k) => {
    const named = Buffer.from(entry)
    named.write(String(k).padStart(4, '0'), 46)
    return named
  })
  const end = Buffer.from(bytes.subarray(bytes.length - 22))
  end.writeUInt16LE(1000, 8)
  end.writeUInt16LE(1000, 10)
  end.writeUInt32LE(1000 * entry.length, 12)
  const path = join(folder, 'directory.xlsx')
  await writeFile(path, Buffer.concat([bytes.subarray(0, directory), ...entries, end]))
  await expect(readXlsx(path)).rejects.toThrow(NoWorkbook)
})
