// Seven people of four organisations on one server with a database: two delegations with cases of their
// own, a mediation that sees what each allows, and observers who are monitors: one files what she saw
// in a record whose case she may not read, and nothing of that case reaches either.
import { generateKeyPairSync } from 'node:crypto'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { STARTING_CASE } from '../../packages/cli/src/commands/new.ts'
import { clusterForTests } from '../../packages/host/test/postgres.ts'
import { SIDES } from '../../packages/server/test/team/world.ts'
import { violations } from './axe.ts'
import type { Someone, TeamStage } from './team-stage.ts'
import { runs, teamStage } from './team-stage.ts'

const cluster = clusterForTests()
let set: TeamStage
beforeAll(async () => {
  if (runs) set = await teamStage(cluster().url())
}, 240_000)
afterAll(() => set?.close())

/** Words of the talks' case that are no names of parties. */
const ITS_WORDS = ['Water', 'Halves', 'it counts', 'interests', 'proposals']

/** What the server answers a page from now on; what is in base 64 is read as well. */
function hearing(page: Page) {
  const said: Promise<{ readonly path: string; readonly text: string }>[] = []
  const plain = (text: string): string =>
    [text, ...[...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([one]) => atob(one))].join('\n')
  page.on('response', (response) => {
    const path = new URL(response.url()).pathname
    // A stream has no end to wait for; what it tells is the size of the record.
    if (!path.startsWith('/api/') || path.endsWith('/events')) return
    said.push(response.text().then((text) => ({ path, text: plain(text) })))
  })
  return { all: () => Promise.all(said) }
}

/** The public half of a key that somebody made elsewhere. */
const broughtKey = (): string =>
  generateKeyPairSync('ed25519')
    .publicKey.export({ format: 'der', type: 'spki' })
    .subarray(-32)
    .toString('base64')

