import type { Fraction } from '../fractions/fraction.ts'
import { compare, fractionText, ONE, total, ZERO } from '../fractions/fraction.ts'
import { headOf } from './read-nfg.ts'
import type { ChanceNode, GameTree, InformationSet, Outcome, TreeNode } from './tree.ts'
import { GameText, GameWords } from './words-of-game.ts'

/** A tree with more nodes than this, or longer paths, is not read. */
export const MOST_NODES = 50_000
/** The longest path that is read, in moves. */
export const LONGEST_PLAY = 500

/**
 * A game in extensive form from the text format `.efg` of Gambit. Throws `GameText` where the text
 * is no such game.
 */
export function readEfg(text: string): GameTree {
  const words = new GameWords(text)
  const title = headOf(words, 'EFG')
  const line = words.line
  const players = words.list("the players' names", () => words.quoted('the name of a player'))
  if (players.length === 0) throw new GameText(line, 'a game without players')
  const comment = words.comes('quoted') ? words.quoted('a comment') : undefined
  const reading = new Nodes(words, players)
  const root = reading.node(0)
  if (!words.done) words.expected('nothing after the last node')
  return {
    title,
    ...(comment === undefined ? {} : { comment }),
    players,
    root,
    sets: [...reading.sets.values()]
  }
}

type Lots = Pick<ChanceNode, 'setName' | 'moves'>

/** Reads node by node; what was said once of a set or an outcome need not be said again. */
class Nodes {
  readonly sets = new Map<string, InformationSet>()
  private readonly lots = new Map<number, Lots>()
  private readonly outcomes = new Map<number, Outcome>()
  private readonly words: GameWords
  private readonly players: readonly string[]
  private read = 0

  constructor(words: GameWords, players: readonly string[]) {
    this.words = words
    this.players = players
  }

  node(depth: number): TreeNode {
    const { words } = this
    const line = words.line
    if (++this.read > MOST_NODES) throw new GameText(line, `more than ${MOST_NODES} nodes`)
    if (depth > LONGEST_PLAY) throw new GameText(line, `a path of more than ${LONGEST_PLAY} moves`)
    const kind = words.bare('a node: c, p or t')
    if (kind !== 'c' && kind !== 'p' && kind !== 't')
      throw new GameText(line, `expected a node (c, p or t), and ${kind} stands there`)
    const name = words.quoted('the name of a node')
    if (kind === 't') return { kind: 'end', name, ...this.outcome() }
    if (kind === 'c') {
      const number = words.whole("the number of a chance node's set")
      const lots = this.lotsOf(number)
      const outcome = this.outcome()
      const next = lots.moves.map(() => this.node(depth + 1))
      return { kind: 'chance', name, number, ...lots, ...outcome, next }
    }
    const set = this.setOf()
    const outcome = this.outcome()
    return {
      kind: 'choice',
      name,
      set,
      ...outcome,
      next: set.actions.map(() => this.node(depth + 1))
    }
  }

  private setOf(): InformationSet {
    const { words, players } = this
    const line = words.line
    const player = words.whole('the number of a player')
    if (player < 1 || player > players.length)
      throw new GameText(line, `there is no player ${player}; there are ${players.length}`)
    const number = words.whole('the number of an information set')
    const key = `${player} ${number}`
    const known = this.sets.get(key)
    const setName = words.comes('quoted') ? words.quoted('a name') : undefined
    if (!words.comes('brace', '{')) {
      return (
        known ?? words.expected('{ before the moves of an information set met for the first time')
      )
    }
    const actions = words.list('the moves', () => words.quoted('the name of a move'))
    if (actions.length === 0) throw new GameText(line, 'an information set without a move')
    if (known && !sameList(known.actions, actions))
      throw new GameText(
        line,
        `information set ${number} of player ${player} has other moves than where it stood before`
      )
    const set = known ?? { player: player - 1, number, name: setName ?? '', actions }
    this.sets.set(key, set)
    return set
  }

  private lotsOf(number: number): Lots {
    const { words } = this
    const line = words.line
    const known = this.lots.get(number)
    const setName = words.comes('quoted') ? words.quoted('a name') : (known?.setName ?? '')
    if (!words.comes('brace', '{')) {
      return known ?? words.expected('{ before the moves of chance')
    }
    const moves = words.list('the moves of chance', () => ({
      name: words.quoted('the name of a move'),
      p: words.number('its chance')
    }))
    const sum = total(moves.map(({ p }) => p))
    if (moves.some(({ p }) => compare(p, ZERO) < 0) || compare(sum, ONE) !== 0)
      throw new GameText(
        line,
        `the chances of a chance move are from 0 and add up to 1; these add up to ${fractionText(sum)}`
      )
    const lots = { setName, moves }
    this.lots.set(number, lots)
    return lots
  }

  private outcome(): { readonly outcome?: Outcome } {
    const { words, players } = this
    const line = words.line
    const number = words.whole('the number of an outcome')
    const name = words.comes('quoted') ? words.quoted('a name') : undefined
    const payoffs = words.comes('brace', '{')
      ? words.list('payoffs', (): Fraction => words.number('a payoff'))
      : undefined
    if (number === 0) {
      if (payoffs) throw new GameText(line, 'outcome 0 stands for none, and payoffs are given')
      return {}
    }
    const known = this.outcomes.get(number)
    if (payoffs && payoffs.length !== players.length)
      throw new GameText(
        line,
        `outcome ${number} has ${payoffs.length} payoffs, and there are ${players.length} players`
      )
    if (
      known &&
      payoffs &&
      known.payoffs.some((pays, at) => compare(pays, payoffs[at] ?? ZERO) !== 0)
    )
      throw new GameText(line, `outcome ${number} has other payoffs than where it stood before`)
    if (!known && !payoffs) throw new GameText(line, `nothing is said of outcome ${number}`)
    const outcome = known ?? { number, name: name ?? '', payoffs: payoffs ?? [] }
    this.outcomes.set(number, outcome)
    return { outcome }
  }
}

const sameList = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((item, at) => item === other[at])
