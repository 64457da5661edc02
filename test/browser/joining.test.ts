import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampled } from '../../packages/core/test/laws.ts'
import type { Stage } from './chromium.ts'
import { FLAGSHIP, hasChromium, SMALL, stage } from './chromium.ts'

// Texts are joined alike in every case: a full run takes the flagship.
const LIBRARY = sampled(FLAGSHIP, SMALL)
const ID = LIBRARY.replace('/', '-')

let workbench: Stage
beforeAll(async () => {
  if (hasChromium) workbench = await stage({ copied: LIBRARY })
}, 240_000)
afterAll(async () => {
  if (hasChromium) await workbench.close()
})

/** Writes into the last word of the first line of the text that begins so. */
async function write(page: Page, line: RegExp, typed: string): Promise<void> {
  await page.locator('.cm-line').filter({ hasText: line }).first().click()
  await page.keyboard.press('End')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type(typed)
}

/** What the case says on the disk. */
const saved = async (page: Page): Promise<string> =>
  page.evaluate(async (id) => (await fetch(`/api/cases/${id}`)).text(), ID)

const LATER = { timeout: 60_000 }

/** What the first writes reaches the server only after the second has saved. */
async function atOnce(
  [first, second]: readonly [Page, Page],
  [own, other]: readonly [() => Promise<void>, () => Promise<void>],
  mark: string
): Promise<void> {
  let release = (): void => {}
  const gate = new Promise<void>((resolve) => {
    release = resolve
  })
  await first.route(`**/api/cases/${ID}`, async (route) => {
    if (route.request().method() === 'PUT') await gate
    await route.continue()
  })
  const sent = first.waitForRequest((request) => request.method() === 'PUT')
  await own()
  await sent
  await other()
  await expect.poll(() => saved(second), LATER).toContain(mark)
  release()
}

test.skipIf(!hasChromium)(
  'two who write in different places are joined; in the same place the one who comes later chooses',
  { timeout: 240_000 },
  async () => {
    const seen = await Promise.all([0, 1].map(() => workbench.open({ width: 1280, dark: false })))
    const [first, second] = seen.map(({ page }) => page)
    if (!first || !second) throw new Error('there are not two pages')
    for (const page of [first, second])
      await page.goto(`${workbench.serving.url}/#/case/${ID}/case/text:title`)
    const pages = [first, second] as const

    await atOnce(
      pages,
      [() => write(first, /^title:/, ' Alpha'), () => write(second, /^view:/, ' Beta')],
      ' Beta'
    )
    await first.getByText(/^Joined with version \d+: their one change, your one\./).waitFor()
    await expect.poll(() => saved(second), LATER).toContain(' Alpha')
    expect(await saved(second)).toContain(' Beta')
    await second
      .locator('.cm-line')
      .filter({ hasText: / Alpha/ })
      .first()
      .waitFor()

    await first.unroute(`**/api/cases/${ID}`)
    await atOnce(
      pages,
      [() => write(first, /^title:/, ' Gamma'), () => write(second, /^title:/, ' Delta')],
      ' Delta'
    )
    const panel = first.getByRole('alert', { name: /changed elsewhere/ })
    await panel.getByRole('radio', { name: /^Theirs: .* Delta/ }).waitFor()
    expect(await saved(second)).not.toContain(' Gamma')
    await panel.getByRole('radio', { name: /^Yours: .* Gamma/ }).focus()
    await first.keyboard.press('Space')
    await panel.getByRole('button', { name: 'Join with these choices' }).press('Enter')
    await expect.poll(() => saved(second), LATER).toContain(' Gamma')
    expect(await saved(second)).not.toContain(' Delta')
    await first.getByRole('button', { name: 'Versions' }).click()
    await first
      .getByText(/kept aside/)
      .first()
      .waitFor()

    // A browser complains of every answer that is a refusal, of which two were meant.
    const complaints = seen.flatMap((one) => one.complaints)
    expect(complaints.filter((one) => !/409 \(Conflict\)/.test(one))).toEqual([])
    for (const page of pages) await page.context().close()
  }
)
