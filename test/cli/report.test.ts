import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ran } from './run.ts'
import { run } from './run.ts'

const folder = mkdtempSync(join(tmpdir(), 'truce-report-'))
afterAll(() => rmSync(folder, { recursive: true }))

const PANAMA = 'cases/panama-canal/1977'
const FLAGSHIP = 'cases/ukraine/2024-maitra'
const ELMIRA = 'cases/classics/elmira'
const DRAWS = ['--draws', '200']
const out = (name: string): string => join(folder, name)
const FORMATS = ['md', 'html', 'docx', 'pdf']

/** The whole report in every format; more than one test looks at it. */
const wrote = new Map<string, Ran>()
beforeAll(async () => {
  for (const format of FORMATS)
    wrote.set(format, await run(['report', PANAMA, ...DRAWS, '--out', out(`one.${format}`)]))
})

describe('truce report', () => {
  it.each(FORMATS)('writes the same bytes twice as %s', async (format) => {
    const [one, two] = [out(`one.${format}`), out(`two.${format}`)]
    const again = await run(['report', PANAMA, ...DRAWS, '--out', two])
    for (const [path, ran] of [
      [one, wrote.get(format)],
      [two, again]
    ] as const) {
      expect([ran?.code, ran?.stderr]).toEqual([0, ''])
      expect(ran?.stdout).toContain(`wrote ${path}\n`)
    }
    const [first, second] = [one, two].map((path) => readFileSync(path))
    // the pictures of Markdown are named after its own file
    const plain = (bytes: Buffer | undefined): string =>
      (bytes ?? Buffer.of()).toString('latin1').replaceAll('](two-', '](one-')
    expect(plain(second)).toBe(plain(first))
    expect(first?.length).toBeGreaterThan(5000)
  })

  it('writes the pictures of Markdown beside it, and where it says', async () => {
    const written = readFileSync(out('one.md'), 'utf8')
    const named = [...written.matchAll(/\]\((one-[\w-]+\.svg)\)/g)].map(([, name]) => name)
    expect(named).toEqual([
      'one-readings-adjusted-winner.svg',
      'one-readings-land-to-the-us.svg',
      'one-readings-all-us.svg',
      'one-readings-all-panama.svg',
      'one-deal-space.svg',
      'one-gains.svg'
    ])
    expect(readdirSync(folder)).toEqual(expect.arrayContaining(named))
    expect(readFileSync(out('one-gains.svg'), 'utf8')).toMatch(/^<svg /)
  })

  it('prints Markdown and HTML, with the verdicts, the seed and the hash of the case', async () => {
    const markdown = await run([
      'report',
      PANAMA,
      ...DRAWS,
      '--to',
      'md',
      '--seed',
      '7',
      '--proposal',
      'all-us'
    ])
    expect(markdown.code).toBe(0)
    expect(markdown.stdout).toContain('Everything as the United States wishes | dead on arrival |')
    expect(markdown.stdout).not.toContain('all-panama')
    expect(markdown.stdout).toContain('- **Seed:** 7')
    expect(markdown.stdout).toMatch(/- \*\*Case:\*\* sha256:[0-9a-f]{64}/)
    expect((await run(['report', PANAMA, ...DRAWS, '--short', '--to', 'html'])).stdout).toMatch(
      /^<!doctype html>/
    )
  })

  it('keeps to its first pages when asked to be short, in every format', async () => {
    for (const format of FORMATS) {
      const [path, whole] = [out(`short.${format}`), out(`one.${format}`)]
      const { code } = await run(['report', PANAMA, ...DRAWS, '--short', '--out', path])
      expect(code).toBe(0)
      expect(readFileSync(path).length).toBeLessThan(readFileSync(whole).length)
    }
    const text = readFileSync(out('short.md'), 'utf8')
    expect(text).toContain('## Would it hold?')
    expect(text).not.toContain('# Annex')
    expect(readFileSync(out('one.md'), 'utf8').startsWith(text.trimEnd())).toBe(true)
  })

  it('is two pages of PDF for the flagship, three at most', async () => {
    const path = out('flagship.pdf')
    const { code } = await run(['report', FLAGSHIP, ...DRAWS, '--short', '--out', path])
    expect(code).toBe(0)
    const counts = [
      ...readFileSync(path, 'latin1').matchAll(/\/Type \/Pages\b[^>]*?\/Count (\d+)/g)
    ]
    const pages = Math.max(...counts.map(([, n]) => Number(n)))
    expect(pages).toBeGreaterThanOrEqual(1)
    expect(pages).toBeLessThanOrEqual(3)
  })

  it('tells of a case that has a graph and no proposal', async () => {
    const { code, stdout } = await run(['report', ELMIRA, ...DRAWS, '--to', 'md'])
    expect(code).toBe(0)
    expect(stdout).toContain('There is no proposal to judge.')
    expect(stdout).toContain('### settlement holds in every sense')
    expect(stdout).not.toMatch(/NaN|undefined|\[object/)
  })

  it('says what it needs, and writes over nothing', async () => {
    const usage = async (...argv: readonly string[]): Promise<string> => {
      const { code, stderr } = await run(['report', ...argv])
      expect(code).toBe(2)
      return stderr
    }
    expect(await usage(PANAMA)).toContain('report takes a format: --to md, html, docx, pdf')
    expect(await usage(PANAMA, '--to', 'pdf')).toContain('--to pdf needs a file: --out <file.pdf>')
    expect(await usage(PANAMA, '--to', 'pfd', '--out', 'x')).toContain('did you mean pdf?')
    expect(await usage(PANAMA, '--to', 'md', '--proposal', 'none')).toContain(
      'the case has no proposal none; it has adjusted-winner'
    )
    const path = out('kept.html')
    await run(['report', ELMIRA, ...DRAWS, '--out', path])
    expect(await usage(ELMIRA, ...DRAWS, '--out', path)).toContain('exists; nothing was written')
  })
})
