import { fractionText } from '../fractions/fraction.ts'
import type { GameTree, TreeNode } from './tree.ts'
import { nodesFrom } from './tree.ts'
import { quotedText } from './words-of-game.ts'

/** A game in the text format `.efg` of Gambit: a line a node, everything said at each. */
export function writeEfg({ title, comment, players, root }: GameTree): string {
  return [
    `EFG 2 R ${quotedText(title)} { ${players.map(quotedText).join(' ')} }`,
    ...(comment === undefined ? [] : [quotedText(comment)]),
    '',
    ...[...nodesFrom(root)].map(nodeLine),
    ''
  ].join('\n')
}

function nodeLine(node: TreeNode): string {
  const { name, outcome } = node
  const pays = outcome
    ? `${outcome.number} ${quotedText(outcome.name)} { ${outcome.payoffs.map(fractionText).join(', ')} }`
    : '0'
  if (node.kind === 'end') return `t ${quotedText(name)} ${pays}`
  if (node.kind === 'chance') {
    const moves = node.moves.map((move) => `${quotedText(move.name)} ${fractionText(move.p)}`)
    return `c ${quotedText(name)} ${node.number} ${quotedText(node.setName)} { ${moves.join(' ')} } ${pays}`
  }
  const { player, number, name: setName, actions } = node.set
  return `p ${quotedText(name)} ${player + 1} ${number} ${quotedText(setName)} { ${actions.map(quotedText).join(' ')} } ${pays}`
}
