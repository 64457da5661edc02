/**
 * What vitest runs tests with here: each test once as it is, then, the fastest first, once more for
 * every living mutant that it reached. Modules are loaded once for all mutants.
 */
import fc from 'fast-check'
import { TestRunner } from 'vitest'
import { entriesOf, killersIn, note } from './journal.ts'

/** Of a test that a mutant makes endless, the mutated place is reached so many times more often. */
const OFTEN = 100
const SPARE = 100_000
const LEAST_LIMIT = 60_000
const ALONE_LIMIT = 300_000

type Suite = Parameters<TestRunner['onBeforeRunSuite']>[0]
type Test = Parameters<TestRunner['onAfterTryTask']>[0]

interface Seen {
  readonly test: Test
  readonly counts: Uint32Array
  readonly milliseconds: number
}

const journal = process.env['TRUCE_MUTATE_JOURNAL'] ?? ''
const counts = new Uint32Array(Number(process.env['TRUCE_MUTATE_COUNT']))
/** The mutant that is on from the beginning, where one is tried in a process of its own. */
const alone = Number(process.env['TRUCE_MUTATE_ALONE'] ?? -1)
let on = alone
/** A test that takes longer is not run again. */
const patience = 1000 * Number(process.env['TRUCE_MUTATE_PATIENCE'])
let begun = 0
let left = Number.POSITIVE_INFINITY

Object.assign(globalThis, {
  __truceMutant(id: number): boolean {
    counts[id] = (counts[id] ?? 0) + 1
    if (id !== on) return false
    if (--left < 0) throw new Error('a mutant is reached without end')
    return true
  }
})
// A counterexample is all that is asked for, not the smallest.
fc.configureGlobal({ endOnFailure: true })

/** Milliseconds of processor time, which other work on the machine does not lengthen. */
function cpuSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const reached = (of: Uint32Array): readonly number[] =>
  [...of.keys()].filter((id) => (of[id] as number) > 0)

/** Runs each test as it is and with each mutant. */
export default class extends TestRunner {
  #outside: readonly number[] | undefined
  readonly #seen: Seen[] = []

  async runTask(test: Test): Promise<void> {
    this.#outside ??= reached(counts)
    counts.fill(0)
    const started = process.cpuUsage()
    await TestRunner.getTestFn(test)()
    this.#seen.push({ test, counts: counts.slice(), milliseconds: cpuSince(started) })
  }

  override async onBeforeRunSuite(suite: Suite): Promise<void> {
    if ('filepath' in suite && alone >= 0)
      note(journal, {
        kind: 'begun',
        id: alone,
        file: suite.name,
        pid: process.pid,
        limit: ALONE_LIMIT,
        at: begun++
      })
    return super.onBeforeRunSuite(suite)
  }

  override async onAfterRunSuite(suite: Suite): Promise<void> {
    if ('filepath' in suite && alone < 0) await this.#mutate(suite.name)
    return super.onAfterRunSuite(suite)
  }

  async #mutate(file: string): Promise<void> {
    const within = new Uint32Array(counts.length)
    for (const one of this.#seen) for (const id of reached(one.counts)) within[id] = 1
    note(journal, {
      kind: 'reached',
      file,
      outside: this.#outside ?? reached(counts),
      within: reached(within)
    })
    const killed = new Set(killersIn(entriesOf(journal)).keys())
    const fastest = this.#seen
      .filter((one) => one.milliseconds <= patience)
      .sort((a, b) => a.milliseconds - b.milliseconds)
    for (const seen of fastest)
      for (const id of reached(seen.counts))
        if (!killed.has(id) && (await tries(file, seen, id))) killed.add(id)
    await this.#endsAsItBegan(file)
    note(journal, { kind: 'done', file })
  }

  /** What a mutant leaves behind, in a cache say, must not count against the next. */
  async #endsAsItBegan(file: string): Promise<void> {
    for (const { test } of this.#seen)
      try {
        await TestRunner.getTestFn(test)()
      } catch (error) {
        return note(journal, { kind: 'spoiled', file, by: `${test.name}: ${error}` })
      }
  }
}

/** Whether the test fails with the mutant on. */
async function tries(
  file: string,
  { test, counts, milliseconds }: Seen,
  id: number
): Promise<boolean> {
  const limit = Math.max(LEAST_LIMIT, OFTEN * milliseconds)
  note(journal, { kind: 'begun', id, file, pid: process.pid, limit, at: begun++ })
  on = id
  left = OFTEN * (counts[id] as number) + SPARE
  try {
    await TestRunner.getTestFn(test)()
    return false
  } catch {
    note(journal, { kind: 'killed', id, file, by: test.name, alone: false })
    return true
  } finally {
    on = -1
  }
}
