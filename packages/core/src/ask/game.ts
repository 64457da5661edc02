import type { SolvedGame } from '../games/index.ts'
import { solveGame } from '../games/index.ts'
import { gameJson } from '../report/games/game-json.ts'
import type { GameDocument } from '../report/games/game-shape.ts'
import { frozen } from './freeze.ts'

/** A small game, solved, and the document it is printed and sent as. */
export interface GameAnswer {
  readonly question: 'solve game'
  readonly result: SolvedGame
  readonly document: () => GameDocument
}

/** Solves the text of a `.nfg` or `.efg` file. Throws `GameText` where it holds no game to solve. */
export function askGame(text: string): GameAnswer {
  const result = solveGame(text)
  return frozen({ question: 'solve game', result, document: () => gameJson(result) })
}
