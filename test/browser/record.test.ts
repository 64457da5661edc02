import type { Locator, Page } from 'playwright-core'
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

const ROOM = '#/case/ukraine-2024-maitra/record'

const as = (page: Page, who: string): Promise<unknown> =>
  page.getByLabel('Write as').selectOption({ label: who })

/** Reports an incident in the form of Today. */
async function report(page: Page, place: string): Promise<void> {
  const form = page.locator('details', { hasText: 'Report an incident' }).first()
  if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click()
  await form.getByRole('combobox', { name: 'What', exact: true }).selectOption({ label: 'Fire' })
  await form.getByRole('textbox', { name: 'Place' }).fill(place)
  await form.getByRole('button', { name: 'Sign and send' }).click()
}

const lineOf = (page: Page, place: string): Locator =>
  page.getByRole('main').getByRole('button', { name: new RegExp(place) })

test.skipIf(!hasChromium)(
  'an exercise: reported by one side, acknowledged by the other, seen live, written without the server, verified',
  { timeout: 240_000 },
  async () => {
    const seen = await workbench.beside({ width: 1280, dark: false, pages: 2 })
    const [writing, looking] = seen.map(({ page }) => page)
    if (!writing || !looking) throw new Error('there are not two pages')
    await writing.goto(`${workbench.serving.url}/${ROOM}`)
    await writing.getByLabel('Title').fill('Trial')
    await writing.getByRole('button', { name: 'Begin the record' }).click()
    await writing.getByText('No message waits beyond its time.').waitFor()
    await looking.goto(`${workbench.serving.url}/${ROOM}`)
    await looking.getByText('No message waits beyond its time.').waitFor()

    await as(writing, 'Ukraine, head of delegation')
    await report(writing, 'the mill')
    await lineOf(looking, 'the mill').waitFor()

    await lineOf(looking, 'the mill').click()
    await as(looking, 'Russia, head of delegation')
    const next = looking.getByRole('region', { name: 'What can be done next' })
    await next.getByLabel('Step').selectOption({ label: 'Acknowledged' })
    await next.getByRole('button', { name: 'Sign and send' }).click()
    await looking
      .getByRole('region', { name: /^What was done/ })
      .getByText(/^Acknowledged/)
      .waitFor()
    await writing.getByText(/reported by Ukraine · acknowledged/).waitFor()

    // What is written while the server cannot be reached is signed and waits.
    await writing.context().setOffline(true)
    await report(writing, 'the ford')
    await writing.getByText(/Incident reported, Ukraine, .*: waiting to be sent/).waitFor()
    expect(await lineOf(writing, 'the ford').count()).toBe(0)
    await writing.context().setOffline(false)
    await lineOf(writing, 'the ford').waitFor()
    await writing.getByText(/waiting to be sent/).waitFor({ state: 'detached' })

    await writing.getByRole('link', { name: 'All entries' }).click()
    await writing.getByRole('button', { name: 'Verify the record' }).click()
    await writing.getByText('All 4 entries verified.').waitFor()
    const [loud, quiet] = seen.map(({ complaints }) =>
      complaints.filter((one) => !/ERR_INTERNET_DISCONNECTED/.test(one))
    )
    expect([loud, quiet]).toEqual([[], []])
    expect(seen.flatMap(({ elsewhere }) => elsewhere)).toEqual([])
    await writing.context().close()
  }
)
