import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { POLL_ERRORS } from '../packages/core/src/model/poll-errors.ts'
import { withBlock } from '../scripts/block.ts'
import type { Cell } from '../scripts/calibration/estimate.ts'
import { commonOf, houseOf, together, walkOf } from '../scripts/calibration/estimate.ts'
import { calibrationBlock, estimatesFrom } from '../scripts/calibration/page.ts'
import { pollTable, readPolls } from '../scripts/calibration/polls.ts'

const table = pollTable()

describe.skipIf(table === undefined)(
  'the errors of polls, estimated again (TRUCE_DATA names the table)',
  () => {
    const polls = table === undefined ? [] : readPolls(table)

    it('are the constants in use, to their last digit', () => {
      const { constants } = estimatesFrom(polls)
      for (const [name, { value, error }] of Object.entries(POLL_ERRORS)) {
        const again = constants[name as keyof typeof POLL_ERRORS]
        expect(Math.abs(again.value - value), name).toBeLessThan(0.0006)
        expect(Math.abs(again.error - error), name).toBeLessThan(0.0006)
      }
    })

    it('stand in the method page', () => {
      const page = readFileSync('docs/method/calibration.md', 'utf8')
      expect(withBlock(page, 'calibration', calibrationBlock(polls))).toBe(page)
    })
  }
)

/** Errors whose spread is known: two votes of equal weight, one over and one under. */
const cell = (vote: string, months: number, error: number): Cell => ({
  vote,
  age: months < 0.4 ? 0 : 2,
  months,
  error,
  own: 0
})

describe('an estimate finds what it was made from', () => {
  it('of the common error and of the walk', () => {
    const common = 0.06
    const walk = 0.04
    const cells = Array.from({ length: 12 }, (_, i) => {
      const sign = i % 2 === 0 ? 1 : -1
      return [
        cell(`v${i}`, 0, sign * common),
        cell(`v${i}`, 2, sign * Math.hypot(common, walk * Math.SQRT2))
      ]
    }).flat()
    expect(commonOf(cells).value).toBeCloseTo(common, 9)
    expect(walkOf(cells, common, 6).value).toBeCloseTo(walk, 4)
  })

  it('of the house: half of the squared difference of two polls, less sampling', () => {
    const polls = ['a', 'b', 'c'].flatMap((vote) =>
      [0.05, -0.01].map((error) => ({
        vote,
        settlement: false,
        months: 0.1,
        error,
        sampling: 0.0002
      }))
    )
    expect(houseOf(polls).value).toBeCloseTo(Math.sqrt(0.06 ** 2 / 2 - 0.0002), 9)
  })

  it('of two, nearer to the surer; those that disagree are less sure together', () => {
    const both = together([
      { value: 0.04, error: 0.01 },
      { value: 0.08, error: 0.02 }
    ])
    expect(both.value).toBeCloseTo(0.048, 9)
    // chi squared of one degree: (0.04/sqrt(0.01^2 + 0.02^2))^2 = 3.2.
    expect(both.error).toBeCloseTo(Math.sqrt(3.2) / Math.sqrt(12_500), 9)
  })
})
