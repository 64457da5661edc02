import { parseArgs } from 'node:util'
import { readCase } from '../packages/core/src/case/read.ts'
import type { SourceFile } from '../packages/core/src/model/span.ts'
import { generator, mutate } from '../packages/core/test/case/mutate.ts'
import { brokenPromise } from '../packages/core/test/case/promises.ts'
import { filesOf } from '../packages/core/test/case/reading.ts'
import { figure } from './figures.ts'

/**
 * Reads mutants of the flagship case, one file changed in each, and reports every broken promise of
 * the reader: a crash, a hang, a code that does not exist, a place outside the text. Usage: node
 * bench/fuzz-flagship.ts [count] [--seed n] [--case folder]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '20241101' },
    case: { type: 'string', default: 'ukraine/2024-maitra' }
  }
})
const count = Number(positionals[0] ?? 2000)
const seed = Number(values.seed)
const files = filesOf(values.case)
const texts = files.map((file) => file.text)

interface Tally {
  readonly codes: Map<string, number>
  broken: number
  slowest: number
  slowestIndex: number
}

function mutantOf(index: number): readonly SourceFile[] {
  const random = generator(seed + index)
  const chosen = index % files.length
  return files.map((file, at) =>
    at === chosen ? { ...file, text: mutate(file.text, random, texts) } : file
  )
}

function tryOne(index: number, tally: Tally): void {
  const mutant = mutantOf(index)
  const before = performance.now()
  const problem = problemOf(mutant, tally)
  const taken = performance.now() - before
  if (taken > tally.slowest) Object.assign(tally, { slowest: taken, slowestIndex: index })
  if (problem === undefined) return
  tally.broken++
  console.log(`mutant ${index} of seed ${seed} (${mutant[index % files.length]?.name}): ${problem}`)
}

function problemOf(mutant: readonly SourceFile[], { codes }: Tally): string | undefined {
  try {
    const reading = readCase(mutant)
    for (const code of new Set(reading.diagnostics.map((one) => one.code)))
      codes.set(code, (codes.get(code) ?? 0) + 1)
    return brokenPromise(reading)
  } catch (error) {
    return `threw ${error instanceof Error ? error.stack : String(error)}`
  }
}

const tally: Tally = { codes: new Map(), broken: 0, slowest: 0, slowestIndex: -1 }
const start = performance.now()
for (let index = 0; index < count; index++) tryOne(index, tally)
const seconds = (performance.now() - start) / 1000
console.log(`${count} mutants of ${values.case} (seed ${seed}): ${tally.broken} broken promises`)
figure({ name: `reading a mutant of ${values.case}`, value: (seconds / count) * 1000, unit: 'ms' })
console.log(
  `${seconds.toFixed(1)} s, ${((seconds / count) * 1000).toFixed(1)} ms each; slowest ${tally.slowest.toFixed(0)} ms (mutant ${tally.slowestIndex})`
)
console.log(
  [...tally.codes]
    .sort(([, a], [, b]) => b - a)
    .map(([code, times]) => `${code} ${times}`)
    .join(', ')
)
process.exitCode = tally.broken > 0 ? 1 : 0
