import type { Trade } from '../../bargaining/index.ts'
import type { Bargain } from '../../deals/bargain.ts'
import type { PlacedProposal } from '../../deals/placed.ts'
import { textIn } from '../../model/package.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { count, settled, settledAs, signed } from '../words/index.ts'
import { chanceCell, chanceHead } from './chance-column.ts'
import { inPoints, partyAt, termsOf, whoGains } from './deal-names.ts'

/** How far the proposals are from the best: their gains, then each in turn. */
export function proposalsBlocks(own: Words, about: Bargain): readonly Block[] {
  if (about.proposals.length === 0) return []
  const { say } = own
  const bounds = ({ breaks, inside, crosses }: PlacedProposal): string => {
    if (breaks.length > 0) return say('far.breaks')
    return inside ? say('far.yes') : say('far.crosses', { n: crosses.length })
  }
  return [
    heading(2, say('far.title')),
    table(
      [
        say('gains.points'),
        ...about.space.parties.map((_, party) => partyAt(about, party)),
        say('far.within'),
        ...chanceHead(own, about)
      ],
      about.proposals.map((proposal) => [
        proposal.id,
        ...inPoints(proposal.space, proposal.gains).map(signed),
        bounds(proposal),
        ...chanceCell(about, proposal)
      ])
    ),
    ...about.proposals.flatMap((proposal) => proposalBlocks(own, about, proposal))
  ]
}

function proposalBlocks(own: Words, about: Bargain, proposal: PlacedProposal): readonly Block[] {
  const { source } = about
  const found = source.proposals.find(({ id }) => id === proposal.id)
  return [
    heading(
      3,
      found
        ? own.say('proposal.titled', { id: proposal.id, title: textIn(found.title) })
        : proposal.id
    ),
    paragraph(
      [
        ...outside(own, about, proposal),
        ...filling(own, about, proposal),
        ...better(own, about, proposal)
      ].join(' ')
    ),
    ...changes(own, about, proposal),
    ...chanceThen(own, about, proposal),
    ...trades(own, about, proposal)
  ]
}

function outside(
  { say, list: listed }: Words,
  { source }: Bargain,
  { crosses, mayCross, breaks }: PlacedProposal
): readonly string[] {
  return [
    ...(crosses.length > 0 ? [say('placed.crosses', { redlines: listed(crosses) })] : []),
    ...(mayCross.length > 0 ? [say('placed.may-cross', { redlines: listed(mayCross) })] : []),
    ...source.rules
      .filter(({ at }) => breaks.includes(at))
      .map(({ because, at }) =>
        say('placed.breaks', { rule: because === undefined ? at : textIn(because) })
      )
  ]
}

const filling = (own: Words, { source }: Bargain, { filled }: PlacedProposal): readonly string[] =>
  filled.size === 0 ? [] : [own.say('placed.filled', { terms: settled(own, source, filled) })]

function better(
  own: Words,
  about: Bargain,
  { improvement, gains, space, inside, efficient, undecided }: PlacedProposal
): readonly string[] {
  const { say } = own
  const loses = gains.some((gain) => gain < 0)
  if (!improvement) {
    if (undecided) return [say('placed.undecided')]
    if (loses) return [say('placed.none.loses')]
    if (efficient) return [say('placed.efficient')]
    return inside ? [] : [say('placed.none')]
  }
  const key = improvement.adds.every((add) => add > 0) ? 'placed.better.all' : 'placed.better.some'
  return [
    say(loses ? `${key}.loses` : key, {
      gains: whoGains(own, about, inPoints(space, improvement.adds))
    })
  ]
}

/** What the improvement settles otherwise than the proposal. */
export function improvedTerms({
  improvement,
  choice,
  space
}: PlacedProposal): readonly (readonly [string, string])[] {
  const better = improvement?.choice
  if (!better) return []
  return [...termsOf(space, better)].filter((_, issue) => better[issue] !== choice[issue])
}

const changes = (own: Words, { source }: Bargain, proposal: PlacedProposal): readonly Block[] =>
  proposal.improvement
    ? [list(improvedTerms(proposal).map((term) => settledAs(own, source, term)))]
    : []

/** A package better for all in points need not be likelier to be accepted. */
function chanceThen(own: Words, about: Bargain, proposal: PlacedProposal): readonly Block[] {
  const { space, choice, offers, improvement } = proposal
  if (!improvement) return []
  const [before] = chanceCell(about, { space, choice, offers })
  const [after] = chanceCell(about, { space, choice: improvement.choice, offers })
  if (before === undefined || after === undefined) return []
  const key = before === after ? 'chance.same' : 'chance.then'
  return [paragraph(own.say(key, { before, after }))]
}

function trades(own: Words, about: Bargain, { trades: found }: PlacedProposal): readonly Block[] {
  if (!found) return []
  const { say } = own
  const { improvementCount, tradeCount } = found
  const line = ({ changes: made, gains }: Trade): string =>
    say('trade.line', {
      changes: made
        .map((change) => changeWords(own, about, change))
        .reduce((some, next) => say('trade.for', { changes: some, next })),
      gains: whoGains(own, about, gains)
    })
  return [
    ...(improvementCount > 0
      ? [paragraph(say('trade.free', { n: improvementCount })), list(found.improvements.map(line))]
      : []),
    ...(tradeCount > 0
      ? [
          paragraph(say('trade.trades', { count: count(tradeCount), n: tradeCount })),
          list(found.trades.map(line))
        ]
      : [])
  ]
}

function changeWords(
  own: Words,
  { source }: Bargain,
  { issue, to, giving, receiving }: Trade['changes'][number]
): string {
  const { say, list: listed } = own
  const names = (ids: readonly string[]): string =>
    listed(ids.map((id) => textIn(source.parties.get(id)?.name ?? id)))
  const whom = [
    ...(giving.length > 0 ? [say('trade.loss', { parties: names(giving) })] : []),
    ...(receiving.length > 0 ? [say('trade.gain', { parties: names(receiving) })] : [])
  ]
  const change = settledAs(own, source, [issue, to])
  return whom.length > 0 ? say('trade.change', { change, whom: whom.join('; ') }) : change
}
