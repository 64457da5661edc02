import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Stage } from './chromium.ts'
import { hasChromium, stage } from './chromium.ts'

let workbench: Stage
beforeAll(async () => {
  if (hasChromium) workbench = await stage()
}, 240_000)
afterAll(async () => {
  if (hasChromium) await workbench.close()
})

const CASE = '#/case/ukraine-2024-maitra'

/** Writes at the end of the first line of the text that begins so. */
async function type(page: Page, line: RegExp, typed: string): Promise<void> {
  await page.locator('.cm-line').filter({ hasText: line }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(typed)
}

const texts = async (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const answer = await fetch('/api/cases/ukraine-2024-maitra')
    const { files } = (await answer.json()) as { readonly files: readonly { text: string }[] }
    return files.map(({ text }) => text).join('\n')
  })

test.skipIf(!hasChromium)(
  'two windows that write in different places are joined; in the same place one of them chooses',
  { timeout: 240_000 },
  async () => {
    const seen = await workbench.beside({ width: 1280, dark: false, pages: 2 })
    const [first, second] = seen.map(({ page }) => page)
    if (!first || !second) throw new Error('there are not two pages')
    for (const page of [first, second]) {
      await page.goto(`${workbench.serving.url}/${CASE}/case/text:title`)
      await page.locator('.cm-line').filter({ hasText: /^title:/ }).first().waitFor()
    }

    // Nothing of the first reaches the server until the second has saved.
    await first.route('**/api/cases/ukraine-2024-maitra', (route) =>
      route.request().method() === 'PUT' ? undefined : route.continue()
    )
    const held = first.waitForRequest((request) => request.method() === 'PUT')
    await type(first, /^title:/, ' # of the first')
    await held
    await type(second, /^as-of:/, ' # of the second')
    await expect.poll(() => texts(second), { timeout: 30_000 }).toContain('# of the second')
    await first.unroute('**/api/cases/ukraine-2024-maitra')
    await first.reload()
    await first.getByText(/^Joined with version \d+: their one change, your one\./).waitFor()
    await expect.poll(() => texts(second), { timeout: 30_000 }).toContain('# of the first')
    expect(await texts(second)).toContain('# of the second')

    await first.context().close()
    expect(seen.flatMap(({ complaints }) => complaints)).toEqual([])
  }
)
