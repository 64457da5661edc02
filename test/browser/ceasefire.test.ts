import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from './chromium.ts'
import { hasChromium, stage } from './chromium.ts'

let workbench: Stage
beforeAll(async () => {
  if (hasChromium) workbench = await stage({ copied: false })
}, 240_000)
afterAll(async () => {
  if (hasChromium) await workbench.close()
})

const COURSE = JSON.stringify({
  type: 'LineString',
  coordinates: [
    [37, 48],
    [38, 48.2]
  ]
})

/** What is filled in by the labels of a form: a choice by the words of its option. */
type Filling = readonly (readonly [label: string, text: string])[]

async function fill(form: Locator, filling: Filling): Promise<void> {
  await form.waitFor()
  for (const [label, text] of filling) {
    // what a form cannot do without has a star behind its label
    const field = form.getByLabel(new RegExp(`^${label.replace(/[?]/g, '\\?')}( \\*)?$`))
    if ((await field.evaluate(({ tagName }) => tagName)) === 'SELECT')
      await field.selectOption({ label: text })
    else await field.fill(text)
  }
}

async function keep(form: Locator): Promise<void> {
  await form.getByRole('button', { name: /^(Add|Keep)$/ }).click()
  await form.waitFor({ state: 'detached' })
}

const moment = (of: string, day: string, time: string): Filling => [
  [`${of}: How it is said`, 'A day and an hour'],
  [`${of}: Day`, day],
  [`${of}: Time, as 10:00`, time],
  [`${of}: Time zone, as Europe/Kyiv`, 'Europe/Kyiv']
]

async function begin(page: Page): Promise<void> {
  await page.goto(workbench.serving.url)
  await page.getByRole('button', { name: 'Start a case' }).click()
  await page.getByRole('form', { name: 'Start a case' }).waitFor()
  await page.keyboard.type('A front')
  await fill(page.getByRole('form', { name: 'Start a case' }), [
    ['Party 1', 'North'],
    ['Part it takes, party 1', 'belligerent'],
    ['Party 2', 'South'],
    ['Part it takes, party 2', 'belligerent'],
    ['Issue 1', 'The front'],
    ['Options of issue 1, one per line', 'It stays\nIt goes']
  ])
  await page.getByRole('button', { name: 'Begin the case' }).press('Enter')
}

async function drawLine(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Map', exact: true }).click()
  await page.getByRole('button', { name: 'Write a line' }).click()
  const line = page.getByRole('form', { name: 'Write a line' })
  const sides = 'Whose side is where: a place on the side of each'
  await fill(line, [
    ['Name of the line', 'The line of contact'],
    ['What it is said to be', 'line of contact'],
    ['As of', '2025-01-10'],
    [`${sides}: North`, '49, 37.5'],
    [`${sides}: South`, '47° N, 37.5° E']
  ])
  await keep(line)
  const buffer = Buffer.from(COURSE)
  const file = { name: 'front.geojson', mimeType: 'application/geo+json', buffer }
  await page.locator('input[type=file][accept*=kml]').first().setInputFiles(file)
  await page.getByText('One line of this case is drawn').waitFor()
}

async function writeCeasefire(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Ceasefire', exact: true }).click()
  await page.getByRole('button', { name: 'Begin' }).click()
  const clause = async (name: string, filling: Filling): Promise<void> => {
    await page.getByRole('button', { name }).click()
    const form = page.getByRole('form', { name })
    await fill(form, filling)
    await keep(form)
  }
  await clause('Say it here: CF001, ceasefire', moment('Enters into force', '2025-02-01', '00:00'))
  await clause('Say it here: 9. Separation of forces and withdrawal', [
    ['What goes back', 'Heavy guns'],
    ['Kind of weapon', 'artillery'],
    ['Of this calibre or more, in mm', '100'],
    ['Distance from the line, in km', '25'],
    ['Line that each measures from: North', 'The line of contact'],
    ['Line that each measures from: South', 'The line of contact'],
    ...moment('Begins', '2025-02-03', '08:00')
  ])
}

const SETTLEMENTS =
  '<kml><Placemark><name>Ford</name><Point><coordinates>37.5,48.2</coordinates></Point></Placemark>' +
  '<Placemark><name>Far</name><Point><coordinates>37.5,49</coordinates></Point></Placemark></kml>'
const SEEN =
  'party,class,calibre-mm,lon,lat,when,source\nnorth,artillery,122,37.5,48.2,2025-03-01,patrol 1\n'

/** What was seen and settlements from files, judged; and a side said anew by keys alone. */
async function lookAtTheGround(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Map', exact: true }).click()
  const list = (name: string, text: string) => ({
    name,
    mimeType: 'text/plain',
    buffer: Buffer.from(text)
  })
  await page
    .getByLabel('Take a list of settlements from a file')
    .setInputFiles(list('places.kml', SETTLEMENTS))
  const places = page.getByRole('region', { name: 'Settlements and the zones' })
  await places.getByRole('row', { name: /^Ford .*in the band of North/ }).waitFor()
  await places.getByRole('row', { name: /^Far .*outside/ }).waitFor()
  await page.getByLabel('Take positions from a file').setInputFiles(list('seen.csv', SEEN))
  await page.getByLabel('Judged at', { exact: true }).fill('2025-03-05T10:00')
  const seen = page.getByRole('region', { name: 'What was seen where' })
  await seen.getByRole('row', { name: /patrol 1 has to be out by now/ }).waitFor()
  await seen.getByRole('row', { name: /km behind its line .* since 2025-02-03T/ }).waitFor()
  await page.getByRole('button', { name: /^Point at its side on the map: North/ }).focus()
  await page.keyboard.press('Enter')
  for (const key of ['ArrowUp', 'ArrowUp', 'Enter']) await page.keyboard.press(key)
  await page.getByText('side of North of', { exact: false }).first().waitFor()
  await page.reload()
  await places.getByRole('row', { name: /^Ford/ }).waitFor()
  await seen
    .getByRole('row', { name: /patrol 1/ })
    .first()
    .waitFor()
}

test.skipIf(!hasChromium)(
  'a planner goes from nothing to a dated ceasefire text with annexes and map',
  { timeout: 240_000 },
  async () => {
    const { page, complaints, elsewhere } = await workbench.open({ width: 1280, dark: false })
    await begin(page)
    await drawLine(page)
    await writeCeasefire(page)
    await page.getByText('Days', { exact: true }).click()
    await page.getByText('2025-02-03').first().waitFor()
    await page.getByText('Draft', { exact: true }).click()
    const annex = page.getByRole('region', { name: 'Annex A. Lines and maps' })
    const map = annex.getByRole('img')
    await map.waitFor()
    expect(await map.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBe(640)
    expect(await annex.innerText()).toMatch(/on the map: 1[\s\S]*Heavy guns\s+South/)
    const paper = await page.getByRole('article').innerText()
    expect(paper).toMatch(/enters into force,? at 2025-02-01 00:00 Europe\/Kyiv/)
    const folder = process.env['TRUCE_SCREENSHOTS']
    if (folder !== undefined) {
      await mkdir(folder, { recursive: true })
      await page.screenshot({ path: join(folder, 'ceasefire-draft.png'), fullPage: true })
    }
    await lookAtTheGround(page)
    if (folder !== undefined)
      await page.screenshot({ path: join(folder, 'ceasefire-ground.png'), fullPage: true })
    expect([complaints, elsewhere]).toEqual([[], []])
    await page.close()
  }
)
