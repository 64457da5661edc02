import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bargain, NoDealSpace } from '../../src/deals/index.ts'
import { randomSampler } from '../../src/draws/sampler.ts'
import type { Case } from '../../src/model/case.ts'
import { caseOf, drafts } from '../arbitrary.ts'
import { triedInTime } from '../laws.ts'
import { joint, required } from '../oracle/acceptance.ts'
import type { Offering } from '../oracle/gain.ts'
import { plain } from '../oracle/gain.ts'

const SETTINGS = { draws: 30, seed: 7 }
const POINTS = 3

async function about(source: Case, draws = SETTINGS.draws) {
  try {
    return await bargain(source, { ...SETTINGS, draws })
  } catch (error) {
    if (error instanceof NoDealSpace) return undefined
    throw error
  }
}

test('a package in the deal space has the chance that the definition gives it', async () => {
  let compared = 0
  await triedInTime(
    fc.asyncProperty(drafts({}), async (draft) => {
      const source = caseOf(draft)
      const found = await about(source)
      if (!found?.chances) return
      const { space, chances, solved, proposals } = found
      const sampler = randomSampler(source.scenarios, { ...SETTINGS, dependence: 'independent' })
      const agrees = (p: number | undefined, offering: Offering): void => {
        const known = joint(required(offering, source), offering, { source, sampler })
        expect(p).toBeGreaterThanOrEqual(known.low - 1e-9)
        expect(p).toBeLessThanOrEqual(known.high + 1e-9)
        compared++
      }
      const count = Math.min(POINTS, solved.frontier?.gains.count ?? 0)
      for (let point = 0; point < count; point++) {
        const choice = solved.frontier?.choice(point) ?? []
        const terms = space.issues.map(
          ({ id, options }, k) => [id, options[choice[k] ?? 0] ?? ''] as const
        )
        agrees(chances.ofPoint(point)?.p, plain(new Map(terms)))
        agrees(chances.of(space, choice).p, plain(new Map(terms)))
      }
      for (const { space: own, choice, offers } of proposals)
        agrees(chances.of(own, choice, offers).p, offers)
    }),
    { seed: 4, runs: 8, seeds: 4 }
  )
  expect(compared).toBeGreaterThan(8)
})

test('without draws there are no chances', async () => {
  const found = await Promise.all(
    fc.sample(drafts({}), { numRuns: 5, seed: 1 }).map((draft) => about(caseOf(draft), 0))
  )
  const bargains = found.filter((one) => one !== undefined)
  expect(bargains.length).toBeGreaterThan(0)
  for (const one of bargains) expect(one).not.toHaveProperty('chances')
})
