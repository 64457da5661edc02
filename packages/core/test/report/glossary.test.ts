import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { GLOSSARY, glossaryTerm, glossaryWords } from '../../src/report/words/index.ts'
import { CONCEPTS } from '../../src/stability/index.ts'
import { VERDICTS } from '../../src/worth/verdict.ts'

const ROOT = join(import.meta.dirname, '../../../..')

/** A heading as an address names it. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s+/g, '-')

describe('the glossary', () => {
  it('has every verdict, every concept, and what else the reports and the page say', () => {
    for (const word of [
      ...VERDICTS,
      ...CONCEPTS,
      ...[
        'redline',
        'firmness',
        'firm',
        'binding',
        'no deal',
        'gain',
        'chance',
        'reading',
        'hinge'
      ],
      ...['win-set', 'ratification', 'staged term', 'frontier', 'Nash product', 'ceiling'],
      ...['Kalai-Smorodinsky', 'egalitarian', 'deal space', 'equilibrium', 'package', 'scenario']
    ])
      expect(glossaryTerm(word)?.means, word).toBeTruthy()
  })

  it('gives each word one meaning', () => {
    expect(new Set(GLOSSARY.map(({ id }) => id)).size).toBe(GLOSSARY.length)
    for (const { id, also = [] } of GLOSSARY)
      for (const word of [id, ...also]) expect(glossaryTerm(word)?.id, word).toBe(id)
    expect(glossaryTerm('No Deal')?.id).toBe('no-deal')
    expect(glossaryTerm('nonsense')).toBeUndefined()
    expect(glossaryWords()).toContain('nash-product')
  })

  it('says each in whole sentences, with one example in one line', () => {
    for (const { id, means, example } of GLOSSARY) {
      expect(means, id).toMatch(/^[A-Z].*\.$/)
      expect(example, id).toMatch(/[.?]$/)
      expect(example.length, id).toBeLessThan(110)
      expect(`${means}${example}`, id).not.toContain('\n')
    }
  })

  it('leads to pages of method and headings that are there', () => {
    for (const { id, page } of GLOSSARY) {
      const [file = '', at = ''] = page.split('#')
      const headings = [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^#+ (.*)$/gm)]
      expect(
        headings.map(([, text = '']) => anchor(text)),
        id
      ).toContain(at)
    }
  })
})
