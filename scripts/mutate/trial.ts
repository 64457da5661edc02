import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative, sep } from 'node:path'
import {
  BaseSequencer,
  createVitest,
  type TestModule,
  type TestSpecification,
  type Vitest
} from 'vitest/node'
import { doubtfulIn, type Entry, entriesOf, killersIn, note } from './journal.ts'
import type { Mutant } from './mutants.ts'
import { woven } from './weave.ts'

const POLL = 1000

/** What to try, and by which tests. */
export interface Trial {
  readonly root: string
  readonly mutants: readonly Mutant[]
  /** Patterns of test files, as vitest takes them. */
  readonly tests: readonly string[]
  readonly workers: number
  /** Tests that take more seconds of processor time are not repeated. */
  readonly patience: number
  /** Told of each entry that matters to somebody who waits. */
  readonly say: (line: string) => void
}

/** What became of a mutant: who killed it, or that nobody did. */
export interface Fate {
  readonly mutant: Mutant
  readonly killedBy: string | undefined
  /** Whether any test reaches the place. */
  readonly reached: boolean
}

/**
 * Tries all mutants. Every file with mutants is served to the tests with all of them in it, from
 * memory, and a switch says which is on; nothing in the checkout is written. Throws when a test
 * fails without any mutant.
 */
export async function tried(trial: Trial): Promise<readonly Fate[]> {
  const folder = mkdtempSync(join(tmpdir(), 'truce-mutate-'))
  const leave = (): void => rmSync(folder, { recursive: true, force: true })
  process.once('exit', leave)
  try {
    const bench = { trial, journal: join(folder, 'journal.jsonl') }
    await together(bench)
    await alone(bench)
    return fates(trial.mutants, entriesOf(bench.journal))
  } finally {
    leave()
    process.off('exit', leave)
  }
}

interface Bench {
  readonly trial: Trial
  readonly journal: string
}

/** Every test file tries the mutants that it reaches; one that hung is run again without those. */
async function together(bench: Bench): Promise<void> {
  const vitest = await opened(bench, -1)
  try {
    let left = await related(vitest, bench.trial)
    while (left.length > 0) {
      const hung = await watched(bench, () => vitest.runTestSpecifications([...left]))
      const done = doneIn(entriesOf(bench.journal))
      const isDone = ({ moduleId }: { readonly moduleId: string }): boolean =>
        done.has(nameOf(bench, moduleId))
      const wrong = vitest.state
        .getTestModules()
        .find((one) => !hung.has(nameOf(bench, one.moduleId)) && (!isDone(one) || !one.ok()))
      if (wrong)
        throw new Error(
          `fails without a mutant: ${nameOf(bench, wrong.moduleId)}\n${whyFailed(wrong)}`
        )
      left = left.filter((one) => !isDone(one))
    }
  } finally {
    await vitest.close()
  }
}

/** What a file of tests failed by. */
function whyFailed(file: TestModule): string {
  const tests = [...file.children.allTests('failed')]
  const errors = [...file.errors(), ...tests.flatMap((test) => test.result().errors ?? [])]
  return errors.map(({ message, stack }) => stack ?? message).join('\n')
}

const doneIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((one) => (one.kind === 'done' ? [one.file] : [])))

/** Tries what is in doubt in processes of their own. */
async function alone(bench: Bench): Promise<void> {
  for (const [id, files] of doubtfulIn(entriesOf(bench.journal))) {
    const vitest = await opened(bench, id)
    try {
      const asked = (await related(vitest, bench.trial)).filter(({ moduleId }) =>
        files.has(nameOf(bench, moduleId))
      )
      await watched(bench, () => vitest.runTestSpecifications([...asked]))
      const failing = vitest.state.getTestModules().find((one) => one.state() === 'failed')
      if (!failing) continue
      const [test] = failing.children.allTests('failed')
      const file = nameOf(bench, failing.moduleId)
      note(bench.journal, { kind: 'killed', id, file, by: test?.name ?? 'loading', alone: true })
    } finally {
      await vitest.close()
    }
  }
}

