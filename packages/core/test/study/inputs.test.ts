import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Dependence } from '../../src/draws/sampler.ts'
import type { Case } from '../../src/model/case.ts'
import { alternativesOf } from '../../src/study/alternatives.ts'
import type { SampledCase } from '../../src/study/samplers.ts'
import { drawnFrom, exchanged, streamsOver } from '../../src/study/samplers.ts'
import { STUDY_DEFAULTS } from '../../src/study/settings.ts'
import type { StudyTarget } from '../../src/study/target.ts'
import { TargetDraws, targetOf } from '../../src/study/target.ts'
import { Judge } from '../../src/worth/judge.ts'
import { caseOf, drafts } from '../arbitrary.ts'

const COUNT = 40
const SEED = 20_250_705

interface Setting {
  readonly target: StudyTarget
  readonly source: Case
  readonly here: SampledCase
  readonly there: SampledCase
}

function onTargets(law: (setting: Setting) => void): void {
  fc.assert(
    fc.property(
      drafts(),
      fc.constantFrom<Dependence>('independent', 'party'),
      (draft, dependence) => {
        const source = caseOf(draft)
        const [here, there] = [0, 10_000].map((from) =>
          drawnFrom(source, dependence, {
            count: COUNT,
            stream: streamsOver(1, { from, count: COUNT })
          })
        ) as [SampledCase, SampledCase]
        for (const one of alternativesOf(source, { ...STUDY_DEFAULTS, draws: COUNT, dependence }))
          law({ target: targetOf(one, Judge.central(source), dependence), source, here, there })
      }
    ),
    { seed: SEED, numRuns: 40 }
  )
}

test('nothing but the inputs bears on a package: with all of them exchanged it is as if everything was', () => {
  onTargets(({ target, source, here, there }) => {
    const streams = new Set(target.inputs.flatMap((input) => [...input.streams]))
    const all = new TargetDraws(target, source, exchanged(here, streams, there.stream)).outputs
    expect(all).toEqual(new TargetDraws(target, source, there.sampler).outputs)
  })
})

test('what is worked out again for one input is all that it changes', () => {
  let changed = 0
  onTargets(({ target, source, here, there }) => {
    const model = new TargetDraws(target, source, here.sampler)
    for (const [index, input] of target.inputs.entries()) {
      const sampler = exchanged(here, input.streams, there.stream)
      const full = new TargetDraws(target, source, sampler).outputs
      const linked = target.links.filter((link) => link.input === index)
      const outputs = [...model.outputs]
      model.linked(input, sampler).forEach((column, k) => {
        outputs[linked[k]?.output as number] = column
      })
      // sums of the same numbers in another order may differ in their last digits
      const apart = full.map((column, k) =>
        column.map((x, i) => Math.abs(x - ((outputs[k]?.[i] as number) ?? 0)))
      )
      expect(Math.max(...apart.flatMap((column) => [...column]))).toBeLessThan(1e-9)
      if (full.some((column, k) => column.some((x, i) => x !== model.outputs[k]?.[i]))) changed++
    }
  })
  expect(changed).toBeGreaterThan(500)
})
