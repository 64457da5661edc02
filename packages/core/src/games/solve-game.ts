import type { SubgamePerfect } from './backward.ts'
import { subgamePerfect } from './backward.ts'
import type { Bimatrix } from './bimatrix.ts'
import type { NashFound } from './nash.ts'
import { nashEquilibria } from './nash.ts'
import { normalForm } from './normal-form.ts'
import { readEfg } from './read-efg.ts'
import { readNfg } from './read-nfg.ts'
import type { GameTree } from './tree.ts'
import { hasPerfectInformation } from './tree.ts'
import { GameText } from './words-of-game.ts'

/** A table, solved. */
export interface SolvedTable {
  readonly kind: 'table'
  readonly game: Bimatrix
  readonly nash: NashFound
}

/** A tree, solved. */
export interface SolvedTree {
  readonly kind: 'tree'
  readonly tree: GameTree
  /** Whether every player always knows all that happened. */
  readonly perfect: boolean
  /** Where it does: what nobody would depart from at any place. */
  readonly backward?: SubgamePerfect
  /** Two players: the game as a table, and its equilibria. Absent where the table is too large. */
  readonly table?: { readonly game: Bimatrix; readonly nash: NashFound }
}

/** A small game, solved. */
export type SolvedGame = SolvedTable | SolvedTree

/** Solves what a `.nfg` or `.efg` text says. Throws `GameText` where it says no game to solve. */
export function solveGame(text: string): SolvedGame {
  const format = /^\uFEFF?\s*(NFG|EFG)\b/.exec(text)?.[1]
  if (format === 'NFG') {
    const game = readNfg(text)
    return { kind: 'table', game, nash: nashEquilibria(game) }
  }
  if (format === 'EFG') return solveTree(readEfg(text))
  throw new GameText(1, 'expected NFG or EFG, the beginning of a game in a text format of Gambit')
}

/** Backward induction where all is known, and equilibria of the table where two play. */
export function solveTree(tree: GameTree): SolvedTree {
  const perfect = hasPerfectInformation(tree)
  const reduced = normalForm(tree)
  if (!perfect && !reduced)
    throw new GameText(
      1,
      tree.players.length === 2
        ? 'the players do not always know all that happened, and the table of their strategies is too large'
        : `the players do not always know all that happened, and there are ${tree.players.length} of them: such a game is solved for two`
    )
  return {
    kind: 'tree',
    tree,
    perfect,
    ...(perfect ? { backward: subgamePerfect(tree) } : {}),
    ...(reduced ? { table: { game: reduced.game, nash: nashEquilibria(reduced.game) } } : {})
  }
}
