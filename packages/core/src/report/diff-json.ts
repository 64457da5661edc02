import { optionOf } from '../check/case-deal-space.ts'
import type { CheckResult, PartyResult, ProposalResult } from '../check/check-result.ts'
import type { CaseDifference } from '../check/diff.ts'
import type { ProposalDifference } from '../check/diff-proposals.ts'
import { textIn } from '../model/package.ts'
import type { Offer } from '../worth/offers.ts'
import { redlineId } from '../worth/redlines.ts'
import type { DocumentAbout } from './check-json.ts'
import { documentHead } from './check-json.ts'
import type { DiffDocument, DiffProposalsDocument } from './diff-schema.ts'
import { countJson } from './packages-shape.ts'

/** The document of `diff --format json`; `cases` as they were named. */
export function diffJson(
  difference: CaseDifference,
  cases: readonly [string, string]
): DiffDocument {
  const counted = ({ total, ...room }: CheckResult['packages']) => ({
    total: String(total),
    ...countJson(room)
  })
  const [left, right] = difference.packages
  const packages = [counted(left), counted(right)] as const
  return { ...documentHead('diff'), findings: [], cases, difference: { ...difference, packages } }
}

/** The document of `diff --proposals --format json`. */
export function diffProposalsJson(
  { source, settings, proposals, parties, terms, alike, crossed }: ProposalDifference,
  { findings, hash }: DocumentAbout
): DiffProposalsDocument {
  const [left, right] = proposals
  const jointOf = ({ verdict, joint: { p, standardError } }: ProposalResult) => ({
    verdict,
    p,
    standardError
  })
  const accepts = (judged: PartyResult | null) =>
    judged && {
      verdict: judged.verdict,
      accepts: judged.accepts.p,
      gain: judged.gain?.central ?? null
    }
  const option = (offer: Offer | null) => offer && optionOf(offer)
  return {
    ...documentHead('diff'),
    findings,
    case: { title: textIn(source.title), hash },
    settings: { draws: settings.draws, seed: settings.seed },
    proposals: [left.proposal.id, right.proposal.id],
    joint: [jointOf(left), jointOf(right)],
    parties: Object.fromEntries(
      parties.map(({ party, judged: [one, two] }) => [party, [accepts(one), accepts(two)] as const])
    ),
    terms: terms.map(({ issue, offers: [one, two] }) => ({
      issue: issue.id,
      option: [option(one), option(two)] as const
    })),
    alike,
    crossed: crossed.map(({ redline, by }) => ({
      redline: redlineId(redline),
      by: (by === 'left' ? left : right).proposal.id
    }))
  }
}