test.skipIf(!runs)(
  'each sees what is theirs and what was shared, an observer files, and nobody sees more',
  { timeout: 240_000 },
  async () => {
    const { ada, mediation } = await set.begun()
    const organisation = async (name: string, kind: string): Promise<string> =>
      (await ada.ask('POST', '/api/team/organisations', { name, kind })).body.id
    const [as, bs, os] = [
      await organisation('Delegation of A', 'delegation'),
      await organisation('Delegation of B', 'delegation'),
      await organisation('The observers', 'observers')
    ]
    const first = async (name: string, to: string): Promise<Someone> => {
      const wish = { email: `${name}@example.org`.toLowerCase(), organisation: to }
      return set.by(
        (await ada.ask('POST', '/api/administration/invitations', wish)).body.link,
        name
      )
    }
    const { member } = set
    const [anna, ben] = [await first('Anna', as), await first('Ben', bs)]
    const [aron, max, olga] = [
      await member('Aron', anna, [as]),
      await member('Max', ada, [mediation]),
      await member('Olga', ada, [mediation, 'monitor'])
    ]
    const oscar = await member('Oscar', await first('Odile', os), [os, 'monitor'])

    // Two cases that are confidential, and one for all.
    const [ofA, ofB] = [
      await anna.makes('ours', 'What A could sign', STARTING_CASE),
      await ben.makes('ours', 'What B could sign', STARTING_CASE)
    ]
    const common = await ada.makes('talks', 'The talks', { 'case.yaml': SIDES })
    const share = (by: Someone, id: string, to: string) =>
      by.ask('PUT', `/api/team/cases/${id}/shares/organisation/${to}`, { may: 'read' })
    const shares = [
      await share(anna, ofA, mediation),
      await share(ben, ofB, mediation),
      await share(ada, common, as),
      await share(ada, common, bs)
    ]
    expect(shares.map(({ status }) => status)).toEqual([200, 200, 200, 200])

    // Each one's page shows just that, also at a browser where others were before.
    const lists = await max.looks('#/')
    const listed = async (one: Someone): Promise<readonly string[]> => {
      await one.sitsDown(lists.context())
      await lists.reload()
      await lists.getByText('The talks').first().waitFor()
      const text = (await lists.getByRole('main').textContent()) ?? ''
      return ['What A could sign', 'What B could sign', 'The talks'].filter((title) =>
        text.includes(title)
      )
    }
    expect(await listed(aron)).toEqual(['What A could sign', 'The talks'])
    expect(await listed(ben)).toEqual(['What B could sign', 'The talks'])
    expect(await listed(max)).toEqual(['What A could sign', 'What B could sign', 'The talks'])

    // The mediation reads the verdict under what A allows; to B its address is that of nothing.
    await lists.goto(`${set.origin}/#/case/${ofA}`)
    await lists.getByRole('heading', { level: 1, name: 'What A could sign' }).waitFor()
    await lists.locator('main p[data-verdict]').filter({ hasText: /%/ }).waitFor()
    await lists.context().close()
    const [unseen, nothing] = [ofA, `ours-${'0'.repeat(8)}`].map((id) => `/api/cases/${id}`)
    const answers = [await ben.ask('GET', unseen ?? ''), await ben.ask('GET', nothing ?? '')]
    expect(answers.map(({ status }) => status)).toEqual([404, 404])
    expect(JSON.stringify(answers[0]?.body).replaceAll(ofA, '')).toBe(
      JSON.stringify(answers[1]?.body).replaceAll(`ours-${'0'.repeat(8)}`, '')
    )

    // The record: the mediation keeps it, the delegations bring their keys.
    const room = `#/case/${common}/record`
    const keeping = await ada.looks(room)
    await keeping.getByLabel('Title').fill('The record of the talks')
    await keeping.getByLabel('Who keeps it').selectOption({ label: 'M' })
    for (const party of ['A', 'B', 'O']) {
      await keeping
        .getByLabel(`Key of ${party}`, { exact: true })
        .selectOption({ label: 'Brought along' })
      await keeping.getByLabel(`Public key of ${party}`).fill(broughtKey())
    }
    const keyOf = (party: string) => keeping.getByLabel(`Key of ${party}`, { exact: true })
    await keyOf('M').selectOption({ label: 'Make a key here' })
    await keeping.getByLabel('Role of M').selectOption({ label: 'head of delegation' })
    await keeping.getByRole('button', { name: 'Begin the record' }).click()
    await keeping.getByText('No message waits beyond its time.').waitFor()
    const [record] = (await ada.ask('GET', `/api/cases/${common}/records`)).body.records
    const parts = `/api/team/cases/${common}/records/${record.id}/participants`
    for (const [to, party] of [
      [as, 'a'],
      [bs, 'b'],
      [os, 'o']
    ])
      expect((await ada.ask('PUT', `${parts}/${to}`, { party })).status).toBe(200)

    // An observer asks for a key of her own, which the head of her delegation accepts.
    const field = await olga.looks('#/')
    const heard = hearing(field)
    await field.getByRole('link', { name: 'The record of the talks' }).click()
    await field.getByText(/You take part for M, and file what you see/).waitFor()
    expect(new URL(field.url()).hash).toBe(`#/record/${common}/${record.id}`)
    expect(await violations(field)).toEqual([])
    await field.getByRole('link', { name: 'All entries' }).click()
    await field.getByText('Ask for a key of your own').click()
    expect(await field.getByLabel('Delegation').locator('option:checked').textContent()).toBe('M')
    await field.getByRole('button', { name: 'Make a key and write the request' }).click()
    const request = await field
      .getByLabel('The request, for the head of your delegation')
      .inputValue()
    await keeping.getByRole('link', { name: 'All entries' }).click()
    await keeping.getByLabel('Write as').selectOption({ label: 'M, head of delegation' })
    const adding = keeping.locator('details', { hasText: 'Add a key of your party' }).first()
    if ((await adding.getAttribute('open')) === null) await adding.locator('summary').click()
    await adding.getByLabel(/^Public key/).fill(request)
    await adding.getByText(/compare it with what its owner reads out/).waitFor()
    await adding.getByRole('button', { name: 'Add this public key' }).click()

    await field.getByRole('link', { name: 'Today' }).click()
    const form = field.locator('details', { hasText: 'Report an incident' }).first()
    if ((await form.getAttribute('open')) === null) await form.locator('summary').first().click()
    await form.getByRole('textbox', { name: 'Place' }).waitFor()
    expect(await violations(field)).toEqual([])
    await form.getByRole('combobox', { name: 'What', exact: true }).selectOption({ label: 'Fire' })
    await form.getByRole('textbox', { name: 'Place' }).fill('the mill')
    await form.getByRole('button', { name: 'Sign and send' }).click()

    // Both delegations see it.
    for (const one of [anna, ben]) {
      const page = await one.looks(room)
      await page
        .getByRole('main')
        .getByRole('button', { name: /the mill/ })
        .waitFor()
      // Neither writes as who keeps it.
      const writers = page.getByLabel('Write as').locator('option')
      expect(await writers.allTextContents()).toEqual([expect.stringMatching(/^[AB], no key yet$/)])
      await page.context().close()
    }
    // And so does the other observer, who has no part in it but to look on.
    const apart = await oscar.looks(`#/record/${common}/${record.id}`)
    const other = hearing(apart)
    await apart.reload()
    await apart.getByRole('button', { name: /the mill/ }).waitFor()
    await apart.getByText('To write here you need a key of your own').waitFor({ state: 'attached' })
    for (const page of [field, apart])
      expect(
        await page
          .getByRole('navigation', { name: 'Views of the record' })
          .getByRole('link')
          .allTextContents()
      ).toEqual(['Today', 'Incidents', 'All entries'])

    const whole = await ada.ask('GET', `/api/cases/${common}/records/${record.id}/case`)
    for (const word of ITS_WORDS) expect(JSON.stringify(whole.body)).toContain(word)
    // No answer that reached either has a word of the case in it, and the case itself gave none.
    for (const [one, answers] of [
      [olga, heard],
      [oscar, other]
    ] as const) {
      const told = await answers.all()
      expect(told.length).toBeGreaterThan(3)
      for (const { path, text } of told) {
        expect(path).not.toMatch(/\/api\/cases\/[^/]+(\/events|\/versions.*)?$|\/case$|\/daily$/)
        for (const word of ITS_WORDS)
          expect([path, word, text.includes(word)]).toEqual([path, word, false])
      }
      for (const at of [`/api/cases/${common}`, `/api/cases/${common}/versions`])
        expect((await one.ask('GET', at)).status).toBe(404)
      expect((await one.ask('GET', `/api/cases/${common}/records/${record.id}/case`)).status).toBe(
        403
      )
      expect((await one.ask('GET', '/api/cases')).body.cases).toEqual([])
    }
    const loud = set.complaints().filter((one) => !/status of 40[13]/.test(one))
    expect(loud).toEqual([])
  }
)
