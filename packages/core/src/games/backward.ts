import type { Fraction } from '../fractions/fraction.ts'
import { compare, greatest, plus, times, ZERO } from '../fractions/fraction.ts'
import type { GameTree, InformationSet, TreeNode } from './tree.ts'

/** Where ties make more equilibria than this, only so many are told. */
export const MOST_PLANS = 500

/** What everybody would do wherever they may move, and what each gets by it. */
export interface PurePlan {
  /** By information set, the place of the move among its actions. */
  readonly choices: ReadonlyMap<InformationSet, number>
  readonly payoffs: readonly Fraction[]
}

/** The pure subgame-perfect equilibria of a game of perfect information. */
export interface SubgamePerfect {
  readonly plans: readonly PurePlan[]
  /** Whether these are all. */
  readonly all: boolean
}

/** A plan for a part of the tree, its parts not yet put together. */
interface Part {
  readonly payoffs: readonly Fraction[]
  readonly choice?: readonly [InformationSet, number]
  readonly parts: readonly Part[]
}

interface Parts {
  readonly list: readonly Part[]
  readonly all: boolean
}

/**
 * By backward induction (Zermelo 1913, Selten 1965): at each node, from the ends back, every move
 * that pays its player most. Where several do, each makes an equilibrium of its own. For games in
 * which each information set is one node.
 */
export function subgamePerfect({ root, players }: GameTree): SubgamePerfect {
  const nothing = players.map(() => ZERO)
  const { list, all } = solved(root, nothing)
  return {
    plans: list.map((part) => ({ choices: new Map(choicesOf(part)), payoffs: part.payoffs })),
    all
  }
}

function solved(node: TreeNode, nothing: readonly Fraction[]): Parts {
  const here = node.outcome?.payoffs ?? nothing
  if (node.kind === 'end') return { list: [{ payoffs: here, parts: [] }], all: true }
  const below = node.next.map((next) => solved(next, nothing))
  const combined = combinationsOf(below)
  const list = combined.list.flatMap((parts): readonly Part[] => {
    if (node.kind === 'chance') {
      const chances = node.moves.map(({ p }) => p)
      const payoffs = here.map((pays, player) =>
        parts.reduce(
          (sum, part, at) =>
            plus(sum, times(chances[at] as Fraction, part.payoffs[player] as Fraction)),
          pays
        )
      )
      return [{ payoffs, parts }]
    }
    const pays = parts.map(({ payoffs }) => payoffs[node.set.player] as Fraction)
    const best = greatest(pays)
    return parts.flatMap((part, move) =>
      compare(pays[move] as Fraction, best) < 0
        ? []
        : [
            {
              payoffs: here.map((own, player) => plus(own, part.payoffs[player] as Fraction)),
              choice: [node.set, move] as const,
              parts
            }
          ]
    )
  })
  return { list: list.slice(0, MOST_PLANS), all: combined.all && list.length <= MOST_PLANS }
}

/** One plan from each part, in every combination, up to the limit. */
function combinationsOf(below: readonly Parts[]): {
  readonly list: readonly (readonly Part[])[]
  readonly all: boolean
} {
  let all = true
  let list: readonly (readonly Part[])[] = [[]]
  for (const parts of below) {
    const longer = list.flatMap((before) => parts.list.map((part) => [...before, part]))
    all = all && parts.all && longer.length <= MOST_PLANS
    list = longer.slice(0, MOST_PLANS)
  }
  return { list, all }
}

function* choicesOf({ choice, parts }: Part): Generator<readonly [InformationSet, number]> {
  if (choice) yield choice
  for (const part of parts) yield* choicesOf(part)
}
