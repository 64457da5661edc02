import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { readerPages } from '../../src/case/rules/index.ts'
import { exampleText } from '../../src/diagnostic/example.ts'
import { generator, mutate } from './mutate.ts'
import { brokenPromise } from './promises.ts'

const SEED = 20_241_101
const MUTANTS = 10_000

const seeds = readerPages
  .flatMap(({ examples }) =>
    examples ? [exampleText(examples.failing), exampleText(examples.passing)] : []
  )
  .filter((text) => text.length < 5000)

test(`${MUTANTS} mutants of the examples (seed ${SEED}) are read without a crash, and what is found points into the text`, () => {
  const found = new Set<string>()
  for (let index = 0; index < MUTANTS; index++) {
    const random = generator(SEED + index)
    const text = mutate(seeds[index % seeds.length] ?? '', random, seeds)
    const before = performance.now()
    const reading = readCase([{ name: 'case.yaml', text }])
    const shown = `mutant ${index} of seed ${SEED}: ${JSON.stringify(text)}`
    expect(brokenPromise(reading), shown).toBeUndefined()
    expect(performance.now() - before, shown).toBeLessThan(10_000)
    for (const { code } of reading.diagnostics) found.add(code)
  }
  // A mutator that only ever breaks the syntax would prove little.
  expect(found.size).toBeGreaterThan(readerPages.length * 0.8)
}, 120_000)
