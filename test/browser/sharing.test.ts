import { join } from 'node:path'
import { Postgres } from '@truce/host/database'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sampled } from '../../packages/core/test/laws.ts'
import { hasPostgres } from '../../packages/host/test/cluster.ts'
import { clusterForTests } from '../../packages/host/test/postgres.ts'
import { PostgresTables } from '../../packages/server/src/team/access/index.ts'
import { PaperShelf } from '../../packages/server/src/team/papers/shelf.ts'
import { texts } from '../../packages/server/test/server.ts'
import { SIDES, World } from '../../packages/server/test/team/world.ts'
import { violations } from './axe.ts'
import { contextOf, hasChromium, launched } from './chromium.ts'

const web = join(import.meta.dirname, '../../packages/web/dist')
const WORDS = 'we would give up the northern bridge'

describe.skipIf(!hasChromium || !hasPostgres)('what a team shares', () => {
  const cluster = clusterForTests()
  let world: World
  let database: Postgres
  let browser: Browser
  let url = ''
  let of = ''
  const complaints: string[] = []

  beforeAll(async () => {
    database = await Postgres.open(cluster().url())
    const tables = await PostgresTables.open(database)
    world = new World(tables, { papers: await PaperShelf.open(database), web })
    url = await world.listen()
    for (const [lead, kind] of [
      ['med', 'mediation'],
      ['sa', 'delegation']
    ]) {
      const body = { name: `Office of ${lead}`, kind, lead }
      await world.ask('adm', 'POST', '/api/team/organisations', { body })
    }
    const body = { from: 'files', id: 'paper', files: texts(SIDES) }
    of = (await world.ask('med', 'POST', '/api/cases', { body })).body.id
    browser = await launched()
  })
  afterAll(async () => {
    await browser?.close()
    await world?.close()
    await database?.close()
  })

  const pageOf = async (
    person: string,
    hash: string,
    width = 1280,
    dark = false
  ): Promise<Page> => {
    const extraHTTPHeaders = { 'x-test-person': person }
    const context = await contextOf(browser, { width, dark }, { extraHTTPHeaders })
    // Accounts are kept by another part, which this application does without.
    const signed = { id: person, name: person.toUpperCase(), email: '', administrator: false }
    const kept = { next: 'nothing', ways: [], codes: true, backupCodes: 10, passkeys: [] }
    await context.route('**/api/account', (route) =>
      route.fulfill({ json: { ...signed, ...kept } })
    )
    const page = await context.newPage()
    page.setDefaultTimeout(60_000)
    page.on('pageerror', (error) => complaints.push(error.message))
    page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()))
    await page.goto(`${url}/#/sharing${hash}`)
    return page
  }
  /** Goes on to another place on the page that is there; in a full run, on one that is opened for it. */
  const onward = async (page: Page, ...to: Parameters<typeof pageOf>): Promise<Page> => {
    if (sampled(true, false)) return pageOf(...to)
    const [, hash, width = 1280, dark = false] = to
    const colorScheme = dark ? 'dark' : 'light'
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    await page.locator(`html[data-mantine-color-scheme=${colorScheme}]`).waitFor()
    await page.goto(`${url}/#/sharing${hash}`)
    return page
  }
  /** Each face as it stands: looked at by axe, and left as a picture where that is wished. */
  const shot = async (page: Page, name: string): Promise<void> => {
    expect([name, await violations(page)]).toEqual([name, []])
    const folder = process.env['TRUCE_SHOTS']
    if (folder) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true })
  }
  /** What reaches over the edge of the window. */
  const over = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll('body *')]
        .filter((one) => one.getBoundingClientRect().right > innerWidth + 1)
        .map((one) => `${one.tagName} ${one.className} ${one.textContent?.slice(0, 40)}`)
    )

  it('is shared and sealed by hand, read by whoever it is for, and by nobody unseen', async () => {
    const med = await pageOf('med', '')
    await med.getByLabel('Name of a new track').fill('Aside')
    await med.getByRole('button', { name: 'Open the track' }).click()
    const person = med.getByLabel('Person')
    await person.waitFor()
    // The lead of a track is offered nobody of a delegation who did not make themselves known.
    await expect
      .poll(() => person.locator('option').allTextContents())
      .toContain('MED, for Office of med')
    expect(await person.locator('option').allTextContents()).toEqual([
      'Choose',
      'MED, for Office of med'
    ])
    const own = await pageOf('sa', '', 390)
    await own.getByRole('button', { name: 'Let them know my name' }).click()
    await own.getByText('Office of med knows you by name, as of Office of sa.').waitFor()
    expect([await over(own), await violations(own)]).toEqual([[], []])
    await med.reload()
    for (const label of ['MED, for Office of med', 'SA, for Office of sa']) {
      await person.selectOption({ label })
      await med.getByRole('button', { name: 'Take in' }).click()
      await med.locator('li', { hasText: label }).waitFor()
    }
    await shot(med, 'all-1280-light')
    const at = await med.getByRole('link', { name: 'Aside' }).getAttribute('href')
    const track = at?.replace('#/sharing', '') ?? ''

    const sa = await pageOf('sa', track, 390, true)
    await sa.getByRole('button', { name: 'Make a key' }).click()
    await sa.getByText('Your own digits').waitFor({ state: 'attached' })
    await med.goto(`${url}/#/sharing${track}`)
    await med.getByRole('button', { name: 'Make a key' }).click()
    const seal = med.getByRole('button', { name: 'Seal it for 1 person' })
    await seal.waitFor()
    await shot(med, 'papers-compare-1280-light')
    // What is compared is what the other reads out.
    const digits = async (page: Page, heading: string): Promise<readonly string[]> =>
      (await page.locator('section', { hasText: heading }).first().textContent())?.match(
        /\d{5}/g
      ) ?? []
    const shown = await digits(med, 'Compare before anything is sealed')
    expect(shown).toHaveLength(12)
    expect(await digits(sa, 'Your own digits')).toEqual(shown)
    await med.getByRole('button', { name: 'They are the same: the digits of SA' }).click()
    await med.getByRole('button', { name: 'Seal it for 2 people' }).waitFor()
    await med.getByLabel('Title').fill('What the president would sign')
    const file = { name: 'draft.txt', mimeType: 'text/plain', buffer: Buffer.from(WORDS) }
    await med.locator('input[type=file]').last().setInputFiles(file)
    await med.getByRole('button', { name: 'Seal it for 2 people' }).click()
    await med.getByText('What the president would sign').waitFor()
    await shot(med, 'papers-1280-light')

    await sa.reload()
    await sa.getByText('What the president would sign').waitFor()
    const [saved] = await Promise.all([
      sa.waitForEvent('download'),
      sa.getByRole('button', { name: 'Save the file' }).click()
    ])
    expect(saved.suggestedFilename()).toBe('draft.txt')
    await shot(sa, 'papers-390-dark')
    expect(await over(sa)).toEqual([])

    // A key that changed is shown before anything is sealed to it.
    const other = await pageOf('sa', track)
    await other.getByRole('button', { name: 'Make a key' }).click()
    await other.getByText('Your own digits').waitFor({ state: 'attached' })
    await med.reload()
    await med.getByText('The key of SA has changed').waitFor()
    await med.getByRole('button', { name: 'Seal it for 1 person' }).waitFor()
    await shot(med, 'papers-changed-1280-light')

    const shared = await onward(med, 'med', `/case/${of}`)
    await shared.getByText('Nobody outside its organisation.').waitFor()
    await shared.getByLabel('With', { exact: true }).selectOption({ label: 'the track Aside' })
    await shared.getByRole('button', { name: 'Share', exact: true }).click()
    await shared.getByText('the track Aside may read it.').waitFor()
    const small = await onward(sa, 'sa', `/case/${of}`, 390)
    await small.getByText('Also has it open: MED').waitFor()
    expect(await over(small)).toEqual([])
    await shot(shared, 'case-1280-light')
    await shot(small, 'case-390-light')

    const acts = await onward(shared, 'med', '', 390, true)
    await acts.locator('summary').last().click()
    await acts.getByText(/SA read a sealed paper of the track Aside/).waitFor()
    await acts
      .getByText(/SA read the case “Small”/)
      .first()
      .waitFor()
    const told = await acts.locator('details').last().locator('li').allTextContents()
    for (const line of told) expect(line).not.toMatch(/[0-9a-f]{8}/)
    expect(new Set(told.map((line) => line.replace(/^.*?[AP]M/, ''))).size).toBe(told.length)
    expect(await over(acts)).toEqual([])
    await shot(acts, 'all-390-dark')
    expect(complaints).toEqual([])
  })
})
