import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { readerPages } from '../../src/case/rules/index.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { seedsOf } from '../laws.ts'
import { generator, mutate } from './mutate.ts'
import { brokenPromise } from './promises.ts'

const TRIAL = { seed: 20_241_101, runs: 500, seeds: 20 }

const examples = readerPages
  .flatMap(({ examples }) =>
    examples ? [exampleText(examples.failing), exampleText(examples.passing)] : []
  )
  .filter((text) => text.length < 5000)

/** What was found in the mutants of all seeds that were asked for. */
const found = new Set<string>()

test.each(seedsOf(TRIAL, process.env['TRUCE_LAWS']))(
  'mutants of the examples (seed %i) are read without a crash, and what is found points into the text',
  (seed) => {
    for (let index = 0; index < TRIAL.runs; index++) {
      const random = generator(seed + index * TRIAL.seeds)
      const text = mutate(examples[index % examples.length] ?? '', random, examples)
      const reading = readCase([{ name: 'case.yaml', text }])
      expect(brokenPromise(reading), `mutant ${index}: ${JSON.stringify(text)}`).toBeUndefined()
      for (const { code } of reading.diagnostics) found.add(code)
    }
  },
  120_000
)

// A mutator that only ever breaks the syntax would prove little.
test('most of what can be found is found in some mutant', () => {
  expect(found.size).toBeGreaterThan(readerPages.length * 0.7)
})
