import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { caseIn } from '../packages/core/test/folder.ts'
import { judgeAll } from '../scripts/backtest/judge.ts'
import { OUTCOMES } from '../scripts/backtest/outcomes.ts'
import { backtestBlock, recordFile } from '../scripts/backtest/page.ts'
import { brier, calibration, discrimination, leftOut } from '../scripts/backtest/score.ts'
import { withBlock } from '../scripts/block.ts'

describe('the back-test is current (`npm run backtest` writes it)', () => {
  const judged = judgeAll('.')

  it('in the method page', () => {
    const page = readFileSync('docs/method/backtest.md', 'utf8')
    expect(withBlock(page, 'backtest', backtestBlock(judged))).toBe(page)
  })

  it('in the figures that check quotes', () => {
    expect(readFileSync('packages/core/src/worth/track-record.ts', 'utf8')).toBe(recordFile(judged))
  })
})

describe('every text of the list is a case by the rule', () => {
  it('and no other', () => {
    const folders = readdirSync('cases/backtest')
    expect(folders.sort()).toEqual(OUTCOMES.map(({ id }) => id).sort())
  })

  const firm = ['0.8..0.95', '0.5..0.8', '0.3..0.6']
  const worth = ['70..100', '15..50', '0..30', '30..70']
  const rangeOf = ({ low, high }: { readonly low: number; readonly high: number }): string =>
    `${low}..${high}`

  it.each(OUTCOMES)('$id', ({ id, put }) => {
    const source = caseIn(join('backtest', id))
    expect(source.asOf).toBe(put)
    for (const { date = '' } of source.sources.values())
      expect(date.slice(0, put.length) <= put, date).toBe(true)
    expect(source.required.map(({ party }) => party)).toEqual([...source.parties.keys()])
    for (const { redlines, interests, noDeal } of source.stances.values()) {
      for (const { firmness } of redlines) expect(firm).toContain(rangeOf(firmness.range))
      for (const { weight, values } of interests) {
        expect(weight.range).toMatchObject({ low: 1, high: 1 })
        const [part] = values.get('as-put') ?? []
        expect(worth).toContain(part && rangeOf(part.judgement.range))
      }
      expect(noDeal?.base).toMatchObject({ judgement: { range: { low: 20, high: 60 } } })
    }
  })
})

describe('the scores', () => {
  const yes = (p: number) => ({ p, happened: true })
  const no = (p: number) => ({ p, happened: false })

  it('are those of small examples done by hand', () => {
    // (0.2^2 + 0.4^2)/2
    expect(brier([yes(0.8), no(0.4)])).toBeCloseTo(0.1, 12)
    // Pairs: 0.9 over 0.3 and 0.6 over 0.3 are right, 0.6 with 0.6 is a tie, 0.9 over 0.6 is right.
    expect(discrimination([yes(0.9), yes(0.6), no(0.6), no(0.3)]).value).toBeCloseTo(3.5 / 4, 12)
    expect(leftOut([true, true, false]).map(({ p }) => p)).toEqual([0.5, 0.5, 1])
    expect(calibration([yes(0.04), no(0.05), yes(0.34), yes(1)])).toEqual([
      { from: 0, to: 0.05, count: 1, mean: 0.04, share: 1 },
      { from: 0.05, to: 0.35, count: 2, mean: 0.195, share: 0.5 },
      { from: 0.95, to: 1, count: 1, mean: 1, share: 1 }
    ])
  })

  it('give one half to chances that say nothing, and do not mind a steady stretch of them', () => {
    const mixed = [yes(0.1), no(0.3), yes(0.5), yes(0.7), no(0.9)]
    expect(discrimination(mixed.map((one) => ({ ...one, p: 0.2 }))).value).toBe(0.5)
    const stretched = mixed.map((one) => ({ ...one, p: one.p ** 3 }))
    expect(discrimination(stretched).value).toBe(discrimination(mixed).value)
  })
})