/** Runs, and ends what takes longer than it may. Returns the files that were ended. */
async function watched(
  { journal, trial }: Bench,
  run: () => Promise<unknown>
): Promise<ReadonlySet<string>> {
  const hung = new Set<string>()
  const since = new Map<string, number>()
  const look = (): void => {
    const latest = new Map(
      entriesOf(journal).flatMap((one) => ('file' in one ? [[one.file, one]] : []))
    )
    for (const [file, one] of latest) {
      if (one.kind !== 'begun' || hung.has(file)) continue
      const key = `${file} ${one.id} ${one.at}`
      since.set(key, since.get(key) ?? Date.now())
      if (Date.now() - (since.get(key) as number) < one.limit) continue
      hung.add(file)
      note(journal, { kind: 'killed', id: one.id, file, by: 'it does not end', alone: true })
      end(one.pid)
    }
  }
  let told = 0
  const timer = setInterval(() => {
    look()
    const entries = entriesOf(journal)
    const [files, killed] = [doneIn(entries).size, killersIn(entries).size]
    if (files + killed > told) trial.say(`${files} files of tests, ${killed} mutants killed`)
    told = files + killed
  }, POLL)
  try {
    await run()
  } finally {
    clearInterval(timer)
  }
  return hung
}

/** Ends a process that may have ended by itself a moment ago. */
function end(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

function fates(mutants: readonly Mutant[], entries: readonly Entry[]): readonly Fate[] {
  const killers = killersIn(entries)
  const reached = new Set(
    entries.flatMap((one) => (one.kind === 'reached' ? [...one.outside, ...one.within] : []))
  )
  return mutants.map((mutant, id) => ({
    mutant,
    killedBy: killers.get(id),
    reached: reached.has(id)
  }))
}

/** A file by its path from the root, as vitest names its suite. */
const nameOf = ({ trial }: Bench, moduleId: string): string =>
  relative(trial.root, moduleId).split(sep).join('/')

async function opened({ trial, journal }: Bench, on: number): Promise<Vitest> {
  const texts = new Map<string, string>()
  for (const file of new Set(trial.mutants.map((mutant) => mutant.file))) {
    const own = trial.mutants.flatMap((mutant, id) =>
      mutant.file === file ? [{ id, mutant }] : []
    )
    const path = join(trial.root, file)
    texts.set(path, woven(readFileSync(path, 'utf8'), own))
  }
  const vitest = await createVitest(
    'test',
    {
      root: trial.root,
      config: false,
      watch: false,
      // Kept by what a file on the disk says, modules would come back with another run's mutants.
      fsModuleCache: false,
      include: [...trial.tests],
      pool: 'forks',
      maxWorkers: on < 0 ? trial.workers : 1,
      bail: on < 0 ? 0 : 1,
      testTimeout: 0,
      reporters: [{}],
      runner: join(import.meta.dirname, 'runner.ts'),
      sequence: { sequencer: AsGiven },
      env: {
        TRUCE_MUTATE_JOURNAL: journal,
        TRUCE_MUTATE_COUNT: String(trial.mutants.length),
        TRUCE_MUTATE_PATIENCE: String(trial.patience),
        TRUCE_MUTATE_ALONE: String(on)
      }
    },
    {
      server: { watch: null },
      plugins: [{ name: 'mutants', enforce: 'pre', load: (id) => texts.get(id) }]
    }
  )
  await vitest.standalone()
  return vitest
}

class AsGiven extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files
  }
}

/** Files of tests that import what is mutated, those of the same folder first. */
async function related(
  vitest: Vitest,
  { root, mutants }: Trial
): Promise<readonly TestSpecification[]> {
  const mutated = new Set(mutants.map(({ file }) => join(root, file)))
  const folders = new Set([...mutated].map((path) => basename(dirname(path))))
  const far = ({ moduleId }: TestSpecification): number =>
    folders.has(basename(dirname(moduleId))) ? 0 : 1
  const all = await vitest.globTestSpecifications()
  return all
    .filter(({ moduleId }) => [...importedBy(moduleId)].some((path) => mutated.has(path)))
    .sort((a, b) => far(a) - far(b))
}

/** The file and all that it imports by a path, itself or through others. */
function importedBy(path: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(path) || !existsSync(path)) return seen
  seen.add(path)
  for (const [, from = ''] of readFileSync(path, 'utf8').matchAll(
    /(?:from|import\(?) ?'(\.[^']+)'/g
  ))
    importedBy(join(dirname(path), from), seen)
  return seen
}
