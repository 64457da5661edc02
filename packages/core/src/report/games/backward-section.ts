import { fractionText } from '../../fractions/fraction.ts'
import type { GameTree, InformationSet, PurePlan, SubgamePerfect } from '../../games/index.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph } from '../blocks.ts'
import type { Words } from '../words/index.ts'

/** So many plans are laid out; a document has all. */
const MOST_SHOWN = 6

/** What is reasoned from the end: who does what where, what happens then, who gets what. */
export function backwardBlocks(
  own: Words,
  tree: GameTree,
  { plans, all }: SubgamePerfect
): readonly Block[] {
  const { say } = own
  const n = plans.length
  const shown = plans.slice(0, MOST_SHOWN)
  const ties = n > 1 ? [say(all ? 'game.backward.ties' : 'game.backward.some', { n })] : []
  return [
    heading(2, say('game.backward')),
    paragraph([say('game.backward.lead'), ...ties].join(' ')),
    ...shown.flatMap((plan, at) => [
      ...(n > 1 ? [heading(3, say('game.plan', { n: at + 1 }))] : []),
      list([
        ...playWords(own, tree, plan),
        ...everywhere(own, tree, plan),
        getsWords(own, tree, plan)
      ])
    ]),
    ...(n > MOST_SHOWN ? [paragraph(say('more.json', { n: n - MOST_SHOWN }))] : [])
  ]
}

/** The moves from the beginning on, until chance moves or all is over. */
function playWords(
  { say }: Words,
  { root, players }: GameTree,
  { choices }: PurePlan
): readonly string[] {
  const moves: string[] = []
  let node = root
  while (node.kind === 'choice') {
    const move = choices.get(node.set) ?? 0
    moves.push(
      say('game.move', {
        player: players[node.set.player] ?? '',
        move: node.set.actions[move] ?? ''
      })
    )
    const next = node.next[move]
    if (!next) break
    node = next
  }
  if (node.kind === 'chance' || moves.length === 0) return []
  return [
    say('game.play', { moves: moves.reduce((first, next) => say('game.step', { first, next })) })
  ]
}

function everywhere(own: Words, { players }: GameTree, { choices }: PurePlan): readonly string[] {
  if (choices.size === 0) return []
  const moves = [...choices].map(([set, move]) =>
    own.say('game.set', {
      player: players[set.player] ?? '',
      set: setName(set),
      move: set.actions[move] ?? ''
    })
  )
  return [own.say('game.nothing-else', { moves: moves.join('; ') })]
}

/** A place of a player by its name, else by its number. */
const setName = ({ name, number }: InformationSet): string => (name === '' ? String(number) : name)

function getsWords(own: Words, { players }: GameTree, { payoffs }: PurePlan): string {
  return own.say('game.gets', {
    payoffs: own.list(
      players.map((player, at) => {
        const pays = payoffs[at]
        return own.say('game.got', { player, payoff: pays ? fractionText(pays) : '0' })
      })
    )
  })
}
