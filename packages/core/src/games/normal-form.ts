import type { Fraction } from '../fractions/fraction.ts'
import { ONE, plus, times, total, ZERO } from '../fractions/fraction.ts'
import type { Bimatrix } from './bimatrix.ts'
import { MOST_CELLS } from './read-nfg.ts'
import type { GameTree, InformationSet, TreeNode } from './tree.ts'

/** What a player does in each information set that its own moves leave open. */
export type Strategy = ReadonlyMap<InformationSet, number>

/** A game of two players in extensive form as a table. */
export interface NormalForm {
  readonly game: Bimatrix
  readonly strategies: readonly [readonly Strategy[], readonly Strategy[]]
}

/** Cells times ends of play: more are not worked through. */
const MOST_WORK = 20_000_000

/**
 * The reduced normal form: strategies that differ only where a player's own earlier moves do not
 * let it come are one. Undefined where the table would be too large.
 */
export function normalForm(tree: GameTree): NormalForm | undefined {
  const [rows, columns] = tree.players
  if (rows === undefined || columns === undefined || tree.players.length > 2) return undefined
  const ends = [...endsFrom(tree)]
  const own = strategiesOf(tree, 0)
  const other = strategiesOf(tree, 1)
  if (!own || !other) return undefined
  const cells = own.length * other.length
  if (cells > MOST_CELLS || cells * ends.length > MOST_WORK) return undefined
  const reached = [own, other].map((strategies, player) =>
    strategies.map((strategy) => ends.filter((end) => allows(strategy, end.moves, player)))
  )
  const sum = (i: number, j: number, player: number): Fraction => {
    const others = new Set(reached[1]?.[j])
    return total(
      (reached[0]?.[i] ?? []).flatMap((end) =>
        others.has(end) ? [times(end.chance, end.payoffs[player] as Fraction)] : []
      )
    )
  }
  const table = (player: number): readonly (readonly Fraction[])[] =>
    own.map((_, i) => other.map((_, j) => sum(i, j, player)))
  const named = (list: readonly Strategy[]): readonly string[] => list.map(strategyText)
  return {
    game: {
      title: tree.title,
      players: [rows, columns],
      strategies: [named(own), named(other)],
      payoffs: [table(0), table(1)]
    },
    strategies: [own, other]
  }
}

/** A strategy as its moves, one after the other. */
export function strategyText(strategy: Strategy): string {
  if (strategy.size === 0) return '-'
  return [...strategy].map(([set, move]) => set.actions[move] ?? '').join(', ')
}

type Moves = readonly (readonly [InformationSet, number])[]

interface End {
  readonly chance: Fraction
  readonly moves: Moves
  readonly payoffs: readonly Fraction[]
}

function* endsFrom({ root, players }: GameTree): Generator<End> {
  yield* endsBelow(root, { chance: ONE, moves: [], payoffs: players.map(() => ZERO) })
}

function* endsBelow(node: TreeNode, so: End): Generator<End> {
  const { outcome } = node
  const payoffs = outcome
    ? so.payoffs.map((pays, at) => plus(pays, outcome.payoffs[at] as Fraction))
    : so.payoffs
  if (node.kind === 'end') yield { ...so, payoffs }
  else
    for (const [move, next] of node.next.entries())
      yield* endsBelow(next, {
        payoffs,
        chance:
          node.kind === 'chance'
            ? times(so.chance, (node.moves[move] as { p: Fraction }).p)
            : so.chance,
        moves: node.kind === 'choice' ? [...so.moves, [node.set, move]] : so.moves
      })
}

/** Whether a player's strategy makes all of its own moves on a path. */
const allows = (strategy: Strategy, moves: Moves, player: number): boolean =>
  moves.every(([set, move]) => set.player !== player || strategy.get(set) === move)

/** All of a player's strategies, the move in its first set changing slowest. */
function strategiesOf(tree: GameTree, player: number): readonly Strategy[] | undefined {
  const own = tree.sets.filter((set) => set.player === player)
  const before = historiesOf(tree.root, player)
  let strategies: readonly Strategy[] = [new Map()]
  for (const [place, set] of own.entries()) {
    const earlier = new Set(own.slice(0, place))
    strategies = strategies.flatMap((strategy) =>
      (before.get(set) ?? []).some((moves) => isOpen(strategy, moves, earlier))
        ? set.actions.map((_, move) => new Map([...strategy, [set, move]]))
        : [strategy]
    )
    if (strategies.length > MOST_CELLS) return undefined
  }
  return strategies
}

/** Whether a player's choices so far let it come to the end of these moves of its own. */
const isOpen = (strategy: Strategy, moves: Moves, decided: ReadonlySet<InformationSet>): boolean =>
  moves.every(([set, move]) => !decided.has(set) || strategy.get(set) === move)

/** For each set of a player, its own moves on the way to each of the set's nodes. */
function historiesOf(
  root: TreeNode,
  player: number
): ReadonlyMap<InformationSet, readonly Moves[]> {
  const found = new Map<InformationSet, Moves[]>()
  const walk = (node: TreeNode, moves: Moves): void => {
    if (node.kind === 'end') return
    const own = node.kind === 'choice' && node.set.player === player ? node.set : undefined
    if (own) found.set(own, [...(found.get(own) ?? []), moves])
    for (const [move, next] of node.next.entries())
      walk(next, own ? [...moves, [own, move]] : moves)
  }
  walk(root, [])
  return found
}
