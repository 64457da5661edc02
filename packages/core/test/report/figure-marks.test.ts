import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import type { Case } from '../../src/model/case.ts'
import { whoseFigure } from '../../src/model/whose.ts'
import { figureMark, withMarkSquare, words } from '../../src/report/words/index.ts'
import { textsIn } from '../folder.ts'
import { taken } from './figures-taken.ts'

const cases = join(import.meta.dirname, '../../../../cases')
const reading = (folder: string) => readCase(textsIn(folder))

function sound(folder: string): Case {
  const { case: source } = reading(folder)
  if (!source) throw new Error(`${folder} does not read`)
  return source
}

describe('the test itself', () => {
  it('sees a figure that stands as a source’s, and no other', () => {
    const found = (text: string): number => taken(text, ['brief', 'poll'], ['book']).length
    expect(found('redline a.b, firmness 0.92 (brief)')).toBe(1)
    expect(found('firmness 0.95 (0.9 to 1) [brief]')).toBe(1)
    expect(found('refuses with chance 0.87 (brief, poll)')).toBe(1)
    expect(found('weight 22 [book]')).toBe(0)
    expect(found("firmness 0.92 (case's figure; claim: brief)")).toBe(0)
    expect(found('It has the chance 0.06. From [brief], 2024-11.')).toBe(0)
  })
})

describe('a mark', () => {
  const own = words()
  it('gives a figure to a source only where the case says so', () => {
    const source = sound('panama-canal/1977')
    const us = source.stances.get('us')
    expect(us?.interests.map(({ weight }) => whoseFigure(source, weight))).toEqual(
      us?.interests.map(() => ({ by: 'source', source: 'raiffa-1982' }))
    )
    expect(whoseFigure(source, us?.noDeal ?? {})).toEqual({ by: 'case' })
    expect(whoseFigure(source, { source: 'raiffa-1982' })).toEqual({ by: 'case' })
    expect(whoseFigure(source, { source: 'raiffa-1982', numbers: 'assumed' })).toEqual({
      by: 'case'
    })
  })
  it('names the figure’s source and the claim’s, once where they are one', () => {
    const whose = { by: 'source', source: 'a' } as const
    expect(figureMark(own, { whose, sources: ['a'] })).toBe('a')
    expect(figureMark(own, { whose, sources: ['b', 'c'] })).toBe('figure: a; claim: b, c')
    expect(figureMark(own, { whose: { by: 'case' }, sources: [] })).toBe("case's figure")
    expect(withMarkSquare(own, 'weight 22', { whose, sources: ['a'] })).toBe('weight 22 [a]')
    expect(withMarkSquare(own, 'weight 22', { whose, sources: ['b'] })).toBe(
      'weight 22 (figure: [a]; claim: [b])'
    )
    expect(
      withMarkSquare(own, 'chance 0.87', {
        whose: { by: 'computed' },
        sources: ['p', 'q'],
        over: 'ratification'
      })
    ).toBe('chance 0.87 (computed; polls: [p], [q])')
  })
  it('is in the case’s own published output', () => {
    const text = readFileSync(join(cases, 'ukraine/2024-maitra/expected/check.txt'), 'utf8')
    expect(text.replaceAll(/\s+/g, ' ')).toContain("(case's figure; claim: maitra-2024)")
  })
})
