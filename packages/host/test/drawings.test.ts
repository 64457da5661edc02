import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readDrawing } from '../src/drawings.ts'

const root = mkdtempSync(join(tmpdir(), 'truce-drawings-'))
const folder = join(root, 'case')
mkdirSync(join(folder, 'lines'), { recursive: true })
writeFileSync(join(folder, 'lines', 'a.geojson'), 'here')
writeFileSync(join(root, 'secret.geojson'), 'elsewhere')
writeFileSync(join(folder, 'huge.geojson'), 'x'.repeat(10_000_001))
symlinkSync(join(root, 'secret.geojson'), join(folder, 'link.geojson'))
afterAll(() => rmSync(root, { recursive: true }))

test.each([
  ['lines/a.geojson', { text: 'here' }],
  ['lines/none.geojson', { problem: 'missing' }],
  ['../secret.geojson', { problem: 'outside' }],
  [join(root, 'secret.geojson'), { problem: 'outside' }],
  ['link.geojson', { problem: 'outside' }],
  ['lines', { problem: 'unreadable' }],
  ['huge.geojson', { problem: 'too-large' }]
])('%s', async (name, found) => {
  expect(await readDrawing(folder, name)).toEqual(found)
})
