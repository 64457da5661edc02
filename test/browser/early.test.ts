import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Stage } from './chromium.ts'
import { hasChromium, stage } from './chromium.ts'

const CASE = 'ukraine-2024-maitra'
let set: Stage

/** What the page began, and which script began it: modules, unlike `early.js`, are no current one. */
interface Begun {
  readonly what: string
  readonly by: string
}

/** Notes every worker and every request for a case before any script of the page runs. */
function note(): void {
  const begun: Begun[] = []
  const by = (): string => {
    const script = document.currentScript
    return script instanceof HTMLScriptElement ? new URL(script.src).pathname : 'a module'
  }
  const plainFetch = globalThis.fetch
  globalThis.fetch = (input, init) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, location.href)
    if (pathname.startsWith('/api/cases/') && (init?.method ?? 'GET') === 'GET')
      begun.push({ what: pathname, by: by() })
    return plainFetch(input, init)
  }
  globalThis.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options)
      begun.push({ what: 'worker', by: by() })
    }
  }
  const { append } = Element.prototype
  Element.prototype.append = function (...nodes) {
    for (const node of nodes)
      if (node instanceof HTMLLinkElement) begun.push({ what: node.href, by: by() })
    append.apply(this, nodes)
  }
  Object.assign(globalThis, { begun })
}

const isFile = (what: string): boolean => what.startsWith('http')

const begunIn = (page: Page): Promise<readonly Begun[]> =>
  page.evaluate(() => (globalThis as unknown as { readonly begun: readonly Begun[] }).begun)

/** Files were asked for early, and none of them a second time by the module that needs it. */
async function onceEach(page: Page): Promise<void> {
  const early = (await begunIn(page)).filter(({ what, by }) => isFile(what) && by === '/early.js')
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => name)
  )
  expect(early.some(({ what }) => what.endsWith('.js'))).toBe(true)
  for (const { what } of early)
    expect([what, loaded.filter((one) => one === what)]).toEqual([what, [what]])
}

describe.skipIf(!hasChromium)('what is begun before the page is there', () => {
  beforeAll(async () => {
    set = await stage()
  }, 180_000)
  afterAll(() => set?.close())

  it('is what the page goes on with: the case is asked for once, and one worker reads it', async () => {
    const seen = await set.open({ width: 1280, dark: false })
    const { page } = seen
    await page.addInitScript(note)
    await page.goto(`${set.serving.url}/#/case/${CASE}/case`)
    await page
      .getByText(/Ukraine in NATO is not acceptable/)
      .first()
      .waitFor({ state: 'attached' })
    const begun = await begunIn(page)
    expect(begun.filter(({ what }) => !isFile(what))).toEqual([
      { what: 'worker', by: '/early.js' },
      { what: `/api/cases/${CASE}`, by: '/early.js' }
    ])
    await onceEach(page)
    expect([seen.complaints, seen.elsewhere]).toEqual([[], []])
    await page.close()
  }, 120_000)

  it('copies a case that ships, and goes on with the copy', async () => {
    const seen = await set.open({ width: 1280, dark: false })
    const { page } = seen
    const asked: string[] = []
    page.on('request', (request) => {
      const { pathname } = new URL(request.url())
      if (/^\/api\/cases(\/|$)/.test(pathname) && !pathname.endsWith('/events'))
        asked.push(`${request.method()} ${pathname}`)
    })
    await page.goto(`${set.serving.url}/#/case/austria-1955/desk`)
    await page.locator('main p[data-verdict]').first().waitFor({ state: 'attached' })
    expect(asked).toEqual(['GET /api/cases/austria-1955', 'POST /api/cases'])
    await page.close()
  }, 120_000)

  it('is, of the start page, its files alone', async () => {
    const { page } = await set.open({ width: 1280, dark: false })
    await page.addInitScript(note)
    await page.goto(set.serving.url)
    await page.getByText('A possible path to peace in Ukraine').first().waitFor()
    expect((await begunIn(page)).filter(({ what }) => !isFile(what))).toEqual([])
    await onceEach(page)
    await page.close()
  }, 120_000)
})
