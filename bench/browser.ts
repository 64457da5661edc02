/**
 * The workbench in Chromium: what it takes to open each room of a case that ships by its address,
 * cold, and how long a click on an option takes to its verdict on a package that was not judged
 * before. Run with `node bench/browser.ts`, on a machine that does nothing else; the
 * processor time says something on a busy one too.
 */
import type { CDPSession, Page, Request } from 'playwright-core'
import type { Stage } from '../test/browser/chromium.ts'
import { hasChromium, stage } from '../test/browser/chromium.ts'
import { figure } from './figures.ts'
import { synthetic } from './synthetic.ts'

/** What the room says while a first answer stands there. */
const REFINING = 'A first answer'

const CASE = 'ukraine-2024-maitra'
const CLICKS = 30

/** What stands in each room once it can be used. */
const USABLE = {
  desk: 'main p[data-verdict]',
  case: '#room h2',
  table: 'main thead strong[data-verdict]',
  deals: '#room figure svg',
  stability: '#room svg [data-state]'
} as const
type Room = keyof typeof USABLE

/** Milliseconds until a room stands there. */
const MOST = { desk: 1500, case: 2000, table: 2000, deals: 2000, stability: 2000 } as const

/** What the page measures by itself between an event and the picture that shows what came of it. */
interface Watch {
  /** From now on, what `selector` shows is watched. */
  readonly begin: (selector: string) => void
  /** Milliseconds from the event to the first changed picture, and to the last. */
  readonly ended: () => { readonly first: number; readonly last: number }
}

/** Put into the page before each measurement; times are those of the event itself. */
function watching(): void {
  let [from, first, last] = [0, 0, 0]
  let observer: MutationObserver | undefined
  const painted = (then: (now: number) => void): void => {
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => then(performance.now())
      port2.postMessage(undefined)
    })
  }
  const note = (event: Event): void => {
    from ||= event.timeStamp
  }
  const watch: Watch = {
    begin: (selector) => {
      ;[from, first, last] = [0, 0, 0]
      for (const name of ['click', 'input']) addEventListener(name, note, { capture: true })
      observer?.disconnect()
      observer = new MutationObserver(() => {
        if (from === 0) return
        painted((now) => {
          first ||= now
          last = now
        })
      })
      const [place] = document.querySelectorAll(selector)
      const what = { subtree: true, childList: true, characterData: true, attributes: true }
      if (place) observer.observe(place, what)
    },
    ended: () => ({ first: first - from, last: last - from })
  }
  Object.assign(globalThis, { watch })
}

const begin = (page: Page, selector: string): Promise<void> =>
  page.evaluate((one) => (globalThis as unknown as { watch: Watch }).watch.begin(one), selector)

const ended = (page: Page): Promise<ReturnType<Watch['ended']>> =>
  page.evaluate(() => (globalThis as unknown as { watch: Watch }).watch.ended())

/** Processor time of all pages and their workers until now, in milliseconds. */
async function busy(browser: CDPSession): Promise<number> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo')
  return processInfo
    .filter(({ type }) => type === 'renderer')
    .reduce((sum, { cpuTime }) => sum + 1000 * cpuTime, 0)
}

/** How many requests waited for the one before: the longest row of them. */
function depthOf(requests: readonly Request[]): number {
  const times = requests
    .map((one) => one.timing())
    .map(({ startTime, responseEnd }) => ({ from: startTime, to: startTime + responseEnd }))
    .sort((a, b) => a.from - b.from)
  const depths: number[] = []
  times.forEach(({ from }, k) => {
    const before = depths.slice(0, k).filter((_, i) => (times[i]?.to ?? 0) <= from)
    depths.push(1 + Math.max(0, ...before))
  })
  return Math.max(0, ...depths)
}

/**
 * Goes to an address, and returns the milliseconds until what `selector` means is painted there. The
 * page tells by itself: whoever asks from outside looks twice in a second, and adds as much.
 */
