import { mkdirSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STARTING_CASE } from '../../packages/cli/src/commands/new.ts'
import { hasPostgres } from '../../packages/host/test/cluster.ts'
import { clusterForTests } from '../../packages/host/test/postgres.ts'
import type { ServingTeam } from '../../packages/server/src/team/index.ts'
import { serveTeam } from '../../packages/server/src/team/index.ts'
import { totp } from '../../packages/server/test/team/bench.ts'
import { violations } from './axe.ts'
import type { Stage } from './chromium.ts'
import { hasChromium, stage } from './chromium.ts'
import { freePort } from './free-port.ts'

const root = join(import.meta.dirname, '../..')
const PASSWORD = 'four unrelated words stand here'
const runs = hasChromium && hasPostgres
/** Where screenshots are left to be looked at; nowhere unless a folder is named. */
const SHOTS = process.env['TRUCE_SCREENSHOTS']

const cluster = clusterForTests()
let browser: Stage
let folder: string
let team: ServingTeam
let origin: string

beforeAll(async () => {
  if (!runs) return
  browser = await stage({ copied: false })
  folder = await mkdtemp(join(tmpdir(), 'truce-people-'))
  const port = await freePort()
  // A browser keeps the cookies of this origin, though it is not secret on the way: it goes nowhere.
  origin = `http://localhost:${port}`
  team = await serveTeam({
    ...{ database: cluster().url(), origin, secrets: join(folder, 'secrets'), behind: [] },
    ...{ environment: {}, port, address: '127.0.0.1', library: join(root, 'cases') },
    web: join(root, 'packages/web/dist'),
    startingCase: Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text })),
    report: (error) => console.error(error)
  })
}, 240_000)
afterAll(async () => {
  if (!runs) return
  await team.close()
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})

/** Each face as it stands: looked at by axe, and left as a picture where that is wished. */
async function shot(page: Page, name: string): Promise<void> {
  expect([name, await violations(page)]).toEqual([name, []])
  if (SHOTS === undefined) return
  mkdirSync(SHOTS, { recursive: true })
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true })
}

/** Signs up by a link, up to the second factor. */
async function signUp(page: Page, link: string, name: string, email?: string): Promise<void> {
  await page.goto(link)
  await page.getByLabel('Your name').fill(name)
  if (email !== undefined) await page.getByLabel('E-mail address').fill(email)
  await page.getByLabel('New password').fill(PASSWORD)
  await shot(page, `welcome-${name}`)
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('heading', { name: 'Set up your second factor' }).waitFor()
}

/** The link that is shown once for somebody. */
const linkFor = (page: Page, email: string): Promise<string> =>
  page.getByLabel(`Link for ${email}`).inputValue()

const keep = (page: Page): Promise<void> =>
  page.getByRole('button', { name: 'I have kept them' }).click()

/** The secret that the page shows as text. */
async function secretOn(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await page.getByRole('img', { name: /Picture with the secret/ }).waitFor()
  return (await page.locator('code').first().textContent()) ?? ''
}

const codeNow = (secret: string): string => totp(secret, Math.floor(Date.now() / 30_000))

test.skipIf(!runs)(
  'people come in by links, with codes and passkeys, lead and invite, and sessions end',
  { timeout: 240_000 },
  async () => {
    const admin = await browser.open({ width: 1280, dark: false })
    await signUp(admin.page, team.setup ?? '', 'Ada First', 'ada@un.example')
    const secret = await secretOn(admin.page)
    await shot(admin.page, 'set-up')
    await admin.page.getByLabel('Code of your app').fill(codeNow(secret))
    await admin.page.getByRole('button', { name: 'Take it into use' }).click()
    await shot(admin.page, 'codes')
    await keep(admin.page)
    await admin.page.getByRole('link', { name: 'Signed in: Ada First' }).waitFor()
    expect(admin.page.url()).toBe(`${origin}/#/`)

    await admin.page.getByRole('link', { name: 'People' }).click()
    await admin.page.getByLabel('Name of the organisation').fill('The delegation')
    await admin.page.getByRole('button', { name: 'Make the organisation' }).click()
    await admin.page.getByText('The delegation (delegation)').waitFor()
    await admin.page.getByLabel('E-mail address').fill('lea@un.example')
    await admin.page.getByLabel('As the first lead of').selectOption('The delegation')
    await admin.page.getByRole('button', { name: 'Make the link' }).click()
    const toLead = await linkFor(admin.page, 'lea@un.example')
    await shot(admin.page, 'people')

    const lead = await browser.open({ width: 390, dark: true })
    const keys = await lead.page.context().newCDPSession(lead.page)
    await keys.send('WebAuthn.enable')
    await keys.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        ...{ protocol: 'ctap2', transport: 'internal', hasResidentKey: true },
        ...{ hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true }
      }
    })
    await signUp(lead.page, toLead, 'Lea Second')
    await lead.page.getByLabel('A name for the passkey').fill('my phone')
    await lead.page.getByRole('button', { name: 'Add a passkey' }).click()
    await keep(lead.page)
    await lead.page.getByRole('link', { name: 'The delegation' }).click()
    await lead.page.getByRole('heading', { level: 1, name: 'The delegation' }).waitFor()
    await lead.page.getByLabel('E-mail address').fill('ann@un.example')
    await lead.page.getByLabel('Role', { exact: true }).selectOption('analyst')
    await lead.page.getByRole('button', { name: 'Make the link' }).click()
    const toAnalyst = await linkFor(lead.page, 'ann@un.example')
    await shot(lead.page, 'organisation')
    expect(toAnalyst).toMatch(/#\/welcome\/[\w-]{43}$/)

    // All sessions are ended from elsewhere; what was typed stays, and a passkey alone leads back to it.
    await lead.page.getByLabel('E-mail address').fill('half-typed@un')
    await admin.page.getByRole('link', { name: 'Cases' }).click()
    await admin.page.getByRole('link', { name: 'People' }).click()
    await admin.page.getByRole('button', { name: 'More: Lea Second' }).click()
    await admin.page.getByRole('menuitem', { name: 'End all sessions' }).click()
    await admin.page.getByText('ended all sessions of').waitFor()
    await lead.page.getByRole('button', { name: /Withdraw the invitation/ }).click()
    await lead.page.getByText(/Your session has ended/).waitFor()
    await shot(lead.page, 'ended')
    await lead.page.getByRole('button', { name: 'By passkey alone' }).click()
    await lead.page.getByRole('heading', { level: 1, name: 'The delegation' }).waitFor()
    expect(await lead.page.getByLabel('E-mail address').inputValue()).toBe('half-typed@un')

    await lead.page.getByRole('link', { name: /Signed in/ }).click()
    await lead.page.getByRole('button', { name: 'Take away the passkey my phone' }).waitFor()
    await shot(lead.page, 'account')
    const kept = await lead.page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }])
    )
    for (const one of [PASSWORD, toLead.split('/').at(-1) ?? '', toAnalyst.split('/').at(-1) ?? ''])
      expect(kept).not.toContain(one)
    await lead.page.getByRole('button', { name: 'Sign out' }).click()
    await lead.page.getByRole('heading', { name: 'Sign in' }).waitFor()
    await shot(lead.page, 'sign-in')
    const wide = await lead.page.evaluate(() => document.documentElement.scrollWidth)
    expect(wide).toBeLessThanOrEqual(390)
    // What the browser itself says of refusals that are part of the way, and nothing else.
    const others = [...admin.complaints, ...lead.complaints].filter(
      (one) => !/status of 40[13]/.test(one)
    )
    expect(others).toEqual([])
  }
)
