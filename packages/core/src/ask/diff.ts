import { check } from '../check/check.ts'
import type { CaseDifference } from '../check/diff.ts'
import { diffCases } from '../check/diff.ts'
import type { Case } from '../model/case.ts'
import { diffJson } from '../report/check-json.ts'
import type { DiffDocument } from '../report/diff-schema.ts'
import type { Answered, Given, Refused } from './answer.ts'
import { refused, soundCase } from './answer.ts'
import { frozen } from './freeze.ts'

/** What the two cases are called, and how to judge them. */
export interface DiffSettings {
  readonly cases: readonly [string, string]
  readonly draws?: number
  readonly seed?: number
}

/** Two cases side by side. */
export type DiffAnswer = Answered<'diff', CaseDifference, DiffDocument>

/** Lays two cases side by side; refused for the first that has errors. */
export function askDiff(
  [left, right]: readonly [Given, Given],
  { cases, ...settings }: DiffSettings
): DiffAnswer | Refused<'diff'> {
  const [a, b] = [soundCase(left), soundCase(right)]
  if (!a) return refused('diff', left)
  if (!b) return refused('diff', right)
  const judged = (source: Case, { spanOf }: Given) => ({
    source,
    result: check(source, { ...settings, repairs: 0, spanOf })
  })
  const [one, two] = [judged(a, left), judged(b, right)]
  const { draws, seed } = one.result.settings
  const result = diffCases(one, two)
  return frozen({
    refused: false,
    question: 'diff',
    findings: [],
    files: [...left.files, ...right.files],
    result,
    provenance: {
      hashes: [left.hash, right.hash],
      methods: {
        verdicts: { by: 'mean over draws', how: 'sampled', draws, seed },
        judgements: { by: 'central values side by side', how: 'exact' }
      }
    },
    document: () => diffJson(result, cases)
  })
}
