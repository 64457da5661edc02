import { fractionText } from '../../fractions/fraction.ts'
import type { PurePlan, SolvedGame, SolvedTable, SolvedTree } from '../../games/index.ts'
import { documentHead } from '../check-json.ts'
import { words } from '../words/index.ts'
import { gameMethod } from './game-report.ts'
import type { GameDocument } from './game-shape.ts'

/** The document of `solve game --format json`. */
export function gameJson(solved: SolvedGame): GameDocument {
  const { title, players } = solved.kind === 'table' ? solved.game : solved.tree
  return {
    ...documentHead('solve game'),
    findings: [],
    game: { kind: solved.kind, title },
    method: gameMethod(words()),
    players,
    ...(solved.kind === 'table'
      ? { perfect: null, backward: null, table: tableJson(solved) }
      : treeJson(solved))
  }
}

function treeJson({
  tree,
  perfect,
  backward,
  table
}: SolvedTree): Pick<GameDocument, 'perfect' | 'backward' | 'table'> {
  return {
    perfect,
    backward: backward
      ? { plans: backward.plans.map((plan) => planOfTree(tree.players, plan)), all: backward.all }
      : null,
    table: table ? tableJson(table) : null
  }
}

type TableDocument = NonNullable<GameDocument['table']>

function tableJson({ game, nash }: Pick<SolvedTable, 'game' | 'nash'>): TableDocument {
  return {
    strategies: game.strategies,
    equilibria: nash.equilibria.map(({ mixes, payoffs, pure, set }) => ({
      mixes: mixes.map((mix) => mix.map(fractionText)),
      payoffs: payoffs.map(fractionText),
      pure,
      set: set ?? null
    })),
    sought: nash.sought,
    degenerate: nash.degenerate ?? null,
    sets: nash.sets ?? null
  }
}

const planOfTree = (
  players: readonly string[],
  { choices, payoffs }: PurePlan
): NonNullable<GameDocument['backward']>['plans'][number] => ({
  choices: [...choices].map(([{ player, number, name, actions }, move]) => ({
    player: players[player] ?? '',
    set: number,
    name,
    move: actions[move] ?? ''
  })),
  payoffs: payoffs.map(fractionText)
})
