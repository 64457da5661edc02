import { mkdirSync } from 'node:fs'
import { stage } from '../test/browser/chromium.ts'

const out = '/tmp/w/room-shots'
mkdirSync(out, { recursive: true })
const set = await stage()
const seen = await set.open({ width: 1280, dark: false })
const { page } = seen
page.setDefaultTimeout(20_000)
const CASE = '#/case/ukraine-2024-maitra/record'
try {
  await page.goto(`${set.serving.url}/${CASE}`)
  await page.getByText('Whose keys it believes').waitFor()
  await page.screenshot({ path: `${out}/begin.png`, fullPage: true })
  await page.getByLabel('Title').fill('Trial of the ceasefire')
  await page.getByRole('button', { name: 'Begin the record' }).click()
  await page.getByText('Incidents of the last 24 hours').waitFor()
  await page.screenshot({ path: `${out}/today.png`, fullPage: true })
  const as = page.getByLabel('Write as')
  console.log(await as.locator('option').allTextContents())
  await as.selectOption({ label: 'Ukraine, head of delegation' })
  await page.getByText('Report an incident').click()
  await page.screenshot({ path: `${out}/report-form.png`, fullPage: true })
  await page.getByLabel('Place').fill('the crossing at the mill')
  await page.getByLabel('Latitude').fill('48')
  await page.getByLabel('Longitude').fill('37.8')
  await page.getByLabel('Who is said to have done it').selectOption({ label: 'Russia' })
  await page.getByLabel('In your own words').fill('Six rounds from the east bank.')
  await page.getByRole('button', { name: 'Sign and send' }).first().click()
  await page.getByText('In the record.').waitFor()
  await page.screenshot({ path: `${out}/reported.png`, fullPage: true })
  await page.getByRole('button', { name: /the crossing at the mill/ }).click()
  await page.getByText('What each says').waitFor()
  await as.selectOption({ label: 'Russia, head of delegation' })
  await page.screenshot({ path: `${out}/incident.png`, fullPage: true })
  for (const view of ['Incidents', 'Meetings', 'Hotline', 'Gates', 'Withdrawals', 'All entries']) {
    await page.getByRole('navigation', { name: 'Views of the record' }).getByRole('link', { name: view }).click()
    await page.waitForTimeout(800)
    await page.locator('main details').evaluateAll((all) => all.forEach((one) => { (one as HTMLDetailsElement).open = true }))
    await page.screenshot({ path: `${out}/v-${view.replaceAll(' ', '')}.png`, fullPage: true })
  }
  await page.getByRole('button', { name: 'Verify the record' }).click()
  await page.getByText(/entries verified/).waitFor()
  await page.screenshot({ path: `${out}/verified.png`, fullPage: true })
} catch (error) {
  console.log(String(error).slice(0, 800))
  await page.screenshot({ path: `${out}/failed.png`, fullPage: true })
}
console.log(seen.complaints, seen.elsewhere)
await set.close()
