import type { Fraction } from '../fractions/fraction.ts'
import { fraction, minus, ONE } from '../fractions/fraction.ts'
import type { GameTree, InformationSet, TreeNode } from '../games/index.ts'
import { subgamePerfect } from '../games/index.ts'
import type { RungRead } from './ladder.ts'
import { otherSide } from './ladder.ts'

/** What a side can do on a rung, as the game names it. */
const ACTIONS = ['yield', 'climb'] as const

/** What a game and its two players are called. */
export interface GameNames {
  readonly title: string
  readonly players: readonly [string, string]
}

/**
 * The ladder as a game, one side moving first: see `solvedLadder`. Who moves sees everything before,
 * so each move is an information set of its own; the comment says what is best at each, from the
 * root down. Figures are exact to nine digits behind the point.
 */
export function ladderGame(
  rungs: readonly RungRead[],
  first: 0 | 1,
  { title, players }: GameNames = { title: '', players: ['', ''] }
): GameTree {
  const made = new Made(rungs)
  const root = made.move(0, first)
  const tree = { title, players, root, sets: made.sets }
  const { plans, all } = subgamePerfect(tree)
  if (!all) return tree
  const best = made.sets.map((set) => {
    const done = new Set(plans.map(({ choices }) => choices.get(set)))
    return ACTIONS.filter((_, k) => done.has(k)).join(' or ')
  })
  return { ...tree, comment: `Subgame perfect, from the root down: ${best.join(', ')}` }
}

/** Numbers the parts of a game as they are made, each path followed to its end before the next. */
class Made {
  readonly sets: InformationSet[] = []
  private readonly rungs: readonly RungRead[]
  private readonly moves = [0, 0]
  private chances = 0
  private ends = 0

  constructor(rungs: readonly RungRead[]) {
    this.rungs = rungs
  }

  /** The side that is to move on a rung, 0 being today. */
  move(at: number, by: 0 | 1): TreeNode {
    const here = this.rungs[Math.max(0, at - 1)] as RungRead
    const number = (this.moves[by] ?? 0) + 1
    this.moves[by] = number
    const set = { player: by, number, name: '', actions: ACTIONS }
    this.sets.push(set)
    const yielding = this.won(`yields on ${at}`, here, otherSide(by))
    return { kind: 'choice', name: '', set, next: [yielding, this.step(at, by)] }
  }

  /** From a rung to the next; on the top rung, holding there. */
  private step(at: number, by: 0 | 1): TreeNode {
    const top = at === this.rungs.length
    const step = this.rungs[Math.min(at, this.rungs.length - 1)] as RungRead
    const risk = exact(step.risk)
    const number = ++this.chances
    const [one, two] = step.stakes
    const disaster = this.end(`disaster on ${top ? at : at + 1}`, [one.disaster, two.disaster])
    const held = top ? this.won('held on the top', step, by) : this.move(at + 1, otherSide(by))
    return {
      kind: 'chance',
      name: '',
      number,
      setName: '',
      moves: [
        { name: 'runs away', p: risk },
        { name: 'holds', p: minus(ONE, risk) }
      ],
      next: [disaster, held]
    }
  }

  private won(name: string, { stakes }: RungRead, winner: 0 | 1): TreeNode {
    const worth = (side: 0 | 1): number => (side === winner ? stakes[side].win : stakes[side].yield)
    return this.end(name, [worth(0), worth(1)])
  }

  private end(name: string, worth: readonly number[]): TreeNode {
    const payoffs = worth.map(exact)
    return { kind: 'end', name: '', outcome: { number: ++this.ends, name, payoffs } }
  }
}

const DIGITS = 1e9

const exact = (value: number): Fraction =>
  fraction(BigInt(Math.round(value * DIGITS)), BigInt(DIGITS))
