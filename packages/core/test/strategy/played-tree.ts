import { quotientOf } from '../../src/fractions/fraction.ts'
import type { GameTree, TreeNode } from '../../src/games/tree.ts'
import type { Between } from '../../src/strategy/ladder.ts'
import { TIE } from '../../src/worth/conventions.ts'

/** A game that two play in turns, each seeing all that was done before, with chance in between. */
export type PlayedTree =
  | { readonly kind: 'end'; readonly name: string; readonly worth: readonly [number, number] }
  | {
      readonly kind: 'move'
      /** The place of who moves. */
      readonly by: 0 | 1
      readonly actions: readonly { readonly name: string; readonly to: PlayedTree }[]
    }
  | {
      readonly kind: 'chance'
      readonly branches: readonly {
        readonly name: string
        readonly chance: number
        readonly to: PlayedTree
      }[]
    }

/** What a game is worth to both, and what is done at each of its moves, from the root down. */
export interface TreeSolved {
  readonly values: readonly [Between, Between]
  /** By move, in the order in which they stand in the tree: the actions that may be best. */
  readonly best: readonly (readonly string[])[]
}

/**
 * Subgame-perfect play by backward induction (Kuhn 1953; Selten 1965). Where several actions are
 * worth the same to who moves, all are told, and what others have is known between two ends.
 */
export function inducted(tree: PlayedTree): TreeSolved {
  if (tree.kind === 'end')
    return {
      values: [
        [tree.worth[0], tree.worth[0]],
        [tree.worth[1], tree.worth[1]]
      ],
      best: []
    }
  if (tree.kind === 'chance') {
    const parts = tree.branches.map(({ chance, to }) => ({ chance, solved: inducted(to) }))
    const mean = (who: 0 | 1, end: 0 | 1): number =>
      parts.reduce((sum, { chance, solved }) => sum + chance * solved.values[who][end], 0)
    return {
      values: [
        [mean(0, 0), mean(0, 1)],
        [mean(1, 0), mean(1, 1)]
      ],
      best: parts.flatMap(({ solved }) => solved.best)
    }
  }
  return moved(tree)
}

function moved({ by, actions }: Extract<PlayedTree, { kind: 'move' }>): TreeSolved {
  const parts = actions.map(({ name, to }) => ({ name, solved: inducted(to) }))
  const surely = Math.max(...parts.map(({ solved }) => solved.values[by][0]))
  // whatever others do where they are indifferent, less than this is never best
  const may = parts.filter(({ solved }) => solved.values[by][1] >= surely - TIE)
  const over = (who: 0 | 1): Between => [
    Math.min(...may.map(({ solved }) => solved.values[who][0])),
    Math.max(...may.map(({ solved }) => solved.values[who][1]))
  ]
  const own: Between = [surely, over(by)[1]]
  const values: readonly [Between, Between] = by === 0 ? [own, over(1)] : [over(0), own]
  return {
    values,
    best: [may.map(({ name }) => name), ...parts.flatMap(({ solved }) => solved.best)]
  }
}

/** A game of two players in exact fractions, in plain numbers. */
export const playedOf = ({ root }: GameTree): PlayedTree => playedFrom(root)

function playedFrom(node: TreeNode): PlayedTree {
  if (node.kind === 'end') {
    const [one = Number.NaN, two = Number.NaN] = (node.outcome?.payoffs ?? []).map(quotientOf)
    return { kind: 'end', name: node.outcome?.name ?? '', worth: [one, two] }
  }
  const below = node.next.map(playedFrom)
  const to = (k: number): PlayedTree => below[k] as PlayedTree
  if (node.kind === 'chance')
    return {
      kind: 'chance',
      branches: node.moves.map(({ name, p }, k) => ({ name, chance: quotientOf(p), to: to(k) }))
    }
  return {
    kind: 'move',
    by: node.set.player as 0 | 1,
    actions: node.set.actions.map((name, k) => ({ name, to: to(k) }))
  }
}
