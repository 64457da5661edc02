import type { Fraction } from '../fractions/fraction.ts'
import { ZERO } from '../fractions/fraction.ts'
import type { Bimatrix } from './bimatrix.ts'
import { GameText, GameWords } from './words-of-game.ts'

/** A table of more cells than this is not read. */
export const MOST_CELLS = 10_000

/**
 * A game of two players from the text format `.nfg` of Gambit, with payoffs cell by cell or with
 * outcomes. Throws `GameText` where the text is no such game.
 */
export function readNfg(text: string): Bimatrix {
  const words = new GameWords(text)
  const title = headOf(words, 'NFG')
  const line = words.line
  const players = words.list("the players' names", () => words.quoted('the name of a player'))
  const [rows, columns] = players
  if (rows === undefined || columns === undefined || players.length > 2)
    throw new GameText(line, `the game has ${players.length} players, and tables are for two`)
  const strategies = strategiesIn(words)
  if (words.comes('quoted')) words.quoted('a comment')
  const cells = words.comes('brace', '{') ? outcomesIn(words) : payoffsIn(words)
  const [own, other] = strategies
  if (cells.length !== own.length * other.length)
    throw new GameText(
      words.line,
      `${own.length} by ${other.length} strategies make ${own.length * other.length} cells, and ${cells.length} are given`
    )
  // The first player's strategy changes fastest.
  const of = (player: 0 | 1): readonly (readonly Fraction[])[] =>
    own.map((_, i) => other.map((_, j) => cells[j * own.length + i]?.[player] as Fraction))
  return { title, players: [rows, columns], strategies, payoffs: [of(0), of(1)] }
}

/** The head that both formats share: their name, version 1 or 2, R or D, and a title. */
export function headOf(words: GameWords, format: 'NFG' | 'EFG'): string {
  if (words.bare(format) !== format) throw new GameText(1, `the text does not begin with ${format}`)
  words.whole('the version of the format')
  const numbers = words.bare('R, for rational numbers')
  if (numbers !== 'R' && numbers !== 'D')
    throw new GameText(words.line, `expected R or D, and ${numbers} stands there`)
  return words.quoted('the title of the game')
}

type Both = readonly [readonly string[], readonly string[]]

/** Names of strategies, or how many there are. */
function strategiesIn(words: GameWords): Both {
  const line = words.line
  const lists = words.list('the strategies', () =>
    words.comes('brace', '{')
      ? words.list("a player's strategies", () => words.quoted('the name of a strategy'))
      : numbered(words.whole('the number of strategies'))
  )
  const [own, other] = lists
  if (!own || !other || lists.length > 2)
    throw new GameText(line, `strategies of ${lists.length} players are given, and there are two`)
  if (own.length === 0 || other.length === 0)
    throw new GameText(line, 'a player without a strategy')
  if (own.length * other.length > MOST_CELLS)
    throw new GameText(
      line,
      `${own.length} by ${other.length} strategies: at most ${MOST_CELLS} cells are read`
    )
  return [own, other]
}

const numbered = (count: number): readonly string[] =>
  Array.from({ length: Math.min(count, MOST_CELLS + 1) }, (_, at) => String(at + 1))

type Cell = readonly [Fraction, Fraction]

function payoffsIn(words: GameWords): readonly Cell[] {
  const cells: Cell[] = []
  while (!words.done) cells.push([words.number('a payoff'), words.number('a payoff')])
  return cells
}

/** Outcomes with a name and payoffs each, then for each cell the number of one, 0 for none. */
function outcomesIn(words: GameWords): readonly Cell[] {
  const outcomes = words.list('the outcomes', (): Cell => {
    const line = words.line
    words.brace('{', 'before an outcome')
    words.quoted('the name of an outcome')
    const pays: Fraction[] = []
    while (!words.comes('brace', '}')) pays.push(words.number('a payoff'))
    words.brace('}', 'after an outcome')
    const [own, other] = pays
    if (!own || !other || pays.length > 2)
      throw new GameText(line, `an outcome with ${pays.length} payoffs, and there are two players`)
    return [own, other]
  })
  const cells: Cell[] = []
  while (!words.done) {
    const line = words.line
    const number = words.whole('the number of an outcome')
    const cell = number === 0 ? ([ZERO, ZERO] as const) : outcomes[number - 1]
    if (!cell)
      throw new GameText(line, `there is no outcome ${number}; there are ${outcomes.length}`)
    cells.push(cell)
  }
  return cells
}
