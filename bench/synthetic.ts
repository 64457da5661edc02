import { readCase } from '../packages/core/src/case/read.ts'
import type { Case } from '../packages/core/src/model/case.ts'
import type { SourceFile } from '../packages/core/src/model/span.ts'

const SEED = 20_250_604

/** A small reproducible generator (mulberry32). */
function generator(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) % below
  }
}

/**
 * A case of that many issues, options and parties; `linked`: rules and redlines speak of two issues
 * each, else of one.
 */
export function synthetic({
  issues,
  options,
  parties,
  linked = true
}: {
  issues: number
  options: number
  parties: number
  linked?: boolean
}): readonly SourceFile[] {
  const pick = generator(SEED)
  const names = (prefix: string, count: number): readonly string[] =>
    Array.from({ length: count }, (_, i) => `${prefix}${i + 1}`)
  const record = <T>(
    keys: readonly string[],
    value: (key: string, at: number) => T
  ): Record<string, T> => Object.fromEntries(keys.map((key, at) => [key, value(key, at)]))
  const range = (low: number, high: number): number[] =>
    [0, 0, 0].map(() => low + pick(high - low + 1)).sort((a, b) => a - b)
  const [issueIds, optionIds, partyIds] = [
    names('issue-', issues),
    names('option-', options),
    names('party-', parties)
  ]
  const option = (): string => optionIds[pick(options)] as string
  const issue = (): string => issueIds[pick(issues)] as string
  const told = (): unknown =>
    linked ? { [issue()]: option(), [issue()]: option() } : { [issue()]: option() }
  const stance = (): unknown => ({
    redlines: names('line-', 3).map((id) => ({
      id,
      never: told(),
      firmness: range(4, 9).map((tenths) => tenths / 10),
      source: 'book'
    })),
    interests: record(issueIds, () => ({
      weight: range(5, 40),
      values: record(optionIds, () => range(0, 100)),
      source: 'book'
    })),
    'no-deal': {
      base: range(20, 45),
      source: 'book',
      ledger: [{ id: 'cost', toward: 'stop', worth: range(0, 10), source: 'book' }]
    },
    ratification: [
      {
        body: 'electorate',
        threshold: 0.5,
        support: [{ poll: 'poll', answers: ['yes'], fit: 'direct' }]
      }
    ]
  })
  const text = JSON.stringify(
    {
      truce: 1,
      title: 'A synthetic case',
      'as-of': '2025-06-01',
      required: partyIds,
      sources: { book: { title: 'A book', kind: 'analysis' } },
      parties: record(partyIds, (id) => ({ name: id, kind: 'state', role: 'belligerent' })),
      issues: record(issueIds, (id) => ({
        title: id,
        ordered: pick(2) === 0,
        options: record(optionIds, (one) => one)
      })),
      rules: Array.from({ length: 6 }, () => ({
        never: told(),
        because: 'it makes no sense',
        source: 'book'
      })),
      stances: record(partyIds, stance),
      polls: {
        poll: {
          population: 'all',
          field: '2025-05',
          n: 1000,
          answers: { yes: 55, no: 40 },
          source: 'book'
        }
      },
      proposals: { draft: { title: 'A draft', terms: record(issueIds, option) } }
    },
    null,
    1
  )
  return [{ name: 'case.yaml', text }]
}

/** The case that sound texts hold; of others, the first errors are thrown. */
export function sound(files: readonly SourceFile[]): Case {
  const reading = readCase(files)
  if (reading.case && reading.sound) return reading.case
  const errors = reading.diagnostics.filter(({ severity }) => severity === 'error')
  throw new Error(
    errors
      .slice(0, 5)
      .map(({ message }) => message)
      .join('\n')
  )
}
