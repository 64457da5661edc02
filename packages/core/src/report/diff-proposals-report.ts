import { optionOf } from '../check/case-deal-space.ts'
import type { PartyResult, ProposalResult } from '../check/check-result.ts'
import type { ProposalDifference } from '../check/diff-proposals.ts'
import { textIn } from '../model/package.ts'
import type { Offer } from '../worth/offers.ts'
import { redlineId } from '../worth/redlines.ts'
import type { Block } from './blocks.ts'
import { heading, list, paragraph, table } from './blocks.ts'
import type { Rich, Words } from './words/index.ts'
import {
  chance,
  count,
  nameOf,
  optionTitle,
  points,
  titleOf,
  verdictMark,
  words
} from './words/index.ts'

/** The report of `diff --proposals`: two proposals of one case, term by term, with chances. */
export function diffProposalsReport(difference: ProposalDifference): readonly Block<Rich>[] {
  const own = words()
  const { say } = own
  const { source, proposals, settings } = difference
  const titles = proposals.map(({ proposal }) => titleOf(own, source, proposal.id))
  return [
    heading(1, say('diff.proposals.title')),
    table<Rich>(
      ['', ...titles],
      [
        [say('diff.all'), ...proposals.map((one) => verdictCell(own, one))],
        ...difference.parties.map(({ party, judged }) => [
          nameOf(source, party),
          ...judged.map((one) => partyCell(own, one))
        ])
      ]
    ),
    paragraph(say('diff.drawn', { draws: count(settings.draws), seed: String(settings.seed) })),
    ...termRows(own, difference, titles),
    ...crossedLines(own, difference, titles)
  ]
}

const verdictCell = (own: Words, { verdict, joint }: ProposalResult): Rich =>
  own.rich('diff.verdict', { verdict: [verdictMark(own, verdict)], chance: chance(joint.p) })

function partyCell({ say }: Words, judged: PartyResult | null): string {
  if (!judged) return '-'
  const p = chance(judged.accepts.p)
  return judged.gain === undefined
    ? say('diff.accepts', { chance: p })
    : say('diff.accepts.gain', { chance: p, gain: points(judged.gain.central) })
}

function termRows(
  own: Words,
  { source, terms, alike }: ProposalDifference,
  titles: readonly string[]
): readonly Block[] {
  const { say } = own
  const cell = (issue: string, offer: Offer | null): string =>
    offer === null ? say('diff.open') : optionTitle(own, source, [issue, optionOf(offer)])
  return [
    heading(2, say('diff.terms.between')),
    ...(terms.length === 0
      ? []
      : [
          table(
            [say('diff.issue'), ...titles],
            terms.map(({ issue, offers }) => [
              textIn(issue.title),
              ...offers.map((offer) => cell(issue.id, offer))
            ])
          )
        ]),
    paragraph(say('diff.alike', { n: alike }))
  ]
}

function crossedLines(
  own: Words,
  { source, crossed }: ProposalDifference,
  [left = '', right = '']: readonly string[]
): readonly Block[] {
  const { say } = own
  if (crossed.length === 0) return [paragraph(say('diff.crossed.none'))]
  return [
    paragraph(say('diff.crossed')),
    list(
      crossed.map(({ party, redline, by }) =>
        say('diff.crossed.line', {
          proposal: by === 'left' ? left : right,
          party: nameOf(source, party),
          redline: redline.says === undefined ? redlineId(redline) : textIn(redline.says)
        })
      )
    )
  ]
}
