import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sampled } from '../packages/core/test/laws.ts'
import { allCases, casesToRead, expectedFiles } from '../scripts/cases.ts'
import { FIRST_ANSWER, firstAnswer } from '../scripts/first-answer.ts'

const FLAGSHIP = join('cases', 'ukraine', '2024-maitra')

describe('what the tool says about the shipped cases stays as listed', async () => {
  const folders = await allCases()

  it('finds them', () => {
    expect(folders).toContain(FLAGSHIP)
  })

  // The document holds every figure; that of every fourth case is told as a text too, of all in a full run.
  const read = await casesToRead()
  const told = new Set(
    sampled(
      read,
      read.filter((folder, at) => at % 4 === 0 || folder === FLAGSHIP)
    )
  )

  it.each(folders)('%s', async (folder) => {
    for (const [name, text] of Object.entries(
      await expectedFiles(folder, { told: told.has(folder) })
    )) {
      const known = await readFile(join(folder, 'expected', name), 'utf8').catch(() => '')
      expect(
        text,
        `${folder}/expected/${name}: if the change is meant, run \`npm run expected\``
      ).toBe(known)
    }
  })

  it('and so does the answer that the start page shows', async () => {
    expect(await firstAnswer(), '`npm run expected` writes it anew').toBe(
      await readFile(FIRST_ANSWER, 'utf8')
    )
  })

  it.each(folders)('%s has a README that names its sources', async (folder) => {
    const text = await readFile(join(folder, 'README.md'), 'utf8')
    expect(text.length).toBeGreaterThan(500)
    expect(text.toLowerCase()).toContain('source')
  })
})
