import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { bestOf } from '../../src/acceptance/best.ts'
import { chooseAmong } from '../../src/acceptance/choose.ts'
import { priceOf } from '../../src/acceptance/price.ts'
import { spaceOf } from '../../src/acceptance/space.ts'
import type { DrawSettings } from '../../src/draws/sampler.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf } from '../../src/worth/offers.ts'
import type { Draft } from '../arbitrary.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'

const settings: DrawSettings = { draws: 60, seed: 3, dependence: 'independent' }

/** The same case with issues, options and parties written in the opposite order. */
function turned(draft: Draft): Draft {
  const backwards = <T>(record: Record<string, T>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).reverse())
  const issues = Object.entries(backwards(draft.issues)).map(([id, issue]) => {
    const { options, ordered } = issue
    return [id, options && !ordered ? { ...issue, options: backwards(options) } : issue] as const
  })
  return {
    ...draft,
    required: [...draft.required].reverse(),
    parties: backwards(draft.parties),
    stances: backwards(draft.stances),
    issues: Object.fromEntries(issues)
  }
}

test('the order of the file changes neither the best package nor the one chosen', () => {
  tried(
    fc.property(drafts({ scenarios: false }), (draft) => {
      const found = [draft, turned(draft)].map((one) => {
        const space = spaceOf(Judge.random(caseOf(one), settings))
        const best = bestOf(space, { seed: 1, budget: 50 })
        const chosen = best && chooseAmong(space, best)
        return {
          p: best?.chance.p.toFixed(12),
          chosen: chosen?.chance.p.toFixed(12),
          gains: [...(chosen?.gains ?? [])].map(([id, gain]) => `${id} ${gain.toFixed(6)}`).sort()
        }
      })
      expect(found[1]).toEqual(found[0])
    }),
    { seed: 20_260_302, runs: 25, seeds: 3 }
  )
})

test('more changes never lower the best chance', () => {
  tried(
    fc.property(drafts(), (draft) => {
      const source = caseOf(draft)
      const judge = Judge.random(source, settings)
      const [proposal] = source.proposals
      if (!proposal) return
      const price = atOnce(
        priceOf(judge, offersOf(proposal, source), { seed: 1, most: 4, budget: 50 })
      )
      // Of packages that all cross a firm redline the likeliest is told; one that crosses none may be
      // less likely, and is better all the same.
      const chances = (price?.points ?? [])
        .filter(({ across }) => !across)
        .slice(1)
        .map(({ chance }) => chance.p)
      for (const [i, p] of chances.entries())
        expect(p).toBeGreaterThanOrEqual((chances[i - 1] ?? 0) - 1e-12)
    }),
    { seed: 20_260_303, runs: 25, seeds: 3 }
  )
})
