import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { WHOLE_CASE } from '../../packages/core/test/ceasefire/whole-case.ts'
import { run } from './run.ts'

const TEXT = 'packages/core/test/ceasefire/texts/minsk-ii.txt'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
  await writeFile(join(folder, 'case.yaml'), WHOLE_CASE)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

const draft = (...more: readonly string[]) =>
  run(['ceasefire', 'draft', join(folder, 'case.yaml'), ...more])

describe('truce ceasefire draft', () => {
  it('prints the text within the width of the terminal', async () => {
    const { code, stdout } = await draft()
    expect(code).toBe(0)
    expect(stdout).toContain('Article 22. Amendment, languages and end')
    expect(stdout).toContain('Nothing is left to be agreed.')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('prints a document that keeps its schema', async () => {
    const { stdout } = await draft('--format', 'json')
    expect(outputSchemas['ceasefire-draft'].safeParse(JSON.parse(stdout)).error).toBeUndefined()
  })

  it('writes the same Word document twice, which compare reads as it reads the text', async () => {
    const [first, second] = [join(folder, 'a.docx'), join(folder, 'b.docx')]
    expect((await draft('-o', first)).code).toBe(0)
    expect((await draft('--out', second)).code).toBe(0)
    expect((await readFile(first)).equals(await readFile(second))).toBe(true)
    const { stdout } = await run(['ceasefire', 'compare', first, '--format', 'json'])
    expect(JSON.parse(stdout).counts).toEqual({ answered: 28, unclear: 0, absent: 0 })
  })

  it('carries the map of a case whose lines are drawn, as a file beside Markdown and in HTML', async () => {
    const [text, page] = [join(folder, 'golan.md'), join(folder, 'golan.html')]
    for (const out of [text, page])
      expect((await run(['ceasefire', 'draft', 'cases/golan/1974', '-o', out])).code).toBe(0)
    expect(await readFile(text, 'utf8')).toContain('](golan-ground.svg)')
    const svg = await readFile(join(folder, 'golan-ground.svg'), 'utf8')
    expect(svg).toContain('Line A, 1974-05-31')
    expect(await readFile(page, 'utf8')).toContain(svg.trim())
  })

  it('overwrites nothing, and says how it is used', async () => {
    const taken = join(folder, 'taken.md')
    await writeFile(taken, 'mine')
    expect((await draft('-o', taken)).code).toBe(2)
    expect(await readFile(taken, 'utf8')).toBe('mine')
    expect((await run(['ceasefire', 'draft'])).code).toBe(2)
    const { code, stderr } = await draft('--format', 'docx')
    expect(code).toBe(2)
    expect(stderr).toContain('-o <file.docx>')
  })
})

describe('truce ceasefire compare', () => {
  it('says what a text answers, where, and by which words', async () => {
    const { code, stdout } = await run(['ceasefire', 'compare', TEXT])
    expect(code).toBe(0)
    expect(stdout).toMatch(/CF001: .*\n {2}- entry into force: line 4 \(1\):/)
    expect(stdout).toContain('Kyiv time')
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  it('prints a document that keeps its schema', async () => {
    const { stdout } = await run(['ceasefire', 'compare', TEXT, '--format', 'json'])
    expect(outputSchemas['ceasefire-compare'].safeParse(JSON.parse(stdout)).error).toBeUndefined()
  })

  it('says what is wrong with a file', async () => {
    const bad = join(folder, 'bad.docx')
    await writeFile(bad, 'no archive')
    const { code, stderr } = await run(['ceasefire', 'compare', bad])
    expect(code).toBe(3)
    expect(stderr).toContain('it is no Word document (.docx)')
    expect((await run(['ceasefire', 'compare', join(folder, 'none.txt')])).code).toBe(2)
    expect((await run(['ceasefire', 'compare', folder])).code).toBe(2)
    expect((await run(['ceasefire', 'compare', '-'])).code).toBe(3)
    expect((await run(['ceasefire', 'what'])).stderr).toContain('draft, compare')
  })
})
