import type { Fraction } from '../../fractions/fraction.ts'
import { fractionText, quotientOf } from '../../fractions/fraction.ts'
import type { NashPoint, SolvedGame, SolvedTable, SolvedTree } from '../../games/index.ts'
import type { Block } from '../blocks.ts'
import { heading, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { words } from '../words/index.ts'
import { backwardBlocks } from './backward-section.ts'

/** So many equilibria are laid out; a document has all. */
const MOST_ROWS = 40

/** The report of `solve game`. */
export function gameReport(solved: SolvedGame): readonly Block[] {
  const own = words()
  const { say } = own
  const { title } = solved.kind === 'table' ? solved.game : solved.tree
  return [
    heading(1, title.trim() === '' ? say('game.untitled') : title),
    paragraph(say('opening.game')),
    ...(solved.kind === 'table' ? nashBlocks(own, solved) : treeBlocks(own, solved)),
    heading(2, say('method.title')),
    paragraph(gameMethod(own))
  ]
}

/** How games are solved. */
export const gameMethod = ({ say }: Words): string => say('game.method')

function treeBlocks(own: Words, solved: SolvedTree): readonly Block[] {
  const { table: reduced, backward } = solved
  return [
    ...(backward ? backwardBlocks(own, solved.tree, backward) : []),
    ...(reduced
      ? nashBlocks(own, reduced, own.say('game.nash.tree'), backward !== undefined)
      : [paragraph(own.say('game.no-table'))])
  ]
}

function nashBlocks(
  own: Words,
  { game, nash }: Pick<SolvedTable, 'game' | 'nash'>,
  ...[tree, threats = false]: readonly [tree?: string, threats?: boolean]
): readonly Block[] {
  const { say } = own
  const { equilibria, sought, degenerate, sets } = nash
  const pure = equilibria.filter((one) => one.pure).length
  const players = game.players.map((name, at) =>
    say('game.player', { name, n: game.strategies[at]?.length ?? 0 })
  )
  const shown = equilibria.slice(0, MOST_ROWS)
  const joined = degenerate === true && sets !== undefined
  return [
    heading(2, say('game.nash')),
    paragraph(
      [
        say('game.players', { players: own.list(players) }),
        say('game.nash.lead'),
        ...(tree === undefined ? [] : [tree]),
        ...(sought === 'pure' ? [say('game.nash.pure')] : []),
        ...(equilibria.length === 0
          ? [say('game.nash.none')]
          : [say('game.nash.count', { n: equilibria.length, pure })]),
        ...(threats && equilibria.length > 1 ? [say('game.nash.threats')] : []),
        ...(joined ? [say('game.nash.degenerate', { n: sets })] : [])
      ].join(' ')
    ),
    ...(shown.length === 0 ? [] : [nashTable(own, game, { shown, joined })]),
    ...(shown.length < equilibria.length
      ? [paragraph(say('more.json', { n: equilibria.length - shown.length }))]
      : [])
  ]
}

function nashTable(
  own: Words,
  { players, strategies }: SolvedTable['game'],
  { shown, joined }: { readonly shown: readonly NashPoint[]; readonly joined: boolean }
): Block {
  const { say } = own
  return table(
    [
      say('game.column.number'),
      ...(joined ? [say('game.column.set')] : []),
      ...players.map((player) => say('game.column.plays', { player })),
      ...players.map((player) => say('game.column.gets', { player }))
    ],
    shown.map(({ mixes, payoffs, set }, at) => [
      String(at + 1),
      ...(joined ? [String((set ?? 0) + 1)] : []),
      ...mixes.map((mix, player) => mixWords(own, mix, strategies[player] ?? [])),
      ...payoffs.map((pays) => payoffCell(own, pays))
    ])
  )
}

/** A longer fraction than this is told roughly; a document has it exactly. */
const MOST_LETTERS = 13

function payoffCell({ say }: Words, pays: Fraction): string {
  const exactly = fractionText(pays)
  return exactly.length > MOST_LETTERS
    ? say('game.about', { value: quotientOf(pays).toPrecision(5) })
    : exactly
}

/** A strategy by its name, several with the share of each. */
function mixWords(own: Words, mix: NashPoint['mixes'][number], names: readonly string[]): string {
  const used = mix.flatMap((share, at) => (share.top === 0n ? [] : [{ share, at }]))
  if (used.length === 1) return names[used[0]?.at ?? 0] ?? ''
  return used
    .map(({ share, at }) =>
      own.say('game.share', { share: fractionText(share), strategy: names[at] ?? '' })
    )
    .join('; ')
}