async function painted(page: Page, url: string, selector: string): Promise<number> {
  await page.addInitScript((one) => {
    const look = (): void => {
      if (!document.querySelector(one)) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel()
        port1.onmessage = () => {
          Object.assign(globalThis, { paintedAt: performance.timeOrigin + performance.now() })
        }
        port2.postMessage(undefined)
      })
    }
    const observer = new MutationObserver(look)
    observer.observe(document, { subtree: true, childList: true, attributes: true })
  }, selector)
  const started = performance.timeOrigin + performance.now()
  await page.goto(url)
  const at = await page.waitForFunction(
    () => (globalThis as unknown as { readonly paintedAt?: number }).paintedAt
  )
  return ((await at.jsonValue()) ?? Number.NaN) - started
}

/** Opens a room of a case that is not in the workspace yet, in a browser that has seen nothing. */
async function opened(room: Room): Promise<void> {
  const set = await stage({ copied: false, shipped: true })
  try {
    const { page } = await set.open({ width: 1280, dark: false })
    const browser = await page.context().browser()?.newBrowserCDPSession()
    if (!browser) return
    const requests: Request[] = []
    page.on('requestfinished', (request) => requests.push(request))
    const before = await busy(browser)
    const wall = await painted(page, `${set.serving.url}/#/case/${CASE}/${room}`, USABLE[room])
    const processor = (await busy(browser)) - before
    for (const one of process.env['TRUCE_BENCH_TOLD'] ? requests : [])
      console.log(
        `  ${Math.round(one.timing().startTime - (requests[0]?.timing().startTime ?? 0))} ${one.url()}`
      )
    const told = `${requests.length} requests, ${depthOf(requests)} one after the other`
    report(`${room} by its address, cold`, wall, MOST[room])
    report(`${room} by its address, cold: processor`, processor)
    console.log(`  ${told}`)
  } finally {
    await set.close()
  }
}

const missed: string[] = []

function report(name: string, value: number, floor?: number): void {
  const within = figure({ name, value, unit: 'ms', ...(floor === undefined ? {} : { floor }) })
  if (!within) missed.push(name)
  const goal = floor === undefined ? '' : ` of ${floor}${within ? '' : '  MISSED'}`
  console.log(`${name}: ${Math.round(value)} ms${goal}`)
}

/** The least of the values that so many of them do not exceed. */
const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(share * values.length) - 1] ?? Number.NaN

/** What shows the verdict in a room. */
const CLICKED = { desk: 'main p[data-verdict]', table: 'main thead' } as const

/** Chooses an option of the issue at a place, so that the next click makes a package never judged. */
function chooseAt(place: number): void {
  const issues = [...document.querySelectorAll('main fieldset')]
    .map((one) => [...one.querySelectorAll<HTMLInputElement>('input[type=radio]')])
    // More than one option beside leaving it open; the first issue is the one that is measured.
    .filter((options) => options.length > 2)
    .slice(1)
  const options = issues[place % issues.length] ?? []
  const others = options.filter(({ checked }) => !checked)
  others[Math.floor(place / issues.length) % others.length]?.click()
}

