import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SheetData } from 'write-excel-file/node'
import writeXlsxFile from 'write-excel-file/node'
import { readXlsx } from '../src/index.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-xlsx-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Edit = (xml: string, name: string) => string

/** The rows read back of a sheet, its files changed on the way. */
async function readBack(
  cells: SheetData,
  edit: Edit = (xml) => xml
): Promise<readonly (readonly string[])[]> {
  const files = unzipSync(await writeXlsxFile(cells).toBuffer())
  const path = join(folder, 'book.xlsx')
  const edited = Object.entries(files).map(([name, file]) => [
    name,
    name.endsWith('.xml') ? strToU8(edit(strFromU8(file), name)) : file
  ])
  await writeFile(path, zipSync(Object.fromEntries(edited)))
  return readXlsx(path)
}

const number = (value: number, format?: string) => ({
  value,
  type: Number,
  ...(format === undefined ? {} : { format })
})

test('a number that is shown as per cent reads as it is shown', async () => {
  const row = [
    number(0.55, '0%'),
    number(0.07, '0.00%'),
    number(-0.125, '0.0 %'),
    number(0.55),
    number(55, '0.0'),
    number(0.5, '0.0"%"'),
    { value: '0.55', type: String }
  ]
  expect(await readBack([row])).toEqual([['55%', '7%', '-12.5%', '0.55', '55', '0.5', '0.55']])
})

test('an error reads as it is shown, and not as an empty cell', async () => {
  const error: Edit = (xml, name) =>
    name.endsWith('sheet1.xml')
      ? xml.replace(/<c r="B1"[^>]*>[\s\S]*?<\/c>/, '<c r="B1" t="e"><f>1/0</f><v>#N/A</v></c>')
      : xml
  expect(await readBack([[number(1), number(2), number(3)]], error)).toEqual([['1', '#N/A', '3']])
})

test('empty cells stay empty', async () => {
  expect(await readBack([[number(0.5, '0%'), null, number(1)]])).toEqual([['50%', '', '1']])
})
