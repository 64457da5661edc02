/**
 * Times the reading of texts made to hang a reader, of mutants of the examples, and of a large case,
 * and searches for the slowest 2 MB made of repeated fragments. Run with `node bench/reading.ts
 * [searched]`; prints the slowest, how many miss the target, and what memory the slowest found took
 * in a process of its own.
 */
import { execFileSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { readCase } from '../packages/core/src/case/read.ts'
import { readerPages } from '../packages/core/src/case/rules/index.ts'
import { exampleText } from '../packages/core/src/diagnostic/example.ts'
import { HOSTILE, largeCase } from '../packages/core/test/case/hostile.ts'
import { crafted } from '../packages/core/test/case/hostile-fragments.ts'
import { generator, mutate } from '../packages/core/test/case/mutate.ts'
import { figure } from './figures.ts'

const TARGET = 2
const SHOWN = 5
const SEED = 20_241_101
const MUTANTS = 2000
const SEARCHED = 200
const LENGTH = 1_990_000
const MEGABYTES = 300

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { memory: { type: 'string' } }
})
if (values.memory !== undefined) {
  readCase([{ name: 'case.yaml', text: crafted(generator(Number(values.memory)), LENGTH).text }])
  console.log(process.resourceUsage().maxRSS / 1024)
  process.exit()
}

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

function searched(): readonly (Timed & { readonly seed: number })[] {
  const count = Number(positionals[0] ?? SEARCHED)
  return Array.from({ length: count }, (_, index) => {
    const { what, text } = crafted(generator(SEED + index), LENGTH)
    return { ...timed(what, text), seed: SEED + index }
  }).sort((a, b) => b.seconds - a.seconds)
}

/** The memory of a whole process that reads one of these texts, in MB. */
function memoryOf(seed: number): number {
  const run = ['--memory', String(seed)]
  return Number(
    execFileSync(process.execPath, [import.meta.filename, ...run], { encoding: 'utf8' })
  )
}

const found = searched()
const memory = found.slice(0, SHOWN).map(({ seed }) => memoryOf(seed))
const all: readonly Timed[] = [
  ...found,
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
figure({
  name: 'reading: most memory of the slowest 2 MB found',
  value: Math.max(...memory),
  unit: 'MB',
  floor: MEGABYTES
})
console.log(`the ${SHOWN} slowest found took at most ${Math.round(Math.max(...memory))} MB each`)
const missed = all.filter(({ seconds }) => seconds >= TARGET).length
console.log(`${all.length} texts read; ${missed} took ${TARGET} s or more`)
process.exitCode = missed > 0 || Math.max(...memory) >= MEGABYTES ? 1 : 0
