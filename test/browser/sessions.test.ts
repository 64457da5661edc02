// Two people at one browser see nothing of each other's work, and a session that has ended is noticed
// by itself: after signing in again, the page hears of changes as before.
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { clusterForTests } from '../../packages/host/test/postgres.ts'
import { GOOD, totp } from '../../packages/server/test/team/bench.ts'
import { SIDES } from '../../packages/server/test/team/world.ts'
import type { TeamStage } from './team-stage.ts'
import { runs, teamStage } from './team-stage.ts'

const cluster = clusterForTests()
let set: TeamStage
beforeAll(async () => {
  if (runs) set = await teamStage(cluster().url())
}, 240_000)
afterAll(() => set?.close())

/** A machine may be busy. */
const PATIENT = { timeout: 60_000 }

/** Two of one organisation with a case, and who administers. */
async function twoOfOne() {
  const { ada, mediation } = await set.begun()
  const [max, mia] = [
    await set.member('Max', ada, [mediation]),
    await set.member('Mia', ada, [mediation])
  ]
  const of = await ada.makes('talks', 'The talks', { 'case.yaml': SIDES })
  return { ada, max, mia, of }
}

const titleLine = (page: Page) =>
  page
    .locator('.cm-line')
    .filter({ hasText: /^title:/ })
    .first()

test.skipIf(!runs)(
  'two at one browser see nothing of each other, and an ended session is taken up again',
  { timeout: 240_000 },
  async () => {
    const { ada, max, mia, of } = await twoOfOne()
    const saved = async (): Promise<string> =>
      JSON.stringify((await ada.ask('GET', `/api/cases/${of}`)).body.files)

    // Max writes, and nothing of it reaches the server: it is kept in the browser.
    const page = await max.looks(`#/case/${of}/case/text:title`)
    await page.route(`**/api/cases/${of}`, (route) =>
      route.request().method() === 'PUT' ? route.abort() : route.continue()
    )
    await titleLine(page).click()
    await page.keyboard.press('End')
    await page.keyboard.type(' of Max')
    const kept = () => page.evaluate(() => Object.entries(localStorage))
    await expect.poll(async () => JSON.stringify(await kept()), PATIENT).toContain('of Max')
    for (const [key, text] of await kept())
      if (text.includes('of Max')) expect(key).toBe(`truce.unsaved.${of}@${max.id}`)

    // Mia comes to the same browser, by the same address.
    await mia.sitsDown(page.context())
    await page.unroute(`**/api/cases/${of}`)
    await page.reload()
    await page.getByRole('link', { name: 'Signed in: Mia' }).waitFor()
    await titleLine(page).waitFor()
    expect(await titleLine(page).textContent()).toBe('title: The talks')
    expect(await saved()).not.toContain('of Max')

    // Max finds what he wrote, and now it is saved.
    await max.sitsDown(page.context())
    await page.reload()
    await titleLine(page).filter({ hasText: 'of Max' }).waitFor()
    await expect.poll(saved, PATIENT).toContain('of Max')

    // His sessions are ended from elsewhere: the page says so without being touched.
    const ended = await ada.ask('DELETE', `/api/administration/people/${max.id}/sessions`)
    expect(ended.status).toBe(200)
    await page.getByText(/Your session has ended/).waitFor()
    await page.getByLabel('E-mail address').fill('max@example.org')
    await page.locator('input[type=password]').fill(GOOD)
    await page.getByRole('button', { name: 'Sign in', exact: true }).click()
    // The code of this half minute may be spent.
    await page
      .getByLabel('Code of your app')
      .fill(totp(max.secret, Math.floor(Date.now() / 30_000) + 1))
    const heard = page.waitForResponse((answer) => answer.url().endsWith(`/api/cases/${of}/events`))
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('link', { name: 'Signed in: Max' }).waitFor()
    expect((await heard).status()).toBe(200)

    // What somebody saves is heard of again.
    const { body } = await mia.ask('GET', `/api/cases/${of}`)
    const files = body.files.map(({ name, text }: { name: string; text: string }) => ({
      name,
      text: text.replace('of Max', 'of both')
    }))
    const put = await mia.ask('PUT', `/api/cases/${of}`, { files, base: body.version })
    expect(put.status).toBe(200)
    await titleLine(page).filter({ hasText: 'of both' }).waitFor()
  }
)
