import { expect, test } from 'vitest'
import { fillDraft } from '../../src/check/completion.ts'
import { FILL_STEPS } from '../../src/check/completion-search.ts'
import { DEFAULTS } from '../../src/check/defaults.ts'
import { judgeProposal } from '../../src/check/judge-proposal.ts'
import { repairsOf } from '../../src/check/repair/repair-search.ts'
import type { Case } from '../../src/model/case.ts'
import { Steps } from '../../src/terms/index.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import type { Draft } from '../arbitrary.ts'
import { caseOf } from '../arbitrary.ts'
import { sampled } from '../laws.ts'

const names = (prefix: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)

/** So many issues, each to be settled by another of so many options; `x1` is settled, the rest open. */
function apart(issues: number, options: number): Case {
  const [xs, os] = [names('x', issues), names('o', options)]
  const draft: Draft = {
    truce: 1,
    title: 'A small case',
    'as-of': '2025-06-01',
    required: ['a'],
    sources: { book: { title: 'A book', kind: 'analysis' } },
    parties: { a: { name: 'a', kind: 'state', role: 'belligerent' } },
    scenarios: {},
    polls: {},
    rules: xs.flatMap((one, i) =>
      xs.slice(i + 1).flatMap((other) =>
        os.map((option) => ({
          never: { [one]: option, [other]: option },
          because: 'each has its own',
          source: 'book'
        }))
      )
    ),
    issues: Object.fromEntries(
      xs.map((id) => [id, { title: id, options: Object.fromEntries(os.map((o) => [o, o])) }])
    ),
    stances: {
      a: {
        redlines: [],
        'no-deal': { base: 10, source: 'book' },
        interests: Object.fromEntries(
          xs.map((id) => [
            id,
            {
              weight: 1,
              values: Object.fromEntries(os.map((o, k) => [o, (k * 37) % 100])),
              source: 'book'
            }
          ])
        )
      }
    },
    proposals: { draft: { title: 'A draft', terms: { x1: 'o1' } } }
  }
  return caseOf(draft)
}

const judgesOf = (source: Case) => {
  const judge = Judge.random(source, { ...DEFAULTS, draws: 50 })
  return { apart: judge, together: judge, independent: judge, central: Judge.central(source) }
}

test('a draft whose search ends at once is still filled within the rules, and not said to be filled best', () => {
  const source = apart(4, 5)
  const { apart: judge } = judgesOf(source)
  const [proposal] = source.proposals
  const given = offersOf(proposal as Case['proposals'][number], source)
  const cut = fillDraft(judge, given, new Steps(0))
  expect(cut).toMatchObject({ keepsRules: true, exact: false })
  const picked = [...cut.best.offers.values()].map(({ option }) => option)
  expect(new Set(picked).size).toBe(4)
  const whole = fillDraft(judge, given)
  expect(whole).toMatchObject({ keepsRules: true, exact: true })
  expect(whole.best.standing.p).toBeGreaterThanOrEqual(cut.best.standing.p)
})

test('where the search ends before any way within the rules is known, the verdict is capped and says so', () => {
  // Ten that must differ among nine: none can, and to see it takes more than the search may.
  const source = apart(10, 9)
  const [proposal] = source.proposals
  const judged = judgeProposal(
    proposal as Case['proposals'][number],
    judgesOf(source),
    new Steps(sampled(FILL_STEPS, FILL_STEPS / 10))
  )
  expect(judged).toMatchObject({
    verdict: 'contested',
    capped: false,
    unfilled: true,
    brokenRules: [],
    open: { keepsRules: 'unknown' }
  })
})

test('repairs found within fewer steps are among all of them, and not said to be complete', () => {
  const source = apart(4, 5)
  const judges = judgesOf(source)
  const judged = judgeProposal(source.proposals[0] as Case['proposals'][number], judges)
  const worst = fillDraft(judges.apart, offersOf(judged.proposal, source)).worst
  const whole = { ...judged, offers: worst.offers, verdict: 'unlikely' as const, open: [] }
  const draft = { ...whole, joint: { ...whole.joint, p: 0, standardError: 0 } }
  const all = repairsOf(draft, judges)
  expect(all.complete).toBe(true)
  const told = ({ list }: typeof all): readonly string[] =>
    list.map(({ changes }) => JSON.stringify([...changes]))
  for (const steps of [0, 10, 500, 2000]) {
    const some = repairsOf(draft, judges, { steps: new Steps(steps) })
    if (some.complete) expect(told(some)).toEqual(told(all))
    else expect(some.total).toBeLessThanOrEqual(all.total)
  }
  expect(repairsOf(draft, judges, { steps: new Steps(0) })).toMatchObject({
    complete: false,
    total: 0
  })
})

test('steps that one question does not take are there for the next', () => {
  const steps = new Steps(100)
  steps.share(2, (own) => own.spend(10))
  steps.share(1, (own) => {
    expect(own.spend(90)).toBe(true)
    expect(own.spend(1)).toBe(false)
  })
  expect(steps.spend(1)).toBe(false)
})
