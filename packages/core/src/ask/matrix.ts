import type { Matrix, NamedCase } from '../check/accounts.ts'
import { judgeAccounts } from '../check/accounts.ts'
import { DEFAULTS } from '../check/defaults.ts'
import { matrixJson } from '../report/matrix-json.ts'
import type { MatrixDocument } from '../report/matrix-schema.ts'
import type { Answered, Given, Refused } from './answer.ts'
import { refused, soundCase } from './answer.ts'
import { frozen } from './freeze.ts'

/** What the accounts are called, in their order, and how to judge. */
export interface MatrixSettings {
  readonly names: readonly string[]
  readonly draws?: number
  readonly seed?: number
}

/** Every text of every account under every account. */
export type MatrixAnswer = Answered<'matrix', Matrix, MatrixDocument>

/** Judges every text of every case under every case; refused for the first that has errors. */
export function askMatrix(
  given: readonly Given[],
  { names, draws = DEFAULTS.draws, seed = DEFAULTS.seed }: MatrixSettings
): MatrixAnswer | Refused<'matrix'> {
  const accounts: NamedCase[] = []
  for (const [at, one] of given.entries()) {
    const source = soundCase(one)
    if (!source) return refused('matrix', one)
    accounts.push({ name: names[at] ?? String(at + 1), source })
  }
  const result = judgeAccounts(accounts, { ...DEFAULTS, draws, seed })
  return frozen({
    refused: false,
    question: 'matrix',
    findings: [],
    files: given.flatMap(({ files }) => files),
    result,
    provenance: {
      hashes: given.map(({ hash }) => hash),
      methods: { verdicts: { by: 'mean over draws', how: 'sampled', draws, seed } }
    },
    document: () => matrixJson(result, { draws, seed })
  })
}
