import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { trustIn } from '../../src/plan/path-trust.ts'
import { smallPlan } from './small-plan.ts'

test('what is given and taken is what the deliverables hand over, by hand', () => {
  const { case: source } = readCase([{ name: 'case.yaml', text: smallPlan() }])
  const [proposal] = source?.proposals ?? []
  if (!source || !proposal) throw new Error('the small case has a proposal')
  const trust = trustIn(source, proposal, { draws: 20, seed: 1, dependence: 'independent' })
  const [east, west] = trust?.parties ?? []
  // East: arms weigh 3 of 4 and come laid down; the hill weighs 1 of 4 and is given back.
  expect(east?.parts).toMatchObject({ stands: 25, given: -25, taken: 75 })
  expect(east?.payoffs).toMatchObject({ both: 75, taking: 100, giving: 0 })
  expect(east?.needed).toEqual({ kind: 'never', wary: false })
  expect(east?.lacking.keeping).toBe(25)
  expect(east?.drawn).toMatchObject({ draws: 20, never: 1 })
  // West: the flag weighs 1 of 5 besides.
  expect(west?.parts).toMatchObject({ stands: 20, given: -20, taken: 60 })
})
