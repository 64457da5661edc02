import { afterAll, beforeAll, expect, test } from 'vitest'
import { sampled } from '../../packages/core/test/laws.ts'
import type { Stage } from './chromium.ts'
import { FLAGSHIP, hasChromium, SMALL, stage } from './chromium.ts'

// What one page hears of the other is the same in every case: a full run takes the flagship.
const [LIBRARY, OPTION] = sampled([FLAGSHIP, /^Accession to NATO/], [SMALL, /^As Panama wishes/])

let workbench: Stage
beforeAll(async () => {
  if (hasChromium) workbench = await stage({ copied: LIBRARY })
}, 240_000)
afterAll(async () => {
  if (hasChromium) await workbench.close()
})

const CASE = `#/case/${LIBRARY.replace('/', '-')}`

test.skipIf(!hasChromium)(
  'what is written in one page is seen in the other, and a draft of one is a draft of both',
  { timeout: 240_000 },
  async () => {
    const seen = await workbench.beside({ width: 1280, dark: false, pages: 2 })
    const [writing, looking] = seen.map(({ page }) => page)
    if (!writing || !looking) throw new Error('there are not two pages')
    await writing.goto(`${workbench.serving.url}/${CASE}/case/text:title`)
    await looking.goto(`${workbench.serving.url}/${CASE}/desk`)
    await looking.locator('main p[data-verdict]').waitFor()
    const heading = looking.getByRole('heading', { level: 1 })

    await writing
      .locator('.cm-line')
      .filter({ hasText: /^title:/ })
      .click()
    await writing.keyboard.press('End')
    await writing.keyboard.press('ArrowLeft')
    await writing.keyboard.type(' seen')
    await heading.filter({ hasText: /seen/ }).waitFor()

    await writing.goto(`${workbench.serving.url}/${CASE}/case`)
    await writing.getByRole('button', { name: 'Change: Title' }).first().click()
    await writing.getByRole('textbox', { name: 'Title' }).fill('Written in a field')
    await writing.keyboard.press('Enter')
    await heading.filter({ hasText: 'Written in a field' }).waitFor()

    await writing.goto(`${workbench.serving.url}/${CASE}/desk`)
    await writing.getByRole('radio', { name: OPTION }).first().check()
    const drafts = looking.getByRole('option', { name: /^Draft of/ })
    await drafts.first().waitFor({ state: 'attached' })
    expect(await drafts.count()).toBe(1)
    await writing.getByRole('button', { name: /^Discard/ }).click()
    await drafts.first().waitFor({ state: 'detached' })
    expect(seen.flatMap(({ complaints }) => complaints)).toEqual([])
    await writing.context().close()
  }
)
