import type { PartyResult, ProposalResult } from '../../check/check-result.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { claimedBy, whoseFigure } from '../../model/whose.ts'
import type { Block } from '../blocks.ts'
import { paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { chance, nameOf, points, withMarkSquare, wordsOf } from '../words/index.ts'
import { walkerText } from './ground-words.ts'
import type { Material } from './material.ts'

/** Each party's chance to accept, what it gains, and how many redlines are crossed. */
export function partyTable(
  material: Material,
  { parties, required }: ProposalResult
): readonly Block[] {
  const speaking = [...parties.values()].filter(
    ({ party, gain, crossed }) => required.includes(party) || gain || crossed.length > 0
  )
  if (speaking.length === 0) return []
  const words = wordsOf(material)
  const { say } = words
  const gained = speaking.some(({ gain }) => gain)
  const rows = speaking.map((result) => [
    `${nameOf(material.source, result.party)}${required.includes(result.party) ? '' : ' *'}`,
    chance(result.accepts.p),
    ...(gained ? gainCells(words, result) : []),
    String(result.crossed.length)
  ])
  const head = [
    say('parties.party'),
    say('parties.accepts'),
    ...(gained ? [say('parties.gain'), say('brief.worst-best'), say('brief.not-worse')] : []),
    say('brief.crossed.column')
  ]
  const free = speaking.some(({ party }) => !required.includes(party))
  return [table(head, rows), ...(free ? [paragraph(say('brief.free'))] : [])]
}

function gainCells({ say }: Words, { gain }: PartyResult): readonly string[] {
  if (!gain) return [say('unknown'), '', '']
  const [low, high] = [points(gain.low), points(gain.high)]
  return [
    points(gain.central),
    low === high ? low : say('range', { low, high }),
    chance(gain.gains)
  ]
}

/** Who walks over what, with all grounds. */
export function walkers(material: Material, proposal: ProposalResult): readonly string[] {
  const words = wordsOf(material)
  if (proposal.walkers.length === 0) return [words.say('walk.nobody')]
  return proposal.walkers.map((walker) =>
    words.say('sentence', {
      clause: walkerText(words, material, {
        walker,
        grounds: [walker, ...walker.grounds]
      })
    })
  )
}

/** Every crossed redline, also of parties that stay, with the source that says it is one. */
export function crossings(material: Material, { parties }: ProposalResult): readonly string[] {
  const words = wordsOf(material)
  const lines = [...parties.values()].flatMap(({ crossed }) =>
    crossed.map((one) => crossing(words, material.source, one))
  )
  return lines.length > 0 ? lines : [words.say('brief.redline.none')]
}

function crossing(
  words: Words,
  source: Case,
  { redline, firmness, certain }: PartyResult['crossed'][number]
): string {
  const { say } = words
  const { id, party: holder, says, assumed } = redline
  const party = nameOf(source, holder)
  const { low, central, high } = firmness
  const title = says ? say('proposal', { title: say('quoted', { text: textIn(says) }), id }) : id
  const firm = say('brief.redline', { party, redline: title, firmness: central.toFixed(2) })
  const ranged = low === high ? firm : say('brief.redline.range', { redline: firm, low, high })
  const told = certain ? ranged : say('brief.redline.scenarios', { redline: ranged })
  const from = withMarkSquare(words, told, {
    whose: whoseFigure(source, redline.firmness),
    sources: claimedBy(redline)
  })
  return assumed ? say('brief.redline.assumed', { redline: from }) : from
}
