import type { Case, Issue, Redline } from '../model/case.ts'
import type { Offer } from '../worth/offers.ts'
import { offersOf } from '../worth/offers.ts'
import type { CheckResult, PartyResult, ProposalResult } from './check-result.ts'
import type { Pair } from './diff.ts'

/** Two proposals of one case, judged over the same draws, side by side. */
export interface ProposalDifference {
  readonly source: Case
  readonly settings: CheckResult['settings']
  readonly proposals: readonly [ProposalResult, ProposalResult]
  /** Issues that the two settle otherwise; null where one leaves the issue open. */
  readonly terms: readonly { readonly issue: Issue; readonly offers: Pair<Offer> }[]
  /** How many issues both settle alike, those that both leave open among them. */
  readonly alike: number
  /** Every party that is judged; null where one of the two does not ask it. */
  readonly parties: readonly { readonly party: string; readonly judged: Pair<PartyResult> }[]
  /** Redlines that only one of the two crosses. */
  readonly crossed: readonly {
    readonly party: string
    readonly redline: Redline
    readonly by: 'left' | 'right'
  }[]
}

/** Lays two judged proposals side by side. */
export function diffProposals(
  source: Case,
  settings: CheckResult['settings'],
  proposals: readonly [ProposalResult, ProposalResult]
): ProposalDifference {
  const [left, right] = proposals
  const [a, b] = proposals.map(({ proposal }) => offersOf(proposal, source))
  const differing = source.issues.filter(({ id }) => !isSame(a?.get(id), b?.get(id)))
  return {
    source,
    settings,
    proposals,
    terms: differing.map((issue) => ({
      issue,
      offers: [a?.get(issue.id) ?? null, b?.get(issue.id) ?? null]
    })),
    alike: source.issues.length - differing.length,
    parties: [...new Set([...left.parties.keys(), ...right.parties.keys()])].map((party) => ({
      party,
      judged: [left.parties.get(party) ?? null, right.parties.get(party) ?? null]
    })),
    crossed: [...crossedOnlyBy('left', left, right), ...crossedOnlyBy('right', right, left)]
  }
}

/** The chance of a later stage counts: the same stages with another chance are another term. */
function isSame(one: Offer | undefined, other: Offer | undefined): boolean {
  const read = (offer: Offer | undefined): string =>
    JSON.stringify([offer?.option, offer?.then, offer?.chance?.range])
  return read(one) === read(other)
}

function crossedOnlyBy(
  by: 'left' | 'right',
  { parties }: ProposalResult,
  other: ProposalResult
): ProposalDifference['crossed'] {
  return [...parties.values()].flatMap(({ party, crossed }) => {
    const there = new Set(other.parties.get(party)?.crossed.map(({ redline }) => redline))
    return crossed.flatMap(({ redline }) => (there.has(redline) ? [] : [{ party, redline, by }]))
  })
}
