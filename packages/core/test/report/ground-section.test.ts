import { expect, test } from 'vitest'
import { askReport } from '../../src/ask/report.ts'
import { readCase } from '../../src/case/read.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { apart } from '../../src/geo/geodesic.ts'
import type { LonLat } from '../../src/geo/ground.ts'
import { readGeoJson } from '../../src/geo/read-geojson.ts'
import type { Block } from '../../src/report/blocks.ts'

const ENDS: readonly [LonLat, LonLat] = [
  [30, 48.5],
  [31, 48.5]
]

const CASE = exampleText({
  lines: `
    n-1: {title: The ridge, as-of: 2024-05-01, kind: contact, geometry: n.geojson, claimed-by: upland, sides: {upland: [30.5, 50], lowland: [30.5, 47]}, source: talks}`,
  withdrawals: `
    - {id: guns-1, title: Guns, weapon: {class: artillery}, measure: {band-km: [2.5, 12]}, ceiling: {upland: 36, lowland: 40}, asymmetry: Hills on one side, baseline: {upland: lines.n-1, lowland: lines.n-1}, starts: "2024-07-01T08:00[Europe/Vienna]", source: talks}
    - {id: men-1, title: Soldiers, weapon: {class: personnel}, measure: {distance-from-line-km: 5}, baseline: {upland: lines.n-1, lowland: lines.n-1}, starts: "2024-07-01T08:00[Europe/Vienna]", source: talks}`
})

async function blocksOf(short = false, drawn = true): Promise<readonly Block[]> {
  const drawings = new Map([
    ['n-1', readGeoJson(JSON.stringify({ type: 'LineString', coordinates: ENDS }))]
  ])
  const answer = await askReport(
    { ...readCase([{ name: 'case.yaml', text: CASE }]), hash: 'sha256:0' },
    { draws: 100, seed: 1, short, ...(drawn ? { drawings } : {}) }
  )
  if (answer.refused) throw new Error(answer.findings.map(({ message }) => message).join('; '))
  return answer.document()
}

const TITLE = 'The ceasefire on the ground'

function sectionIn(blocks: readonly Block[]): readonly Block[] {
  const from = blocks.findIndex((one) => one.kind === 'heading' && one.text === TITLE)
  if (from < 0) return []
  const length = blocks.slice(from + 1).findIndex(({ kind }) => kind === 'heading')
  return blocks.slice(from, from + 1 + length)
}

test('says of each zone whose line of what day it counts from, without ids and decimals', async () => {
  const section = sectionIn(await blocksOf())
  const table = section.find((one) => one.kind === 'table')
  expect(table?.rows.map((row) => row.slice(0, 4))).toEqual([
    ['Guns', 'Upland', 'The ridge, 2024-05-01, by Upland', '2,500 m to 12 km, with 36 at most'],
    ['Guns', 'Lowland', 'The ridge, 2024-05-01, by Upland', '2,500 m to 12 km, with 40 at most'],
    ['Soldiers', 'Upland', 'The ridge, 2024-05-01, by Upland', '5 km'],
    ['Soldiers', 'Lowland', 'The ridge, 2024-05-01, by Upland', '5 km']
  ])
  expect(section.find((one) => one.kind === 'list')?.items.join()).toContain('Hills on one side')
  const text = JSON.stringify(section.filter(({ kind }) => kind !== 'figure'))
  expect(text).not.toMatch(/guns-1|men-1|n-1|geojson|\d\.\d/)
})

test('the picture is to scale: the line is as long by its bar as on the ground', async () => {
  const shown = sectionIn(await blocksOf()).find((one) => one.kind === 'figure')
  const svg = shown?.svg ?? ''
  const [, from, to] = /d="M([\d.]+) [\d.]+V[\d.]+H([\d.]+)V/.exec(svg) ?? []
  const [, km] = />(\d+) km\. North/.exec(svg) ?? []
  const [, x1, y1, x2, y2] = /d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)" class="line"/.exec(svg) ?? []
  const pixels = Math.hypot(Number(x2) - Number(x1), Number(y2) - Number(y1))
  const drawn = (pixels * Number(km)) / (Number(to) - Number(from))
  expect(drawn / apart(...ENDS).km).toBeCloseTo(1, 2)
  expect(svg).toContain('The ridge, 2024-05-01, by Upland')
})

test('it is left out of the first pages, and where nothing is drawn', async () => {
  expect(sectionIn(await blocksOf(true))).toEqual([])
  expect(sectionIn(await blocksOf(false, false))).toEqual([])
})
