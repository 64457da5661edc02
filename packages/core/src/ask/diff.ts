import { check } from '../check/check.ts'
import type { CaseDifference } from '../check/diff.ts'
import { diffCases } from '../check/diff.ts'
import type { ProposalDifference } from '../check/diff-proposals.ts'
import { diffProposals } from '../check/diff-proposals.ts'
import type { Case } from '../model/case.ts'
import { diffJson, diffProposalsJson } from '../report/diff-json.ts'
import type { DiffDocument, DiffProposalsDocument } from '../report/diff-schema.ts'
import type { AboutCase, Answered, Asked, Given, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'
import { askCheck } from './check.ts'
import { frozen } from './freeze.ts'

/** What the two cases are called, and how to judge them. */
export interface DiffSettings {
  readonly cases: readonly [string, string]
  readonly draws?: number
  readonly seed?: number
}

/** Two proposals of one case side by side. */
export type DiffProposalsAnswer = AboutCase<'diff', ProposalDifference, DiffProposalsDocument>

/** Which two proposals, and how to judge them. */
export interface DiffProposalsSettings {
  readonly proposals: readonly [string, string]
  readonly draws?: number
  readonly seed?: number
  /** Files that hold a draft: see `CheckSettings`. */
  readonly drafts?: readonly string[]
}

/** Lays two proposals side by side; refused as `check` refuses. */
export function askDiffProposals(
  given: Given,
  asked: Asked<DiffProposalsSettings>
): DiffProposalsAnswer | Refused<'diff'> {
  const sound = soundCase(given)
  if (!sound) return refused('diff', given)
  const { proposals: ids, ...settings } = settledFor(asked, sound)
  const checked = askCheck(given, { ...settings, proposals: ids, repairs: 0, readings: false })
  if (checked.refused) return refused('diff', given, checked.findings)
  const { source, findings, result } = checked
  const [left, right] = ids.map((id) => result.proposals.find(({ proposal }) => proposal.id === id))
  if (!left || !right) throw new NoSuchProposal(ids.join(', '))
  const { draws, seed } = result.settings
  const difference = diffProposals(source, result.settings, [left, right])
  return answered('diff', given, {
    source,
    findings,
    result: difference,
    methods: { verdicts: { by: 'mean over draws', how: 'sampled', draws, seed } },
    json: (about) => diffProposalsJson(difference, about)
  })
}

/** Raised for a proposal that the case has not. */
export class NoSuchProposal extends Error {}

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
