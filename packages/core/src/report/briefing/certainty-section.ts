import type { ProposalResult, ReadingsResult } from '../../check/check-result.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import {
  count,
  hingeWords,
  inPercent,
  movingWords,
  tellingChoices,
  verdictText,
  wordsOf
} from '../words/index.ts'
import type { Material } from './material.ts'

/** How many choices and how many figures are told. */
const TOLD = 2

/** In how many readings the verdict stands, what moves it, and which single figures turn it. */
export function certaintySection(material: Material, proposal: ProposalResult): readonly Block[] {
  const words = wordsOf(material)
  const { say } = words
  const { readings } = material.check
  const { hangsOn } = proposal
  return [
    heading(2, say('pages.sure')),
    ...(readings ? readingBlocks(material, proposal, readings) : []),
    paragraph(
      hangsOn.length === 0
        ? say('pages.sure.steady')
        : say('pages.sure.turns', {
            hinges: hangsOn
              .slice(0, TOLD)
              .map((hinge) =>
                say('pages.sure.turn', {
                  judgement: hingeWords({ words, source: material.source }, hinge),
                  verdict: verdictText(words, hinge),
                  chance: inPercent(hinge.p)
                })
              )
              .join('; ')
          })
    )
  ]
}

function readingBlocks(
  material: Material,
  { proposal, verdict }: ProposalResult,
  { proposals, judged, outOf }: ReadingsResult
): readonly Block[] {
  const read = proposals.get(proposal.id)
  if (!read) return []
  const words = wordsOf(material)
  const { say } = words
  const named = read.verdicts.map((one) => ({
    verdict: verdictText(words, one),
    share: inPercent(one.share)
  }))
  const own = read.verdicts.findIndex((one) => one.verdict === verdict)
  const first = named[own] ?? { verdict: verdictText(words, { verdict }), share: inPercent(0) }
  const others = named.filter((_, at) => at !== own)
  const shares = [
    others.length === 0 ? say('pages.sure.same', first) : say('pages.sure.share', first),
    ...others.map((one) => say('pages.sure.other', one))
  ].join(', ')
  const n = count(judged)
  const moves = tellingChoices(read.told, read.verdicts).slice(0, TOLD)
  return [
    paragraph(
      [
        BigInt(judged) === outOf
          ? say('pages.sure.all', { n, shares })
          : say('pages.sure.sampled', { n, outOf: count(outOf), shares }),
        ...(read.least === read.greatest
          ? []
          : [
              say('pages.sure.reach', {
                least: inPercent(read.least),
                median: inPercent(read.median),
                greatest: inPercent(read.greatest)
              })
            ])
      ].join(' ')
    ),
    ...(moves.length === 0
      ? []
      : [list(moves.map((one, at) => movingWords({ words, source: material.source }, one, at)))])
  ]
}
