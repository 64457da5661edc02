import { appendFileSync, existsSync, readFileSync } from 'node:fs'

/** What a worker that runs tests says, one line each, so that nothing is lost when it hangs. */
export type Entry =
  /** A test file was run without a mutant; these mutants are reached outside of tests, or in them. */
  | {
      readonly kind: 'reached'
      readonly file: string
      readonly outside: readonly number[]
      readonly within: readonly number[]
    }
  /** A mutant is tried now, by this process, which has so many milliseconds. */
  | {
      readonly kind: 'begun'
      readonly id: number
      readonly file: string
      readonly pid: number
      readonly limit: number
      /** How many were begun before by this process, so that no two entries are equal. */
      readonly at: number
    }
  | {
      readonly kind: 'killed'
      readonly id: number
      readonly file: string
      readonly by: string
      /** In a process of its own. */
      readonly alone: boolean
    }
  /** When all were tried, a test failed without any: something of a mutant was kept. */
  | { readonly kind: 'spoiled'; readonly file: string; readonly by: string }
  /** The file has tried every mutant that it reaches. */
  | { readonly kind: 'done'; readonly file: string }

/** Adds an entry. A line is written whole, so that processes may share the file. */
export function note(path: string, entry: Entry): void {
  appendFileSync(path, `${JSON.stringify(entry)}\n`)
}

/** What has been said so far. */
export function entriesOf(path: string): readonly Entry[] {
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Entry)
}

/** Who killed which mutant. What a spoiled file says does not count. */
export function killersIn(entries: readonly Entry[]): ReadonlyMap<number, string> {
  const spoiled = spoiledIn(entries)
  return new Map(
    entries.flatMap((one) =>
      one.kind === 'killed' && (one.alone || !spoiled.has(one.file))
        ? [[one.id, `${one.file} > ${one.by}`]]
        : []
    )
  )
}

/** The files that did not end as they began. */
export const spoiledIn = (entries: readonly Entry[]): ReadonlySet<string> =>
  new Set(entries.flatMap((one) => (one.kind === 'spoiled' ? [one.file] : [])))

/**
 * What is to be tried in a process of its own, by which files: what lives and is reached outside of
 * tests, where modules are made, and what spoiled files reach.
 */
export function doubtfulIn(entries: readonly Entry[]): ReadonlyMap<number, ReadonlySet<string>> {
  const [spoiled, killers] = [spoiledIn(entries), killersIn(entries)]
  const found = new Map<number, Set<string>>()
  for (const entry of entries) {
    if (entry.kind !== 'reached') continue
    const { file, outside, within } = entry
    for (const id of spoiled.has(file) ? new Set([...outside, ...within]) : outside)
      if (!killers.has(id)) found.set(id, (found.get(id) ?? new Set()).add(file))
  }
  return found
}
