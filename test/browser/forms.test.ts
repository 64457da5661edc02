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

test.skipIf(!hasChromium)(
  'a case is begun by three questions, and written in with the header in view and by keys alone',
  { timeout: 240_000 },
  async () => {
    const { page, complaints, elsewhere } = await workbench.open({ width: 1280, dark: false })
    await page.goto(workbench.serving.url)
    await page.getByRole('button', { name: 'Start a case' }).click()
    // The form takes the focus once it is drawn: what is typed before is lost.
    const about = page.getByRole('textbox', { name: 'What is it about?' })
    await expect
      .poll(() => about.evaluate((one) => one === document.activeElement), { timeout: 30_000 })
      .toBe(true)
    await page.keyboard.type('A strait')
    await page.getByLabel('Party 1', { exact: true }).fill('North')
    await page.getByLabel('Party 2', { exact: true }).fill('South')
    for (const n of [1, 2])
      await page.getByLabel(`Part it takes, party ${n}`).selectOption({ label: 'belligerent' })
    await page.getByLabel('Issue 1', { exact: true }).fill('Passage')
    await page.getByLabel('Options of issue 1, one per line').fill('Free\nClosed')
    await page.getByRole('button', { name: 'Begin the case' }).press('Enter')
    await page
      .getByRole('button', { name: 'Go there: What South expects without a deal' })
      .press('Enter')
    const form = page.getByRole('form', { name: 'Say what no deal is worth: South' })
    await form.waitFor()
    const low = form.getByRole('slider', { name: 'Worth of no deal: lowest' })
    await low.focus()
    await page.keyboard.press('Home')
    await page.keyboard.press('Tab')
    expect(await form.getByRole('textbox', { name: 'Worth of no deal: lowest' }).inputValue()).toBe(
      '0'
    )
    const header = await page.getByRole('button', { name: 'Undo' }).boundingBox()
    expect(header?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Escape')
    await form.waitFor({ state: 'detached' })
    const opener = page.getByRole('button', { name: 'Say what no deal is worth: South' })
    expect(await opener.evaluate((one) => one === document.activeElement)).toBe(true)
    expect([complaints, elsewhere]).toEqual([[], []])
    await page.close()
  }
)
