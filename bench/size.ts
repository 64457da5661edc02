/**
 * How much the first view of the workbench loads: the page and everything that the browser asks for
 * until the library stands there, compressed one by one as a server would. Run with `node
 * bench/size.ts`; needs Chromium and builds the page where it is stale.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { hasChromium, stage } from '../test/browser/chromium.ts'
import { figure } from './figures.ts'

/**
 * 134 kB of scripts and 171 kB in all when this was first measured, and room for a tenth; the regular
 * cut of the text face came later, with 16 kB.
 */
const MOST = { scripts: 150_000, all: 206_000 } as const
const dist = join(import.meta.dirname, '../packages/web/dist')

/** Paths of the files that the first view asks for. */
async function loaded(): Promise<readonly string[]> {
  const set = await stage()
  try {
    const { page } = await set.open({ width: 1280, dark: false })
    const paths = new Set<string>()
    page.on('request', (request) => {
      const { origin, pathname } = new URL(request.url())
      if (origin === set.serving.url && !pathname.startsWith('/api/')) paths.add(pathname)
    })
    await page.goto(set.serving.url, { waitUntil: 'networkidle' })
    await page.getByText('A possible path to peace in Ukraine').first().waitFor()
    return [...paths].sort()
  } finally {
    await set.close()
  }
}

async function measure(): Promise<void> {
  const sizes = (await loaded()).map((path) => {
    const bytes = readFileSync(join(dist, path === '/' ? 'index.html' : path))
    return { path, size: gzipSync(bytes, { level: 9 }).length }
  })
  for (const { path, size } of [...sizes].sort((a, b) => b.size - a.size).slice(0, 8))
    console.log(`  ${String(size).padStart(7)}  ${path}`)
  const scripts = sizes.filter(({ path }) => path.endsWith('.js'))
  const within = [told('scripts', scripts), told('all', sizes)]
  process.exitCode = within.every(Boolean) ? 0 : 1
}

function told(what: keyof typeof MOST, files: readonly { readonly size: number }[]): boolean {
  const value = files.reduce((sum, { size }) => sum + size, 0)
  const name = `first view, gzipped: ${what}`
  const within = figure({ name, value, unit: 'bytes', floor: MOST[what] })
  console.log(
    `${name}, ${files.length} files: ${value} bytes of ${MOST[what]}${within ? '' : '  MISSED'}`
  )
  return within
}

if (hasChromium) await measure()
else console.log('not measured: there is no Chromium (TRUCE_CHROMIUM names one)')
