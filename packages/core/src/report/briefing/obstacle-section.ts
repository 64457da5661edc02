import type { PartyResult, ProposalResult } from '../../check/check-result.ts'
import { claimedBy, saidByItself, whoseFigure } from '../../model/whose.ts'
import { isFatal } from '../../worth/redlines.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import { inPercent, nameOf, redlineWords, wordsOf } from '../words/index.ts'
import { citedWords, isAssumption } from './cited.ts'
import type { Material } from './material.ts'
import { bodyLines } from './ratifying.ts'

type CrossedLine = PartyResult['crossed'][number]

/** Crossed redlines told of; the rest are counted. */
const TOLD = 6

/** What is in a proposal's way: crossed redlines, who ratifies, who is better off without it. */
export function obstacleSection(material: Material, proposal: ProposalResult): readonly Block[] {
  const { say } = wordsOf(material)
  const { parties, required, brokenRules } = proposal
  const needed = ({ redline }: CrossedLine): boolean => required.includes(redline.party)
  const crossed = [...parties.values()]
    .flatMap((one) => one.crossed)
    .sort((a, b) => Number(needed(b)) - Number(needed(a)) || b.walks - a.walks)
  const n = crossed.length - TOLD
  const lines = [
    ...(brokenRules.length > 0 ? [say('pages.way.rules')] : []),
    ...crossed
      .slice(0, TOLD)
      .map((one) => redlineText(material, { crossed: one, decides: needed(one) && isFatal(one) })),
    ...(n > 0 ? [say('pages.redline.more', { n })] : []),
    ...required.flatMap((party) => bodyLines(material, parties.get(party))),
    ...betterOff(material, proposal)
  ]
  return [
    heading(2, say('pages.way')),
    lines.length === 0 ? paragraph(say('pages.way.nothing')) : list(lines)
  ]
}

function redlineText(
  material: Material,
  { crossed, decides }: { readonly crossed: CrossedLine; readonly decides: boolean }
): string {
  const { source } = material
  const words = wordsOf(material)
  const { say } = words
  const { redline, certain } = crossed
  const [from] = claimedBy(redline)
  const own = saidByItself(redline, source)
  return [
    say('pages.redline', {
      party: nameOf(source, redline.party),
      redline: redlineWords(words, redline)
    }),
    firmnessText(material, crossed),
    ...(decides ? [say('pages.redline.fatal')] : []),
    ...(certain ? [] : [say('pages.redline.scenarios')]),
    redline.assumed || from === undefined || isAssumption(source, from)
      ? say('pages.redline.assumed')
      : say('pages.redline.claim', { source: citedWords(source, from) }),
    ...(own || redline.assumed || isAssumption(source, from) ? [] : [say('pages.redline.another')])
  ].join(' ')
}

function firmnessText(material: Material, { redline, firmness }: CrossedLine): string {
  const { source } = material
  const { say } = wordsOf(material)
  const whose = whoseFigure(source, redline.firmness)
  const said = {
    whose:
      whose.by === 'source'
        ? say('pages.figure.source', { source: citedWords(source, whose.source) })
        : say('pages.figure.case'),
    chance: inPercent(firmness.central)
  }
  const [low, high] = [inPercent(firmness.low), inPercent(firmness.high)]
  return low === high
    ? say('pages.redline.figure', said)
    : say('pages.redline.figure.range', { ...said, low, high })
}

/** Who would probably walk because no deal may be better for it. */
function betterOff(material: Material, { walkers }: ProposalResult): readonly string[] {
  return walkers.flatMap((walker) =>
    [walker, ...walker.grounds]
      .filter(({ over }) => over === 'no-deal')
      .map(({ chance }) =>
        wordsOf(material).say('pages.way.no-deal', {
          party: nameOf(material.source, walker.party),
          chance: inPercent(chance)
        })
      )
  )
}
