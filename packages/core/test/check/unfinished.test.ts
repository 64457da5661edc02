import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { ProposalResult } from '../../src/check/check-result.ts'
import type { Draft, DraftRedline, DraftStance } from '../arbitrary.ts'
import { caseOf } from '../arbitrary.ts'

/** One party, issues `x` and `y`, a draft that settles only `x`. */
function draft(redlines: readonly DraftRedline[], more: Partial<Draft> = {}): Draft {
  return {
    truce: 1,
    title: 'A small case',
    'as-of': '2025-06-01',
    required: ['a'],
    sources: { book: { title: 'A book', kind: 'analysis' } },
    parties: { a: { name: 'a', kind: 'state', role: 'belligerent' } },
    scenarios: {},
    polls: {},
    rules: [],
    issues: {
      x: { title: 'x', options: { x1: 'x1', x2: 'x2' } },
      y: { title: 'y', options: { y1: 'y1', y2: 'y2' } },
      z: { title: 'z', options: { z1: 'z1', z2: 'z2' } }
    },
    stances: { a: stance(redlines) },
    proposals: { draft: { title: 'A draft', terms: { x: 'x1', z: 'z1' } } },
    ...more
  }
}

const stance = (redlines: readonly DraftRedline[]): DraftStance => ({
  redlines: [...redlines],
  'no-deal': { base: 10, source: 'book' },
  interests: {
    x: { weight: 1, values: { x1: 60, x2: 61 }, source: 'book' },
    y: { weight: 1, values: { y1: 60, y2: 60 }, source: 'book' }
  }
})
const redline = (form: 'never' | 'must', condition: object): DraftRedline => ({
  id: 'r',
  [form]: condition,
  firmness: 0.95,
  source: 'book'
})
const judged = (one: Draft): ProposalResult =>
  check(caseOf(one), { draws: 200 }).proposals[0] as ProposalResult
const repairs = (one: ProposalResult): readonly string[] =>
  one.repairs.list.map(
    ({ changes, verdict }) =>
      `${[...changes].map((change) => change.join('=')).join(' ')} ${verdict}`
  )

test('a draft that is silent where it may cross a firm redline is capped, and only settling that issue repairs it', () => {
  const found = judged(draft([redline('never', { y: 'y2' })]))
  expect(found).toMatchObject({ verdict: 'contested', capped: true, joint: { p: 1 } })
  expect(repairs(found)).toEqual(['y=y1 robust'])
})

test('settling something else does not lift the cap', () => {
  const open = draft([redline('never', { y: 'y2' })], {
    proposals: { draft: { title: 'A draft', terms: { x: 'x1' } } },
    rules: [{ never: { z: 'z2', x: 'x2' }, because: 'it makes no sense', source: 'book' }]
  })
  expect(repairs(judged(open))).toEqual(['y=y1 robust'])
})

test('a redline crossed at one stage or the other, whatever is filled in, is crossed by every completion', () => {
  const staged = draft(
    [
      redline('never', {
        any: [
          { x: 'x1', y: 'y1' },
          { x: 'x2', y: 'y2' }
        ]
      })
    ],
    {
      proposals: {
        draft: { title: 'A draft', terms: { x: { first: 'x1', then: 'x2', chance: 0.5 }, z: 'z1' } }
      }
    }
  )
  expect([...(judged(staged).open?.crosses ?? [])].map(([{ id }, some]) => [id, some])).toEqual([
    ['r', 'every']
  ])
})

test('a draft that no completion brings within the rules says which ones it breaks, and is judged as a whole package', () => {
  const rules = ['y1', 'y2'].map((y) => ({
    never: { x: 'x1', y },
    because: 'it makes no sense',
    source: 'book'
  }))
  const found = judged(draft([], { rules }))
  expect(found.brokenRules.length).toBe(2)
  expect(found.open?.issues).toEqual(['y'])
  expect(found.parties.get('a')?.gain?.central).toBeCloseTo(50, 9)
})

test('a redline on a scenario alone is read, and decides no package', () => {
  const scenarios = { s: { title: 's', p: 0.5, source: 'book' } }
  const conditional = check(caseOf(draft([redline('never', { scenario: 's' })], { scenarios })), {
    draws: 200
  })
  expect(conditional.packages).toMatchObject({ total: 8n, admissible: 8n })
  // It is crossed in half the draws, and so not fatal by itself.
  expect(conditional.proposals[0]).toMatchObject({ verdict: 'contested', walkers: [] })
  expect(Math.abs((conditional.proposals[0]?.joint.p ?? 0) - (1 - 0.5 * 0.95))).toBeLessThan(0.14)
})

test('a package that equals the no-deal gains nothing, and nothing is no reason to refuse', () => {
  const [first] = Object.entries(draft([]).stances) as [string, DraftStance][]
  const same = draft([], {
    stances: {
      a: {
        ...(first?.[1] as DraftStance),
        'no-deal': { base: { terms: { x: 'x1', y: 'y1' } }, source: 'book' }
      }
    },
    proposals: { draft: { title: 'A draft', terms: { x: 'x1', y: 'y1', z: 'z1' } } }
  })
  expect(judged(same).parties.get('a')).toMatchObject({
    accepts: { p: 1 },
    gain: { central: 0, guarantee: 'no', radius: 1 }
  })
})
