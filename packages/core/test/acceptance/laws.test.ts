import fc from 'fast-check'
import { expect, test } from 'vitest'
import { atOnce } from '../../src/acceptance/at-once.ts'
import { bestOf } from '../../src/acceptance/best.ts'
import { ceilingsOf } from '../../src/acceptance/ceilings.ts'
import { chooseAmong } from '../../src/acceptance/choose.ts'
import { priceOf } from '../../src/acceptance/price.ts'
import { spaceOf } from '../../src/acceptance/space.ts'
import type { DrawSettings, Sampler } from '../../src/draws/sampler.ts'
import { samplerOver } from '../../src/draws/sampler.ts'
import { uniforms } from '../../src/draws/stream.ts'
import type { Case } from '../../src/model/case.ts'
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
    { seed: 20_260_302, runs: 6, seeds: 12 }
  )
})

/**
 * The same case with every party, issue, option and redline called otherwise, so that they sort the
 * other way round.
 */
function renamed(value: unknown): unknown {
  if (typeof value === 'string') return otherName(value)
  if (Array.isArray(value)) return value.map(renamed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [otherName(key), renamed(one)])
  )
}

function otherName(name: string): string {
  const [, kind, number, letter] = /^([pir])(\d)(?:-([a-h]))?$/.exec(name) ?? []
  if (kind === undefined) return name
  const option = letter === undefined ? '' : `-${String.fromCharCode(219 - letter.charCodeAt(0))}`
  return `${kind}z${9 - Number(number)}${option}`
}

/** Judgements hang on names through their draws: here all stand in the middle, and only polls err. */
const byPolls = ({ scenarios }: Case): Sampler =>
  samplerOver(scenarios, {
    count: settings.draws,
    dependence: settings.dependence,
    stream: (key) =>
      key.startsWith('polls.')
        ? uniforms(settings.seed, key, { from: 0, count: settings.draws })
        : new Float64Array(settings.draws).fill(0.5)
  })

test('other names in another order change nothing but names: the best, what holds it down, and each price', () => {
  let telling = 0
  tried(
    fc.property(drafts({ scenarios: false, issues: { min: 2, max: 4 } }), (draft) => {
      const found = [draft, renamed(turned(draft)) as Draft].map((one) => {
        const source = caseOf(one)
        const judge = new Judge(source, byPolls(source))
        const space = spaceOf(judge)
        const looking = { seed: 1, budget: 50 }
        const best = bestOf(space, looking)
        const ceilings = best && atOnce(ceilingsOf(space, best, { settings, looking, pairs: 4 }))
        const prices = source.proposals.map((proposal) =>
          atOnce(priceOf(judge, offersOf(proposal, source), { ...looking, most: 3 }))
        )
        return {
          p: best?.chance.p.toFixed(9),
          rows: ceilings?.rows.map(({ best: { chance } }) => chance.p.toFixed(9)).sort(),
          differing: ceilings?.rows.filter(({ differs }) => differs).length,
          prices: prices.map((price) => price?.points.map(({ chance }) => chance.p.toFixed(9)))
        }
      })
      expect(found[1]).toEqual(found[0])
      if (found[0]?.differing) telling++
    }),
    { seed: 20_260_304, runs: 6, seeds: 12 }
  )
  expect(telling).toBeGreaterThan(1)
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
    { seed: 20_260_303, runs: 6, seeds: 12 }
  )
})