async function clicked(set: Stage, room: keyof typeof CLICKED): Promise<void> {
  const { page } = await set.open({ width: 1280, dark: false })
  await page.addInitScript(watching)
  await page.goto(`${set.serving.url}/#/case/${CASE}/${room}`)
  await page.locator(USABLE[room]).first().waitFor()
  if (room === 'table')
    await page
      .getByRole('button', { name: /^Make a draft of it/ })
      .first()
      .click()
  const browser = await page.context().browser()?.newBrowserCDPSession()
  const before = browser ? await busy(browser) : 0
  const times: { first: number; last: number }[] = []
  for (let k = 0; k < CLICKS; k++) {
    const name = k % 2 === 0 ? /^Accession to NATO/ : /^Neutrality in law/
    const radio = page.getByRole('radio', { name }).first()
    await page.evaluate(chooseAt, k)
    await page.waitForTimeout(1500)
    await begin(page, CLICKED[room])
    await radio.evaluate((one: HTMLElement) => one.click())
    await page.waitForTimeout(1500)
    const took = await ended(page)
    // Some packages have the verdict and the chance, as they are written, of the one before.
    if (took.first > 0) times.push(took)
  }
  console.log(`  ${times.length} of ${CLICKS} clicks changed what is shown`)
  const [first, last] = [times.map((one) => one.first), times.map((one) => one.last)]
  report(`${room}: click to verdict, median`, quantile(first, 0.5))
  report(`${room}: click to verdict, p95`, quantile(first, 0.95), 50)
  report(`${room}: click to settled, p95`, quantile(last, 0.95), 150)
  // All that follows a click counts, what looks closer at the package too; two clicks each time.
  if (browser) report(`${room}: click, processor`, ((await busy(browser)) - before) / CLICKS / 2)
  await page.close()
}

/** The deal space of as many packages as the design asks for: its first picture, and the whole. */
async function wide(linked: boolean): Promise<void> {
  const set = await stage({ copied: false, shipped: true })
  try {
    const { url, token } = set.serving
    const files = synthetic({ issues: 20, options: 6, parties: 5, linked })
    await fetch(`${url}/api/cases`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-truce-token': token },
      body: JSON.stringify({ from: 'files', files })
    })
    const { page } = await set.open({ width: 1280, dark: false })
    const started = performance.now()
    const first = await painted(page, `${url}/#/case/new-case/deals`, USABLE.deals)
    const kind = `20 issues of 6 options, 5 parties, ${linked ? 'nearly all' : 'none'} linked`
    report(`${kind}: first picture`, first, 2000)
    await page.getByText(REFINING).waitFor({ state: 'detached', timeout: 120_000 })
    report(`${kind}: refined`, performance.now() - started)
  } finally {
    await set.close()
  }
}

/** What a person takes to find what they want in an open menu, in milliseconds. */
const CHOOSING = 1000

/** A briefing as a Word document, the first thing that is asked of a server: from the choice to the file. */
async function exported(length: 'Two pages' | 'Whole briefing'): Promise<void> {
  const set = await stage({ shipped: true })
  try {
    const { page } = await set.open({ width: 1280, dark: false })
    await page.goto(`${set.serving.url}/#/case/${CASE}/desk`)
    await page.locator(USABLE.desk).first().waitFor()
    // What a verdict brings with it is done.
    await page.waitForTimeout(8000)
    await page.getByRole('button', { name: 'Report', exact: true }).click()
    await page.waitForTimeout(CHOOSING)
    const file = page.waitForEvent('download', { timeout: 60_000 })
    const started = performance.now()
    await page.getByRole('menuitem', { name: new RegExp(`^${length}.*DOCX`) }).click()
    await file
    report(`${length} as DOCX, asked first of all`, performance.now() - started, 5000)
  } finally {
    await set.close()
  }
}

/** `desk`, `table`, .. `wide`, `exports` or `clicks`: only these. */
const asked = process.argv.slice(2)
const wants = (what: string): boolean => asked.length === 0 || asked.includes(what)

if (!hasChromium) console.log('not measured: there is no Chromium (TRUCE_CHROMIUM names one)')
else {
  const rooms = Object.keys(USABLE) as Room[]
  for (const room of rooms.filter(wants)) await opened(room)
  if (wants('wide')) for (const linked of [false, true]) await wide(linked)
  if (wants('exports')) {
    await exported('Two pages')
    await exported('Whole briefing')
  }
  if (wants('clicks')) {
    const set = await stage({ shipped: true })
    await clicked(set, 'desk')
    await clicked(set, 'table')
    await set.close()
  }
}
process.exitCode = missed.length > 0 ? 1 : 0
