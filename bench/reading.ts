/**
 * Times the reading of texts made to hang a reader, of mutants of the examples, and of a large case.
 * Run with `node bench/reading.ts`; prints the slowest and how many miss the target.
 */
import { readCase } from '../packages/core/src/case/read.ts'
import { readerPages } from '../packages/core/src/case/rules/index.ts'
import { exampleText } from '../packages/core/src/diagnostic/example.ts'
import { HOSTILE, largeCase } from '../packages/core/test/case/hostile.ts'
import { generator, mutate } from '../packages/core/test/case/mutate.ts'
import { figure } from './figures.ts'

const TARGET = 2
const SHOWN = 5
const SEED = 20_241_101
const MUTANTS = 2000

interface Timed {
  readonly what: string
  readonly seconds: number
}

function timed(what: string, text: string): Timed {
  const started = performance.now()
  readCase([{ name: 'case.yaml', text }])
  return { what, seconds: (performance.now() - started) / 1000 }
}

function mutants(): readonly Timed[] {
  const examples = readerPages.flatMap(({ examples }) =>
    examples ? [exampleText(examples.failing), exampleText(examples.passing)] : []
  )
  return Array.from({ length: MUTANTS }, (_, index) =>
    timed(
      `mutant ${index}`,
      mutate(examples[index % examples.length] ?? '', generator(SEED + index), examples)
    )
  )
}

const all: readonly Timed[] = [
  ...Object.entries(HOSTILE).map(([what, [text]]) => timed(what, text)),
  ...mutants(),
  timed('a real-looking case of 400 kB', largeCase())
]
const slowest = [...all].sort((a, b) => b.seconds - a.seconds)
for (const { what, seconds } of slowest.slice(0, SHOWN)) {
  console.log(`${what.padEnd(64)} ${seconds.toFixed(3)} s`)
}
figure({
  name: 'reading: the slowest of all texts',
  value: slowest[0]?.seconds ?? 0,
  unit: 's',
  floor: TARGET
})
const missed = all.filter(({ seconds }) => seconds >= TARGET).length
console.log(`${all.length} texts read; ${missed} took ${TARGET} s or more`)
process.exitCode = missed > 0 ? 1 : 0
