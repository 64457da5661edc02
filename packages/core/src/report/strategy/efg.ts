import { writeEfg } from '../../games/index.ts'
import { textIn } from '../../model/package.ts'
import type { StrategyFound } from '../../strategy/index.ts'
import { ladderGame } from '../../strategy/ladder-game.ts'
import { nameOf, words } from '../words/index.ts'

/** A game as a file for Gambit, by the id of the side that moves first. */
export interface LadderGameFile {
  readonly first: string
  readonly text: string
}

/** The ladder at central judgements as two games, one for either side moving first. */
export function ladderGames({ source, climbing }: StrategyFound): readonly LadderGameFile[] {
  if (!climbing) return []
  const { sides, read } = climbing
  const players = [nameOf(source, sides[0]), nameOf(source, sides[1])] as const
  return ([0, 1] as const).map((side) => {
    const title = words().say('strategy.game', {
      title: textIn(source.title),
      party: players[side]
    })
    return { first: sides[side], text: writeEfg(ladderGame(read, side, { title, players })) }
  })
}
