import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { STARTING_CASE } from '../../packages/cli/src/commands/new.ts'
import { sampled } from '../../packages/core/test/laws.ts'
import type { Serving } from '../../packages/server/src/index.ts'
import { serve } from '../../packages/server/src/index.ts'

const root = join(import.meta.dirname, '../..')

/**
 * A browser of the system; none is ever downloaded. The one without a window comes first: the other
 * starts pages of its own beside ours, which take the processor from it.
 */
const PROGRAM = [
  process.env['TRUCE_CHROMIUM'],
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome'
].find((path) => path !== undefined && existsSync(path))

/**
 * False where no Chromium is at hand; then its tests are skipped. It is an error to be without it
 * where it is required.
 */
export const hasChromium = PROGRAM !== undefined
if (!hasChromium && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('chromium'))
  throw new Error('TRUCE_REQUIRE asks for Chromium, but there is none')

/** The workbench as it is served, in a workspace of its own, and a browser to look at it. */
export interface Stage {
  readonly serving: Serving
  readonly workspace: string
  /** A page that keeps what the browser complains of, and every request that leaves the server. */
  readonly open: (look: Look) => Promise<Seen>
  /** Several pages of one browser, beside each other: they share what the browser keeps. */
  readonly beside: (look: Look & { readonly pages: number }) => Promise<readonly Seen[]>
  readonly close: () => Promise<void>
}

interface Look {
  readonly width: number
  readonly dark: boolean
}

export interface Seen {
  readonly page: Page
  readonly complaints: string[]
  readonly elsewhere: string[]
}

/**
 * A case that is looked at by default where any will do, by its place in the library: it is read and
 * judged in a moment. Its id in a workspace is the same with a dash.
 */
export const SMALL = 'panama-canal/1977'

export const FLAGSHIP = 'ukraine/2024-maitra'

/**
 * Builds the page where it is stale, serves it and starts the browser. One case of the library is
 * in the workspace, the flagship unless it is said; none where nothing is to be `copied` there.
 */
export async function stage({
  copied = FLAGSHIP,
  shipped = false
}: {
  readonly copied?: string | false
  /** Whether browser and server do as people's do, though it is no full run. */
  readonly shipped?: boolean
} = {}): Promise<Stage> {
  const built = spawnSync(process.execPath, ['scripts/setup.mjs', 'web'], {
    cwd: root,
    encoding: 'utf8'
  })
  if (built.status !== 0)
    throw new Error(`the page could not be built:\n${built.stdout}\n${built.stderr}`)
  const workspace = await mkdtemp(join(tmpdir(), 'truce-'))
  const failures: string[] = []
  const serving = await serve({
    port: 0,
    workspace,
    library: join(root, 'cases'),
    web: join(root, 'packages/web/dist'),
    startingCase: Object.entries(STARTING_CASE).map(([name, text]) => ({ name, text })),
    ...(shipped ? { readyAfter: 4000 } : {}),
    report: (error) => failures.push(String(error))
  })
  if (copied !== false) await copy(serving, copied)
  const browser = await launched(shipped ? SHIPPED : ARGUMENTS)
  return {
    serving,
    workspace,
    open: async (look) => watched(await (await contextOf(browser, look)).newPage(), serving.url),
    beside: async ({ pages, ...look }) => {
      const shared = await contextOf(browser, look)
      const opened = await Promise.all(Array.from({ length: pages }, () => shared.newPage()))
      return opened.map((page) => watched(page, serving.url))
    },
    close: async () => {
      await browser.close()
      await serving.close()
      await rm(workspace, { recursive: true, force: true })
      if (failures.length > 0) throw new Error(`the server failed:\n${failures.join('\n')}`)
    }
  }
}

/** Puts a case into the workspace, as opening it in the library does. */
export async function copy({ url, token }: Serving, library: string): Promise<void> {
  const response = await fetch(`${url}/api/cases`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-truce-token': token },
    body: JSON.stringify({ from: 'library', library })
  })
  if (!response.ok) throw new Error(`${library} could not be opened: ${await response.text()}`)
}

/**
 * What costs the processor and is no part of what is looked at. In a container the sandbox of the
 * browser cannot be set up; the pages are our own. Where there is no graphics card, playing one takes
 * a third more than drawing without. Scripts that are compiled and tidied up after by threads of
 * their own are compiled where nobody waits for them, which takes a fifth more, and the last of the
 * compilers takes more than it gives to pages that live for seconds; a full run does as browsers do.
 */
const SHIPPED = ['--no-sandbox', '--disable-gpu']
const ARGUMENTS = [...SHIPPED, ...sampled([], ['--js-flags=--single-threaded --no-turbofan'])]

/** The browser alone, without a server. */
export const launched = (args = ARGUMENTS): Promise<Browser> =>
  chromium.launch({ executablePath: PROGRAM ?? '', args })

/** A context of its own, in which nothing moves by itself: that takes from what is waited for. */
export const contextOf = (
  browser: Browser,
  { width, dark }: Look,
  options: BrowserContextOptions = {}
): Promise<BrowserContext> =>
  browser.newContext({
    viewport: { width, height: 900 },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: sampled('no-preference', 'reduce'),
    ...options
  })

function watched(page: Page, url: string): Seen {
  page.setDefaultTimeout(60_000)
  const [complaints, elsewhere]: [string[], string[]] = [[], []]
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('request', (request) => {
    if (!['blob:', 'data:', url].some((start) => request.url().startsWith(start)))
      elsewhere.push(request.url())
  })
  return { page, complaints, elsewhere }
}
